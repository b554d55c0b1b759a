import { execFileSync } from 'node:child_process'
import { appendFile, cp, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openIdentity } from '../../src/packet/seal.js'
import { copyWorkspace } from '../end-to-end/run-built.js'
import { toolAt, used } from '../packet/tools.js'
import { keys, person } from './person.js'
import { runKorvaus } from './run-korvaus.js'

const example = join(dirname(fileURLToPath(import.meta.url)), '../../fixtures/example/workspace')
const packet = 'packets/korvaus_1234567-1_2026-Q1_01'
let workspace: string
beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'korvaus-keys-'))
  await cp(example, workspace, { recursive: true, filter: (path) => !/packets|korvaus\.db|\.korvaus|keys/.test(path.slice(example.length)) })
})
afterAll(() => rm(workspace, { recursive: true }))
const run = (...argv: string[]) => runKorvaus([...argv, '--lang', 'en'], workspace)

describe('keys new', () => {
  it('makes signing keys of which only the owner can read the private one, and never replaces them', async () => {
    expect(await run('keys', 'new')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('BEGIN PUBLIC KEY') as string })
    expect((await stat(join(workspace, 'keys/claimant.ed25519'))).mode & 0o777).toBe(0o600)
    expect(await run('keys', 'new')).toMatchObject({ exitCode: 2, stdout: '' })
  })

  it('protects the private key by a passphrase when asked, so that prepare and openssl need it', async () => {
    const signed = await copyWorkspace('example')
    await appendFile(join(signed, 'korvaus.yaml'), '\nsigning: { key: keys/claimant.ed25519 }\n')
    const at = (argv: string[], passphrase?: string) => runKorvaus([...argv, '--lang', 'en'], signed, { env: passphrase === undefined ? {} : { KORVAUS_PASSPHRASE: passphrase } })
    expect(await at(['keys', 'new', '--passphrase'], 'correct horse')).toMatchObject({ exitCode: 0 })
    const path = join(signed, 'keys/claimant.ed25519')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readFile(path, 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY')
    for (const wrong of [undefined, 'wrong horse']) expect(await at(['prepare', '--period', '2026-Q1', '--yes'], wrong)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('passphrase') as string })
    expect((await at(['prepare', '--period', '2026-Q1', '--yes'], 'correct horse')).exitCode).toBe(1)
    expect(await at(['verify', packet, '--key', 'keys/claimant.ed25519.pub.pem'])).toMatchObject({ exitCode: 0 })
    used('keys', ['openssl'], 'node:crypto')
    if (toolAt('openssl') !== undefined) {
      const publicHalf = (passphrase: string) => execFileSync('openssl', ['pkey', '-in', path, '-passin', `pass:${passphrase}`, '-pubout'], { encoding: 'utf8', stdio: 'pipe' })
      expect(publicHalf('correct horse')).toBe(await readFile(`${path}.pub.pem`, 'utf8'))
      expect(() => publicHalf('wrong horse')).toThrow()
    }
    await rm(signed, { recursive: true })
  })

  it('asks at a terminal for the passphrase twice, and makes no key when the two differ', async () => {
    for (const [again, exitCode] of [['a slip', 2], ['correct horse', 0]] as const) {
      const officer = person([['Passphrase of the key', `correct horse${keys.enter}`], ['The same passphrase again', `${again}${keys.enter}`]])
      expect(await runKorvaus(['keys', 'new', 'keys/typed', '--passphrase', '--lang', 'en'], workspace, { isTerminal: true })).toMatchObject({ exitCode })
      officer.leave()
      expect(officer.left).toEqual([])
      expect(officer.screen()).not.toContain('correct horse')
    }
    expect(await readFile(join(workspace, 'keys/typed'), 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY')
  })

  it('protects an opening key by a passphrase in the way of age', async () => {
    const env = { KORVAUS_PASSPHRASE: 'battery staple' }
    expect(await runKorvaus(['keys', 'new', 'keys/sealed.age', '--opening', '--passphrase', '--lang', 'en'], workspace, { env })).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^age1\w+\n$/) as string })
    const text = await readFile(join(workspace, 'keys/sealed.age'), 'utf8')
    expect((await stat(join(workspace, 'keys/sealed.age'))).mode & 0o777).toBe(0o600)
    expect(text).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/)
    expect(await openIdentity(text, 'battery staple', 'sealed.age')).toContain('AGE-SECRET-KEY-1')
    for (const wrong of [undefined, 'wrong']) await expect(openIdentity(text, wrong, 'sealed.age')).rejects.toThrow('key-passphrase')
  })

  it('asks for a passphrase rather than making a key without one', async () => {
    expect(await run('keys', 'new', 'keys/other', '--passphrase')).toMatchObject({ exitCode: 2 })
  })
})

