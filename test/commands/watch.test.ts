import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-watch-'))
  for (const name of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(root, 'fixtures/example/workspace', name), join(folder, name))
})
afterEach(() => rm(folder, { recursive: true }))

it('checks again when the workbook is saved, shows its page and hands the workbook back the first time alone, waits while it cannot be read, and ends with Ctrl-C', async () => {
  const browser = join(folder, 'browser.sh')
  await writeFile(browser, `#!/bin/sh\necho "$1" >> "${join(folder, 'opened')}"\n`, { mode: 0o700 })
  const child = spawn(process.execPath, [join(root, 'bin/korvaus.js'), 'check', '--watch', '--open', '--annotate', 'marked.xlsx', '--lang', 'en', '--as-of', '2026-11-23'], { cwd: folder, env: { ...process.env, BROWSER: browser } })
  let out = ''
  let err = ''
  child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()))
  const waits = (times: number) => expect.poll(() => err.split('Waiting for a save').length - 1, { timeout: 30_000 }).toBe(times)
  await waits(1)
  const good = await readFile(join(folder, 'palveluloki.xlsx'))
  await writeFile(join(folder, 'palveluloki.xlsx'), good.subarray(0, 500))
  await waits(2)
  expect(err).toContain('palveluloki.xlsx')
  await writeFile(join(folder, '~new.xlsx'), good)
  await rename(join(folder, '~new.xlsx'), join(folder, 'palveluloki.xlsx'))
  await waits(3)
  expect(out.split('rule book').length - 1).toBe(2)
  expect((await readFile(join(folder, 'opened'), 'utf8')).trim().split('\n').length).toBe(1)
  expect([err.split('check.html').length - 1 > 1, err.split('marked.xlsx').length - 1]).toEqual([true, 1])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  expect(await ended).toBe(1)
})
