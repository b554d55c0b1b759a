import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyExample, summaryIn } from '../batch/tools.js'

const root = join(import.meta.dirname, '../..')
const windows = process.platform === 'win32'
let folder: string
/** The program as it is installed, to be harmed. */
let installed: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-crashes-'))
  installed = join(folder, 'installed')
  await mkdir(installed)
  for (const name of ['bin', 'bundle', 'dist', 'package.json']) await cp(join(root, name), join(installed, name), { recursive: true })
  await symlink(join(root, 'node_modules'), join(installed, 'node_modules'), 'junction')
  for (const number of [1, 2, 3, 4]) await copyExample(join(folder, `ws-${number}`))
})
afterAll(() => rm(folder, { recursive: true }))

const korvaus = join('bin', 'korvaus.js')
function run(argv: readonly string[], { program = join(installed, korvaus), before = [] as string[], shell = '' } = {}) {
  const line = [process.execPath, ...before, program, ...argv]
  const { status, stdout, stderr } = shell === '' ? spawnSync(line[0] as string, line.slice(1), { cwd: folder, encoding: 'utf8' }) : spawnSync('sh', ['-c', `${shell}; exec "$@"`, 'sh', ...line], { cwd: folder, encoding: 'utf8' })
  return { status, stdout, lines: stderr.trim().split('\n') }
}

describe('an end that nobody decided on', () => {
  it.each([
    ['a folder of the program is not there', /^bundle$/],
    ['a file that is always loaded is not there', /^bundle\/main\.js$/],
    ['the file of a command is not there', /^bundle\/judging-\w+\.js$/],
    ['the words of failures are not there', /^bundle\/failure-\w+\.js$/],
  ])('is 70 and one line, where %s in the midst of an upgrade', async (_, which) => {
    const path = ['bundle', ...(await readdir(join(installed, 'bundle'))).map((name) => `bundle/${name}`)].find((one) => which.test(one)) as string
    await rename(join(installed, path), join(installed, 'away'))
    try {
      for (const language of ['fi', 'sv', 'en']) {
        const { status, stdout, lines } = run(['check', '--workspace', path.startsWith('bundle/failure') ? 'nowhere' : 'ws-1', '--lang', language])
        expect([status, stdout, lines.length]).toEqual([70, '', 1])
      }
    } finally {
      await rename(join(installed, 'away'), join(installed, path))
    }
  })

  it.each([
    ['an exception', "setInterval(() => { if (process.exitCode === 70) throw new TypeError('Aino 131052-308T') }, 5)"],
    ['a rejection', "setInterval(() => { if (process.exitCode === 70) void Promise.reject(new TypeError('Aino 131052-308T')) }, 5)"],
    ['a wait for nothing', 'globalThis.Promise.prototype.finally = () => new Promise(() => undefined)'],
  ])('is 70 for %s that nothing catches, and tells nothing of persons', (_, fault) => {
    const { status, lines } = run(['check', '--workspace', 'ws-1', '--as-of', '2026-11-23'], { before: ['--import', `data:text/javascript,${encodeURIComponent(fault)}`] })
    expect(status).toBe(70)
    expect(lines.join(' ')).not.toMatch(/Aino|131052/)
  })

  it.skipIf(windows)('is wrong usage, said in words, in a folder that somebody has removed', () => {
    for (const argv of [['check', '--lang', 'en'], ['batch', 'ws-*', '--lang', 'en']]) {
      expect(run(argv, { shell: 'mkdir -p gone && cd gone && rmdir ../gone' })).toMatchObject({ status: 2, lines: ['The folder in which the command was started is there no more. Go to one that is, and start it again.'] })
    }
  })

  it.skipIf(windows)('is none for a batch of sixteen lanes that may open a thousand files', { timeout: 240_000 }, async () => {
    const { status } = run(['batch', 'ws-*', '--jobs', '16', '--quiet', '--as-of', '2026-11-23'], { shell: 'ulimit -n 1024' })
    const { counts, exitCode } = await summaryIn(join(folder, 'korvaus-batch'))
    expect([status, counts]).toEqual([exitCode, { workspaces: 4, done: 4, unchanged: 0, failed: 0 }])
  })
})

describe('an old Node', () => {
  it('is told which one the program needs', async () => {
    const fault = "Object.defineProperty(process.versions, 'node', { value: '18.19.0' })"
    expect(run(['check', '--lang', 'sv'], { before: ['--import', `data:text/javascript,${encodeURIComponent(fault)}`] })).toEqual({ status: 2, stdout: '', lines: ['Denna Node.js (18.19.0) är för gammal. korvaus behöver Node.js 20.10 eller nyare.'] })
    const { engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { engines: { node: string } }
    expect(engines.node).toBe('>=20.10')
  })
})