describe('a signed and sealed packet', () => {
  it('is made by prepare, proven with the public key, opened with the opening key alone', async () => {
    const recipient = (await run('keys', 'new', '--opening')).stdout.trim()
    await writeFile(join(workspace, 'korvaus.yaml'), `${await readFile(join(workspace, 'korvaus.yaml'), 'utf8')}signing: { key: keys/claimant.ed25519 }\nseal: { recipients: [${recipient}] }\npseudonyms: per-packet\n`)
    const prepared = await run('prepare', '--period', '2026-Q1', '--yes', '--as-of', '2026-11-23')
    expect(prepared.exitCode, prepared.stderr).toBe(1)
    expect(await run('verify', packet, '--key', 'keys/claimant.ed25519.pub.pem', '--source', 'palveluloki.xlsx')).toMatchObject({ exitCode: 0 })
    const opened = await run('open', packet, '--identity', 'keys/opening.age')
    expect(opened.exitCode, opened.stderr).toBe(0)
    expect(JSON.parse(opened.stdout)).toMatchObject({ claim: '2026-Q1/01', persons: expect.arrayContaining([expect.objectContaining({ ownCase: expect.stringMatching(/^A-1/) as string, personalId: expect.any(String) as string })]) as unknown })
    expect(await readFile(join(workspace, packet, 'claim.json'), 'utf8')).not.toContain('"A-10')
  })

  it('stands when it is prepared again, though the seal is random', async () => {
    const before = await readFile(join(workspace, packet, 'persons.age'))
    expect((await run('prepare', '--period', '2026-Q1', '--yes', '--as-of', '2026-11-23')).stderr).toContain('Nothing changed')
    expect((await readFile(join(workspace, packet, 'persons.age'))).equals(before)).toBe(true)
  })

  it('is told in the workspace from one that the register does not hold, and from one signed with a key that is not there', async () => {
    const [replaced, keyless] = [join(workspace, 'replaced'), join(workspace, 'keys/claimant.ed25519.pub.pem')]
    await cp(join(workspace, packet), replaced, { recursive: true })
    expect((await run('prepare', '--period', '2026-Q1', '--yes', '--as-of', '2026-11-24')).stderr).toContain('was replaced')
    expect(await run('verify', packet)).toMatchObject({ exitCode: 0 })
    expect(await run('verify', replaced)).toMatchObject({ exitCode: 4, stdout: expect.stringContaining('not the one that the register holds as claim 2026-Q1/01') as string })
    await run('keys', 'new', 'keys/other')
    await rename(keyless, `${keyless}.away`)
    expect(await run('verify', packet)).toMatchObject({ exitCode: 4, stdout: expect.stringContaining('which the workspace of the claimant does not have') as string })
    await rename(`${keyless}.away`, keyless)
  })

  it('does not open with another key, nor verify with one', async () => {
    await run('keys', 'new', 'keys/second.age', '--opening')
    await run('keys', 'new', 'keys/second')
    expect(await run('open', packet, '--identity', 'keys/second.age')).toMatchObject({ exitCode: 4, stdout: '' })
    expect(await run('open', packet, '--identity', 'keys/second')).toMatchObject({ exitCode: 2 })
    const verified = await run('verify', packet, '--key', 'keys/second.pub.pem')
    expect([verified.exitCode, verified.stdout]).toEqual([4, expect.stringContaining('another key')])
    expect(await run('verify', packet, '--key', 'palveluloki.xlsx')).toMatchObject({ exitCode: 2 })
  })
})
