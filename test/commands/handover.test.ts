import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { archiveOf, filesOfArchive } from '../../src/desk/handover-archive.js'
import { testRegisters } from '../register/engines.js'
import { runKorvaus } from './run-korvaus.js'

const registers = testRegisters()
const root = join(import.meta.dirname, '../..')
let folder: string
let recipient: string
const at = (place: string, ...argv: string[]) => runKorvaus([...argv, '--lang', 'en'], join(folder, place))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-handover-'))
  await cp(join(root, 'fixtures/kept/workspace'), join(folder, 'here'), { recursive: true })
  await mkdir(join(folder, 'there'))
  recipient = (await at('there', 'keys', 'new', '../opening.age', '--opening')).stdout.trim()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const open = () => at('there', 'handover', '--open', '../sealed.age', '--identity', '../opening.age')

describe('a workspace that is handed over', () => {
  it('is listed, with what is not made yet and what is missing', async () => {
    expect(await at('here', 'handover')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('[not made yet]  Key of the register (secret): keys/register.key') })
    await at('here', 'prepare', '--period', '2026-03', '--yes', '--quiet')
    expect((await at('here', 'handover')).stdout).toContain('[take]  Claim packet: packets/korvaus_1234567-1_2026-03_01')
    await rm(join(folder, 'here/keys/register.key'))
    expect(await at('here', 'handover')).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('[missing]  Key of the register (secret): keys/register.key') })
    expect(await at('here', 'handover', '--archive', '../sealed.age', '--to', recipient)).toMatchObject({ exitCode: 3 })
    expect(existsSync(join(folder, 'sealed.age'))).toBe(false)
  })

  it('goes on in the other place from one sealed archive, with its register, key and packets', async () => {
    await at('here', 'prepare', '--period', '2026-03', '--yes', '--quiet')
    await at('here', 'claims', 'file', '2026-03/01', '--by', 'H')
    expect(await at('here', 'handover', '--archive', '../sealed.age', '--to', recipient)).toMatchObject({ exitCode: 0 })
    const sealed = await readFile(join(folder, 'sealed.age'), 'latin1')
    const key = (await readFile(join(folder, 'here/keys/register.key'), 'utf8')).trim()
    for (const secret of [key, Buffer.from(key).toString('base64').slice(0, 40), 'kustannukset', '1234567-1']) expect(sealed).not.toContain(secret)

    expect(await open()).toMatchObject({ exitCode: 0 })
    const doctor = await at('there', 'doctor')
    expect([doctor.exitCode, doctor.stdout]).toEqual([0, expect.not.stringContaining('[mend]')])
    for (const argv of [['claims', 'list'], ['claims', 'verify'], ['check', '--format', 'json']]) expect((await at('there', ...argv)).stdout, argv.join(' ')).toBe((await at('here', ...argv)).stdout)
    expect((await at('there', 'verify', 'packets/korvaus_1234567-1_2026-03_01')).exitCode).toBe(0)
    expect(await open()).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('exists already') })
  })

  it('with a register on PostgreSQL leaves the register where it is', async () => {
    await writeFile(join(folder, 'here/korvaus.yaml'), `${await readFile(join(folder, 'here/korvaus.yaml'), 'utf8')}register: ${await registers.location('postgres')}\n`)
    await at('here', 'prepare', '--period', '2026-03', '--yes', '--quiet')
    const { stdout } = await at('here', 'handover', '--archive', '../sealed.age', '--to', recipient)
    expect(stdout).toMatch(/\[elsewhere\] {2}Register: postgres:\/\/127/)
    expect(stdout).not.toContain('secret@')
    expect(await open()).toMatchObject({ exitCode: 0 })
    expect((await at('there', 'doctor')).exitCode).toBe(0)
  })

  it('is not opened with another key, nor from a file that is none, and nothing is written', async () => {
    await at('here', 'handover', '--archive', '../sealed.age', '--to', recipient)
    await at('there', 'keys', 'new', '../other.age', '--opening')
    expect(await at('there', 'handover', '--open', '../sealed.age', '--identity', '../other.age')).toMatchObject({ exitCode: 4 })
    await writeFile(join(folder, 'sealed.age'), 'nothing sealed')
    expect(await open()).toMatchObject({ exitCode: 4 })
    expect(existsSync(join(folder, 'there/korvaus.yaml'))).toBe(false)
    expect(await at('here', 'handover', '--archive', '../again.age')).toMatchObject({ exitCode: 2 })
  })
})

describe('the lines of an archive', () => {
  it('give back the files that were put in', () => {
    const files = new Map([['korvaus.yaml', Buffer.from('ä')], ['packets/a/claim.json', Buffer.from([0, 255])]])
    expect(filesOfArchive(archiveOf(files, '2026-11-23'), 'x')).toEqual(files)
  })

  it.each(['../out', '/etc/passwd', 'a/../../b', 'a\\b', 'C:/x', '.korvaus/packet-change.json', 'a//b', './a', 'a\u0000b', ''])('are refused with a name that leads elsewhere: %j', (path) => {
    expect(() => filesOfArchive(archiveOf(new Map([[path, Buffer.from('x')]]), '2026-11-23'), 'x')).toThrow('handover-damaged')
  })

  it('are refused with a name that stands twice, with other bytes than their hash, and without their head', () => {
    const [head, line] = archiveOf(new Map([['a', Buffer.from('x')]]), '2026-11-23').split('\n') as [string, string]
    for (const text of [`${head}\n${line}\n${line}\n`, `${head}\n${line.replace('"eA=="', '"eQ=="')}\n`, `${line}\n`, '']) expect(() => filesOfArchive(text, 'x')).toThrow('handover-damaged')
  })
})
