import { spawnSync } from 'node:child_process'
import { chmod, mkdir, readFile, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runKorvaus } from '../commands/run-korvaus.js'
import { folderOfWorkspaces, statesOf, summaryIn } from './tools.js'

const root = join(import.meta.dirname, '../..')
const out = () => join(folder, 'korvaus-batch')
const batch = (...argv: string[]) => runKorvaus(['batch', ...argv, '--lang', 'en', '--as-of', '2026-11-23'], folder)
let folder: string
beforeEach(async () => {
  folder = await folderOfWorkspaces(2)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a workspace of the last run that a pattern leads to no more', () => {
  it.each([
    ['its korvaus.yaml is gone', () => unlink(join(folder, 'ws-2/korvaus.yaml'))],
    ['its folder is gone', () => rename(join(folder, 'ws-2'), join(folder, 'elsewhere'))],
  ])('fails while %s, night after night, on page, summary and metrics', async (_, vanish) => {
    await batch('ws-*')
    await vanish()
    for (const _night of [1, 2]) {
      const { exitCode, stdout } = await batch('ws-*', '--metrics', 'korvaus.prom')
      expect([exitCode, statesOf(await summaryIn(out()))]).toEqual([2, { 'ws-1': 'unchanged', 'ws-2': 'failed' }])
      expect(stdout).toContain('ws-2 is there no more')
      expect(await readFile(join(out(), 'index.html'), 'utf8')).toContain('ws-2 is there no more')
      expect(await readFile(join(folder, 'korvaus.prom'), 'utf8')).toContain('korvaus_workspace_exit_code{workspace="ws-2"} 2\n')
    }
    expect(statesOf(await summaryIn(out()))).toHaveProperty('ws-2')
    expect((await batch('ws-*', '--forget', 'ws-2')).exitCode).toBe(1)
    expect((await batch('ws-*')).exitCode).toBe(1)
    expect(statesOf(await summaryIn(out()))).toEqual({ 'ws-1': 'unchanged' })
  })

  it('is done again when it has come back', async () => {
    await batch('ws-*')
    await rename(join(folder, 'ws-2'), join(folder, 'elsewhere'))
    await batch('ws-*')
    await rename(join(folder, 'elsewhere'), join(folder, 'ws-2'))
    expect((await batch('ws-*')).exitCode).toBe(1)
    expect(statesOf(await summaryIn(out()))).toEqual({ 'ws-1': 'unchanged', 'ws-2': 'done' })
  })
})

describe('what a pattern leads to', () => {
  it('fails where a link leads nowhere, and stops nobody else', async () => {
    await symlink(join(folder, 'nowhere'), join(folder, 'ws-link'))
    await mkdir(join(folder, 'ws-3'))
    await symlink(join(folder, 'nowhere.yaml'), join(folder, 'ws-3/korvaus.yaml'))
    await mkdir(join(folder, 'ws-empty'))
    await writeFile(join(folder, 'ws-file'), '')
    expect((await batch('ws-*', 'none-*')).exitCode).toBe(2)
    expect(statesOf(await summaryIn(out()))).toEqual({ 'ws-1': 'done', 'ws-2': 'done', 'ws-3': 'failed', 'ws-link': 'failed', 'none-*': 'failed' })
  })

  it.skipIf(process.platform === 'win32')('fails where it cannot be entered or read, and stops nobody else', async () => {
    const isRoot = process.getuid?.() === 0
    await mkdir(join(folder, 'region/ws-3'), { recursive: true })
    await chmod(join(folder, 'ws-2'), 0)
    await chmod(join(folder, 'region'), 0)
    await chmod(folder, 0o777)
    const argv = [join(root, 'bin/korvaus.js'), 'batch', '*/ws-*', 'ws-*', '--lang', 'en', '--as-of', '2026-11-23', '--out', 'summary']
    const { status } = spawnSync('sh', ['-c', `chmod -R a+rX ws-1 2>/dev/null; ${isRoot ? 'exec setpriv --reuid 65534 --clear-groups' : 'exec'} "$@"`, 'sh', process.execPath, ...argv], { cwd: folder, encoding: 'utf8', env: { ...process.env, HOME: folder } })
    await chmod(join(folder, 'ws-2'), 0o700)
    await chmod(join(folder, 'region'), 0o700)
    const summary = await summaryIn(join(folder, 'summary'))
    expect([status, statesOf(summary)]).toEqual([summary.exitCode, expect.objectContaining({ 'region': 'failed', 'ws-2': 'failed', 'ws-1': 'done' })])
    expect(summary.workspaces.find(({ workspace }) => workspace === 'ws-2')?.error?.code).toBe('file-unreadable')
  })
})

describe('a folder that does not exist', () => {
  it('is wrong usage as an inbox and above the output, and nothing is made', async () => {
    expect(await batch('ws-1', '--inbox', 'nowhere')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--inbox') })
    expect(await batch('ws-1', '--out', 'not/mounted')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--out') })
    await expect(readFile(join(folder, 'not'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
