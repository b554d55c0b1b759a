import { execFileSync } from 'node:child_process'
import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newSigningKeys, signerOf } from '../../src/packet/keys.js'
import { manifestOf, sha256 } from '../../src/packet/manifest.js'
import { keyedHash, personsOf } from '../../src/packet/persons.js'
import { inputsKeyOf } from '../../src/model/inputs.js'
import { withPacketPseudonyms } from '../../src/packet/pseudonyms.js'
import { newOpeningKey, openPersons, sealPersons } from '../../src/packet/seal.js'
import { packetStands } from '../../src/packet/stands.js'
import { contentFiles } from '../../src/packet/content.js'
import { pseudonymousContent, smallContent, smallLog } from './small-packet.js'
import { toolAt, used } from './tools.js'

const content = smallContent()
const secret = new Uint8Array(32).fill(7)
const persons = personsOf({ log: smallLog(), claim: content.claim, secret })
const keys = newSigningKeys()
let opening: { identity: string; recipient: string }
let files: Map<string, Uint8Array>
let folder: string
beforeAll(async () => {
  opening = await newOpeningKey()
  const sealed = { file: await sealPersons(persons, [opening.recipient]), keyedHash: keyedHash(persons), recipients: [opening.recipient] }
  const listed = contentFiles(content)
  files = new Map([...listed, ...manifestOf(content, listed, { signer: signerOf(keys.privatePem, 'key'), sealed })])
  folder = mkdtempSync(join(tmpdir(), 'korvaus-protection-'))
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
  writeFileSync(join(folder, 'public.pem'), keys.publicPem)
  writeFileSync(join(folder, 'identity.txt'), `${opening.identity}\n`)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the signature', () => {
  it('is one that openssl verifies with the public key alone', () => {
    used('signature', ['openssl'], 'node:crypto')
    expect(verify(null, files.get('manifest.json') as Uint8Array, createPublicKey(keys.publicPem), files.get('manifest.sig') as Uint8Array)).toBe(true)
    if (toolAt('openssl')) expect(execFileSync('openssl', ['pkeyutl', '-verify', '-pubin', '-inkey', 'public.pem', '-rawin', '-in', 'manifest.json', '-sigfile', 'manifest.sig'], { cwd: folder, encoding: 'utf8' })).toContain('Verified Successfully')
  })

  it('needs the passphrase where the key has one', () => {
    const { privatePem } = newSigningKeys('correct horse')
    expect(privatePem).toContain('BEGIN ENCRYPTED PRIVATE KEY')
    expect(signerOf(privatePem, 'key', 'correct horse').sign(new Uint8Array(1))).toHaveLength(64)
    for (const passphrase of [undefined, 'wrong']) expect(() => signerOf(privatePem, 'key', passphrase)).toThrow('key-passphrase')
    expect(() => signerOf('no key', 'key')).toThrow('key-unreadable')
  })
})

describe('the list of hashes', () => {
  it('is one that sha256sum -c reads', () => {
    used('hashes', ['sha256sum'], 'node:crypto')
    const lines = new TextDecoder().decode(files.get('manifest-sha256.txt')).trim().split('\n')
    expect(lines.map((line) => line.split('  '))).toEqual(expect.arrayContaining([[sha256(files.get('claim.json') as Uint8Array), 'claim.json'], [sha256(files.get('persons.age') as Uint8Array), 'persons.age']]))
    if (toolAt('sha256sum')) expect(execFileSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: folder, encoding: 'utf8' })).not.toContain('FAILED')
  })
})

