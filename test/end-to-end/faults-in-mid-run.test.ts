import { spawn } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openRegister } from '../../src/register/open-register.js'
import { testRegisters } from '../register/engines.js'
import { copyWorkspace, runBuilt } from './run-built.js'

const root = join(import.meta.dirname, '../..')
const registers = testRegisters()
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const asOf = ['--as-of', '2026-11-23', '--lang', 'en']
const prepare = ['prepare', '--period', '2026-Q1', '--yes', '--quiet', ...asOf]

async function exampleWorkspace(): Promise<string> {
  const folder = await copyWorkspace('example')
  folders.push(folder)
  return folder
}

describe('an input that is written while it is read', () => {
  /** As if another program saved the file just after it was read. */
  const saving = `import fs, { appendFileSync } from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'
    const { openSync, readSync } = fs
    const opened = new Map()
    fs.openSync = (path, ...how) => { const file = openSync(path, ...how); if (/(xlsx|csv)$/.test(String(path))) opened.set(file, path); return file }
    fs.readSync = (file, ...how) => { const count = readSync(file, ...how); const path = opened.get(file); if (path !== undefined) { opened.delete(file); appendFileSync(path, ' ') } return count }
    syncBuiltinESMExports()`

  it.each([['check', ...asOf], prepare, ['batch', '.', '--quiet', ...asOf]])('is not judged by %s, which names it and changes nothing', async (...argv) => {
    const workspace = await exampleWorkspace()
    const run = await runWith(['--import', `data:text/javascript,${encodeURIComponent(saving)}`], argv, workspace)
    expect(run.exitCode, run.output).toBe(3)
    expect(run.output).toContain('palveluloki.xlsx changed while it was being read')
    expect(existsSync(join(workspace, 'packets'))).toBe(false)
    expect((await runBuilt(prepare, { cwd: workspace })).exitCode).toBe(1)
  })
})

describe('a PostgreSQL register that goes away', () => {
  it('in mid-run ends the run with 5 and leaves packet and register as they were; the next run mends the rest', async () => {
    const workspace = await exampleWorkspace()
    const location = await registers.location('postgres')
    const line = await telephoneLine(location)
    await writeFile(join(workspace, 'korvaus.yaml'), `${(await readFile(join(workspace, 'korvaus.yaml'), 'utf8')).replace(/^register:.*\n/m, '')}register: ${line.location}\n`)
    for (const name of ['.korvaus', 'packets']) await mkdir(join(workspace, name))

    const first = await runBuilt(prepare, { cwd: workspace })
    expect(first.exitCode, first.stderr).toBe(1)
    const before = join(await registers.folder(), 'before')
    await cp(join(workspace, 'packets'), before, { recursive: true })

    const watcher = watch(join(workspace, '.korvaus'), (_, name) => {
      if (name === 'packet-change.json') line.cut()
    })
    const cut = await runBuilt([...prepare, '--as-of', '2026-11-22'], { cwd: workspace })
    watcher.close()
    expect(cut.exitCode, cut.stderr).toBe(5)
    expect(cut.stderr.trim().split('\n')).toHaveLength(1)
    const refused = await runBuilt(prepare, { cwd: workspace })
    expect([refused.exitCode, refused.stderr]).toEqual([5, expect.not.stringContaining('secret')])

    await line.mend()
    expect((await runBuilt(prepare, { cwd: workspace })).exitCode).toBe(1)
    expect(await manifestIn(join(workspace, 'packets'))).toBe(await manifestIn(before))
    const register = await openRegister(location)
    expect((await register.prove()).problems).toEqual([])
    expect(await register.claimsOf('1234567-1', { name: '2026-Q1' })).toHaveLength(1)
    await register.close()
  })
})

/** The built program with options for node, all that it says and its summary. */
async function runWith(options: readonly string[], argv: readonly string[], cwd: string): Promise<{ exitCode: number; output: string }> {
  const child = spawn(process.execPath, [...options, join(root, 'bin/korvaus.js'), ...argv], { cwd })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (output += bytes.toString()))
  const exitCode = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)))
  return { exitCode, output }
}

async function manifestIn(packets: string): Promise<string> {
  const name = (await readdir(packets)).find((one) => !one.endsWith('.zip') && !one.startsWith('.')) as string
  return readFile(join(packets, name, 'manifest-sha256.txt'), 'utf8')
}

/** A line to a PostgreSQL server that can be cut and mended. */
async function telephoneLine(location: string) {
  const url = new URL(location)
  const farPort = Number(url.port)
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const far = connect(farPort, url.hostname)
    for (const [one, other] of [[socket, far], [far, socket]] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
      one.pipe(other)
    }
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  afterAll(() => void server.close())
  url.port = String(port)
  return {
    location: url.href,
    cut: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
    mend: () => listen(port),
  }
}
