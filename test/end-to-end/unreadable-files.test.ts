import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runBuilt } from './run-built.js'

const root = join(import.meta.dirname, '../..')
const asOf = ['--as-of', '2026-11-23', '--lang', 'en']
const prepare = (period: string) => ['prepare', '--period', period, '--yes', '--quiet', ...asOf]
const review = (item: string, by: string) => ['review', '--item', item, '--rule', 'OVL-007', '--answer', 'accept', '--reason', 'Agreed with the worker', '--by', by, ...asOf]

let workspace: string
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'korvaus-unreadable-'))
  await cp(join(root, 'fixtures/kept/workspace'), workspace, { recursive: true })
})
afterEach(() => rm(workspace, { recursive: true, force: true }))

describe('a file that is there but cannot be read', () => {
  it.each(['EACCES'])('such as the key of the register (%s) stops every command that needs it, and is left alone', async (code) => {
    await runBuilt(prepare('2026-03'), { cwd: workspace })
    const path = join(workspace, 'keys/register.key')
    const before = await readFile(path, 'utf8')
    for (const argv of [prepare('2026-03'), ['check', ...asOf], ['unclaimed', ...asOf], ['claims', 'list', ...asOf], ['claims', 'verify', ...asOf]]) {
      const run = await runFailing('register.key', code, argv)
      expect(run, argv.join(' ')).toMatchObject({ exitCode: 3, stderr: expect.stringContaining(`register.key (${code})`) })
      expect(await readFile(path, 'utf8')).toBe(before)
    }
    expect((await runFailing('register.key', code, ['doctor', ...asOf])).stdout).toContain(`register.key (${code})`)
    expect((await runBuilt(prepare('2026-03'), { cwd: workspace })).exitCode).toBe(0)
  })

  it.each(['EMFILE'])('such as the reviews (%s) stops check, review and prepare, and is left alone', async (code) => {
    await cp(join(root, 'fixtures/kept/two-alike.csv'), join(workspace, 'kustannukset.csv'))
    expect(await runBuilt(review('K-2', 'Head'), { cwd: workspace })).toMatchObject({ exitCode: 0 })
    const path = join(workspace, 'reviews.json')
    const before = await readFile(path, 'utf8')
    for (const argv of [['check', ...asOf], review('K-1', 'Other'), prepare('2026-03')]) {
      const run = await runFailing('reviews.json', code, argv)
      expect(run, argv.join(' ')).toMatchObject({ exitCode: 3, stderr: expect.stringContaining(`reviews.json (${code})`) })
      expect(await readFile(path, 'utf8')).toBe(before)
    }
  })

  it('such as the note of an unfinished packet stops prepare before anything is changed', async () => {
    await runBuilt(prepare('2026-03'), { cwd: workspace })
    expect(await runFailing('packet-change.json', 'EIO', prepare('2026-03'))).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('packet-change.json (EIO)') })
  })

  it('such as the state of a batch stops the batch, and is left alone', async () => {
    await runBuilt(['batch', '.', '--quiet', ...asOf], { cwd: workspace })
    const path = join(workspace, 'korvaus-batch/state.json')
    const before = await readFile(path, 'utf8')
    expect(await runFailing('state.json', 'EIO', ['batch', '.', '--quiet', ...asOf])).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('state.json (EIO)') })
    expect(await readFile(path, 'utf8')).toBe(before)
  })
})

/** Runs the built program where every reading of a file of this name fails. */
async function runFailing(name: string, code: string, argv: readonly string[]): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const failing = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'
    const fault = (path) => Object.assign(new Error('${code}: made by a test'), { code: '${code}', path })
    const isIt = (path) => String(path).endsWith('${name}')
    for (const [of, names] of [[fs, ['readFileSync', 'openSync', 'statSync']]]) for (const one of names) { const real = of[one]; of[one] = (path, ...more) => { if (isIt(path) && !(one === 'openSync' && String(more[0]).startsWith('w'))) throw fault(path); return real(path, ...more) } }
    for (const one of ['readFile', 'stat', 'open']) { const real = fs.promises[one]; fs.promises[one] = async (path, ...more) => { if (isIt(path) && !(one === 'open' && String(more[0]).startsWith('w'))) throw fault(path); return real(path, ...more) } }
    syncBuiltinESMExports()`
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(failing)}`, join(root, 'bin/korvaus.js'), ...argv], { cwd: workspace, stdio: ['ignore', 'pipe', 'pipe'] })
  const caught = { stdout: '', stderr: '' }
  child.stdout.on('data', (piece: Buffer) => (caught.stdout += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (caught.stderr += piece.toString()))
  return new Promise((resolve) => child.on('close', (exitCode) => resolve({ exitCode, ...caught })))
}
