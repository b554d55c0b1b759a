import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { testRegisters } from '../register/engines.js'
import { runKorvaus } from './run-korvaus.js'

const example = join(import.meta.dirname, '../../fixtures/example/workspace')
const registers = testRegisters()
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

async function workspace(register?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'korvaus-shared-'))
  folders.push(folder)
  for (const name of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(example, name), join(folder, name))
  if (register !== undefined) await useRegister(folder, register)
  return { folder, run: (...argv: string[]) => runKorvaus([...argv, '--lang', 'en'], folder) }
}
async function useRegister(folder: string, register: string) {
  const path = join(folder, 'korvaus.yaml')
  await writeFile(path, `${(await readFile(path, 'utf8')).replace(/^register:.*\n/m, '')}register: ${register}\n`)
}

describe('a register that several workspaces share on PostgreSQL', () => {
  it('keeps one workspace from claiming what another has claimed, when they share the key', async () => {
    const address = await registers.location('postgres')
    const [one, other] = [await workspace(address), await workspace(address)]
    expect((await one.run('doctor')).stdout).not.toContain('secret')
    expect(await one.run('prepare', '--period', '2026-Q1', '--yes')).toMatchObject({ exitCode: 1 })
    expect(await other.run('prepare', '--period', '2026-03', '--yes')).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('keys/register.key') as string })
    await cp(join(one.folder, 'keys'), join(other.folder, 'keys'), { recursive: true })
    const refused = await other.run('prepare', '--period', '2026-03', '--yes')
    expect(refused).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('2026-Q1/01') as string })
    expect((await other.run('claims', 'list')).stdout).toMatch(/2026-Q1\/01 +prepared +€8,844.45/)
    expect((await other.run('check', '--period', '2026-03')).stdout).toContain('2026-Q1/01')
    expect((await one.run('claims', 'verify')).exitCode).toBe(0)
  })

  it('takes over a register from a file, and gives it back', async () => {
    const { folder, run } = await workspace()
    await run('prepare', '--period', '2026-Q1', '--yes')
    const exported = await run('register', 'export', 'register.ndjson')
    expect(exported, exported.stderr).toMatchObject({ exitCode: 0, stdout: '' })
    expect((await stat(join(folder, 'register.ndjson'))).mode & 0o777).toBe(0o600)
    expect(await run('register', 'export', 'register.ndjson')).toMatchObject({ exitCode: 2 })
    await useRegister(folder, await registers.location('postgres'))
    expect(await run('register', 'import', 'register.ndjson')).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('1 claims and 1 events') as string })
    expect(await run('prepare', '--period', '2026-Q1', '--yes')).toMatchObject({ stderr: expect.stringContaining('Nothing changed') as string })
    expect((await run('register', 'export', '--quiet')).stdout).toBe(await readFile(join(folder, 'register.ndjson'), 'utf8'))
    expect(await run('register', 'import', 'register.ndjson')).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('has claims already') as string })
    expect(await run('register', 'import', 'nothing.ndjson')).toMatchObject({ exitCode: 3 })
  })

  it('says where it looked when the server is not there, without the password', async () => {
    const { run } = await workspace('postgres://korvaus:hunter2@127.0.0.1:1/register')
    const refused = await run('prepare', '--period', '2026-Q1', '--yes')
    expect(refused).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('postgres://127.0.0.1:1/register cannot be reached (ECONNREFUSED)') as string })
    const doctor = await run('doctor')
    expect(doctor).toMatchObject({ exitCode: 5, stdout: expect.stringContaining('cannot be reached') as string })
    expect(`${refused.stderr}${doctor.stdout}`).not.toContain('hunter2')
  })
})