describe('the sealed annex', () => {
  it('holds who the claimed persons are, and the withheld details, for each recipient alone', async () => {
    const second = await newOpeningKey()
    const sealed = await sealPersons(persons, [opening.recipient, second.recipient])
    for (const { identity } of [opening, second]) {
      const opened = await openPersons(sealed, [identity], 'packet')
      expect(opened.persons.find((one) => one.case === 'C')).toMatchObject({ personalId: '010190-901R', nonDisclosure: true, residences: [{ municipality: 'Raisio' }], details: { 'SAF-1': { provider: 'Hidden shelter', worker: 'T9' } } })
    }
    await expect(openPersons(sealed, [(await newOpeningKey()).identity], 'packet')).rejects.toThrow('annex-closed')
    await expect(sealPersons(persons, ['age1nobody'])).rejects.toThrow('recipient-invalid')
  })

  it('opens with the ordinary age', () => {
    used('sealing', ['age'], 'age-encryption')
    expect(new TextDecoder().decode(files.get('persons.age')?.subarray(0, 21))).toBe('age-encryption.org/v1')
    if (toolAt('age')) expect(JSON.parse(execFileSync('age', ['-d', '-i', 'identity.txt', 'persons.age'], { cwd: folder, encoding: 'utf8' }))).toEqual(persons)
  })

  it('opens with the ordinary age for each of several recipients, and for nobody else', async () => {
    const [second, third, stranger] = [await newOpeningKey(), await newOpeningKey(), await newOpeningKey()]
    writeFileSync(join(folder, 'for-three.age'), await sealPersons(persons, [opening.recipient, second.recipient, third.recipient]))
    if (toolAt('age') === undefined) return
    const openedBy = ({ identity }: { identity: string }) => JSON.parse(execFileSync('age', ['-d', '-i', '-', 'for-three.age'], { cwd: folder, encoding: 'utf8', input: `${identity}\n`, stdio: 'pipe' })) as unknown
    for (const one of [opening, second, third]) expect(openedBy(one)).toEqual(persons)
    expect(() => openedBy(stranger)).toThrow('no identity matched')
  })

  it('leaves in the manifest a hash that nobody without the annex can test a guess against', () => {
    expect(keyedHash(persons)).not.toBe(keyedHash({ ...persons, persons: [] }))
    const { key: _, ...plain } = persons
    expect(new TextDecoder().decode(files.get('manifest.json'))).not.toContain(sha256(new TextEncoder().encode(JSON.stringify(plain))))
    expect(new TextDecoder().decode(files.get('manifest.json'))).not.toContain(persons.key)
  })

  it('does not make a packet another one, though it is random', async () => {
    const again = { file: await sealPersons(persons, [opening.recipient]), keyedHash: keyedHash(persons), recipients: [opening.recipient] }
    const listed = contentFiles(content)
    const second = new Map([...listed, ...manifestOf(content, listed, { signer: signerOf(keys.privatePem, 'key'), sealed: again })])
    expect(Buffer.from(second.get('manifest.json') as Uint8Array).equals(files.get('manifest.json') as Uint8Array)).toBe(true)
    expect(packetStands(second, files)).toBe(true)
    expect(packetStands(second, new Map([...files, ['claim.json', new Uint8Array()]]))).toBe(false)
    expect(packetStands(second, new Map([...files, ['persons.age', new Uint8Array()]]))).toBe(false)
  })
})

describe('pseudonyms of one packet', () => {
  it('are the same for the same packet, and tell nothing across packets', () => {
    const cases = (number: string) => withPacketPseudonyms(smallLog(), inputsKeyOf(secret, number), number).log.cases.map((one) => one.case)
    expect(cases('2026-03/01')).toEqual(cases('2026-03/01'))
    expect(cases('2026-03/01').filter((one) => cases('2026-04/01').includes(one))).toEqual([])
    expect(cases('2026-03/01').every((one) => /^[A-Z2-9]{7}$/.test(one))).toBe(true)
  })

  it('stand for the case in every table of the log, and lead back to it', () => {
    const { log, originals, ownItems } = withPacketPseudonyms(smallLog(), inputsKeyOf(secret, '2026-03/01'), '2026-03/01')
    expect(log.items.map((item) => originals.case.get(item.case ?? ''))).toEqual(log.items.map((item) => ownItems.get(item.id)?.case))
    expect(log.items.map((item) => originals.item.get(item.id)).sort()).toEqual(smallLog().items.map((item) => item.id).sort())
    for (const rows of [log.cases, log.residences, log.decisions]) expect(rows.every((row) => originals.case.has(row.case))).toBe(true)
    expect(pseudonymousContent().claim.totals).toEqual(content.claim.totals)
  })
})
