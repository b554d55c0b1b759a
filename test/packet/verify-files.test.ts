import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { hashList, manifestSchema } from '../../src/packet/manifest.js'
import { canonical } from '../../src/packet/content.js'
import { fingerprintOf } from '../../src/packet/key-fingerprint.js'
import { newSigningKeys, publicKeyOf, signerOf } from '../../src/packet/keys.js'
import { keyedHash, personsOf } from '../../src/packet/persons.js'
import { renderPacket } from '../../src/packet/render-packet.js'
import { newOpeningKey, sealPersons } from '../../src/packet/seal.js'
import { packetAsZip } from '../../src/formats/zip.js'
import { sha256 } from '../../src/packet/manifest.js'
import { smallContent, smallLog } from './small-packet.js'
import { codes, remade, withClaim, text, verifyAt, verifyFiles, verifyZip, withFile, type Files } from './tampering.js'

const unsigned = smallContent()
const keys = [newSigningKeys(), newSigningKeys()].map(({ privatePem, publicPem }) => ({ signer: signerOf(privatePem, 'key'), publicKey: publicKeyOf(publicPem, 'key') })) as [Key, Key]
interface Key {
  signer: ReturnType<typeof signerOf>
  publicKey: ReturnType<typeof publicKeyOf>
}
const content = withClaim(unsigned, (json) => void (json.signer = keys[0].signer.publicKey))
let files: Files
let sealed: { file: Uint8Array; keyedHash: string; recipients: string[] }
beforeAll(async () => {
  const { recipient } = await newOpeningKey()
  const persons = personsOf({ log: smallLog(), claim: content.claim, secret: new Uint8Array(32) })
  sealed = { file: await sealPersons(persons, [recipient]), keyedHash: keyedHash(persons), recipients: [recipient] }
  files = await renderPacket(content, { signer: keys[0].signer, sealed })
})

const flipped = (bytes: Uint8Array) => bytes.with(Math.floor(bytes.length / 2), (bytes[Math.floor(bytes.length / 2)] as number) ^ 1)
const without = (name: string) => new Map([...files].filter(([one]) => one !== name))

describe('an untouched packet', () => {
  it('verifies as a folder, with the key of the claimant and without', async () => {
    expect(codes(await verifyFiles(files, { publicKey: keys[0].publicKey }))).toEqual([])
    const { ok, notes } = await verifyFiles(files)
    expect([ok, notes.map(({ code }) => code)]).toEqual([true, ['signature-unchecked', 'seal-unopened']])
  })

  it('verifies as a zip', async () => {
    expect(codes(await verifyZip(packetAsZip(files, 'korvaus_1234567-1_2026-03_01')))).toEqual([])
  })
})

describe('a flipped byte is named by its file', () => {
  it.each(['claim.json', 'assessment.json', 'rule-book.json', 'reviews.json', 'claim.pdf', 'cost-specification.xlsx', 'report.html', 'persons.age'])('%s', async (name) => {
    expect(codes(await verifyFiles(withFile(files, name, flipped)))).toContain(`file-changed ${name}`)
  })

  it('manifest.json, which no longer fits its list of hashes and its signature', async () => {
    const bytes = withFile(files, 'manifest.json', (json) => text(json).replace('2026-11-23', '2026-11-22'))
    expect(codes(await verifyFiles(bytes))).toEqual(expect.arrayContaining(['hash-list-differs manifest-sha256.txt', 'signature-wrong', 'clock-differs manifest.json 2026-11-22']))
  })

  it('manifest-sha256.txt', async () => {
    expect(codes(await verifyFiles(withFile(files, 'manifest-sha256.txt', flipped)))).toContain('hash-list-differs manifest-sha256.txt')
  })

  it('manifest.sig', async () => {
    expect(codes(await verifyFiles(withFile(files, 'manifest.sig', flipped)))).toEqual(['signature-wrong'])
  })
})

describe('files that are not those of the manifest are named', () => {
  it.each(['claim.json', 'assessment.json', 'claim.pdf', 'manifest.json', 'manifest-sha256.txt'])('%s is missing', async (name) => {
    expect(codes(await verifyFiles(without(name)))).toContain(`file-missing ${name}`)
  })

  it('an added file, its name shown without what could identify somebody', async () => {
    expect(codes(await verifyFiles(new Map([...files, ['notes 010190-901R.txt', new Uint8Array(1)]])))).toEqual(['file-added notes […].txt'])
  })

  it('two files that have changed places', async () => {
    const swapped = new Map([...files, ['claim.pdf', files.get('report.html') as Uint8Array], ['report.html', files.get('claim.pdf') as Uint8Array]])
    expect(codes(await verifyFiles(swapped))).toEqual(expect.arrayContaining(['file-changed claim.pdf', 'file-changed report.html']))
  })

  it('a truncated file and an empty one', async () => {
    expect(codes(await verifyFiles(withFile(files, 'claim.json', (bytes) => bytes.subarray(0, -10))))).toEqual(expect.arrayContaining(['file-changed claim.json', 'content-unreadable claim.json JSON']))
    expect(codes(await verifyFiles(withFile(files, 'assessment.json', () => '')))).toContain('file-changed assessment.json')
  })

  it('a folder and a link in place of files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'korvaus-packet-'))
    for (const [name, bytes] of files) await writeFile(join(folder, name), bytes)
    await mkdir(join(folder, 'more'))
    await rm(join(folder, 'report.html'))
    await symlink(join(folder, 'claim.pdf'), join(folder, 'report.html'))
    expect(codes(await verifyAt(folder))).toEqual(['file-not-plain more', 'file-not-plain report.html', 'file-missing report.html'])
    await rm(folder, { recursive: true })
  })

  it('a manifest that lists a file twice, tells a wrong length, is laid out otherwise or holds another key', async () => {
    const manifest = () => manifestSchema.parse(JSON.parse(text(files.get('manifest.json')))) as { files: { path: string; bytes: number; sha256: string }[] }
    const [twice, longer] = [manifest(), manifest()]
    twice.files.push(twice.files[0] as never)
    ;(longer.files[0] as { bytes: number }).bytes += 1
    expect(codes(await verifyFiles(withManifest(canonical(twice))))).toContain('manifest-lists-twice assessment.json')
    expect(codes(await verifyFiles(withManifest(canonical(longer))))).toContain('file-length assessment.json')
    expect(codes(await verifyFiles(withManifest(new TextEncoder().encode(JSON.stringify(manifest(), null, 2)))))).toContain('not-canonical manifest.json')
    expect(codes(await verifyFiles(withManifest(canonical({ ...manifest(), more: 1 }))))).toEqual(['manifest-unreadable '])
  })

  function withManifest(bytes: Uint8Array): Files {
    const { files: listed } = JSON.parse(text(bytes)) as { files: { path: string; sha256: string }[] }
    const hashes = [...listed, { path: 'manifest.json', sha256: sha256(bytes) }, { path: 'persons.age', sha256: sha256(sealed.file) }]
    return new Map([...files, ['manifest.json', bytes], ['manifest-sha256.txt', hashList(hashes)], ['manifest.sig', keys[0].signer.sign(bytes)]])
  }
})

describe('a signature that is not the claimant\'s is named', () => {
  it('taken away', async () => {
    expect(codes(await verifyFiles(without('manifest.sig')))).toEqual(['signature-missing'])
  })

  it('taken away together with every mention, from one who knows the key', async () => {
    expect(codes(await verifyFiles(remade(files, unsigned), { publicKey: keys[0].publicKey }))).toEqual(expect.arrayContaining(['signature-missing']))
    expect(codes(await verifyFiles(remade(files, content)))).toEqual(['signature-missing'])
  })

  it('made again with another key', async () => {
    const resigned = remade(files, content, [], { signer: keys[1].signer, sealed })
    expect(codes(await verifyFiles(resigned, { publicKey: keys[0].publicKey }))).toEqual(['signature-other-key', 'signature-not-claims'])
    expect(codes(await verifyFiles(resigned))).toEqual(['signature-not-claims'])
  })

  it('made again with another key that the claim was made to name, from one who knows the key or the packet that was recorded', async () => {
    const forged = withClaim(unsigned, (json) => void (json.signer = keys[1].signer.publicKey))
    const resigned = await renderPacket(forged, { signer: keys[1].signer, sealed })
    expect((await verifyFiles(resigned)).notes.map(({ values }) => values.key)).toEqual([fingerprintOf(keys[1].signer.publicKey), undefined])
    expect(codes(await verifyFiles(resigned, { publicKey: keys[0].publicKey }))).toEqual(['signature-other-key'])
    expect(codes(await verifyFiles(resigned, { known: async () => ({ publicKeys: [keys[0].publicKey] }) }))).toEqual([`signature-not-workspaces ${fingerprintOf(keys[1].signer.publicKey)}`])
    expect(codes(await verifyFiles(resigned, { known: async () => ({ publicKeys: [], recorded: sha256(files.get('manifest.json') as Uint8Array) }) }))).toEqual(['register-differs 2026-03/01'])
    expect(codes(await verifyFiles(files, { known: async () => ({ publicKeys: [keys[1].publicKey, keys[0].publicKey], recorded: sha256(files.get('manifest.json') as Uint8Array) }) }))).toEqual([])
  })

  it('made with another key while the manifest names the right one', async () => {
    expect(codes(await verifyFiles(new Map([...files, ['manifest.sig', keys[1].signer.sign(files.get('manifest.json') as Uint8Array)]])))).toEqual(['signature-wrong'])
  })

  it('of another manifest, or no signature at all', async () => {
    expect(codes(await verifyFiles(new Map([...files, ['manifest.sig', keys[0].signer.sign(new Uint8Array(3))]])))).toEqual(['signature-wrong'])
    expect(codes(await verifyFiles(withFile(files, 'manifest.sig', () => 'signed')))).toEqual(['signature-malformed'])
  })
})

describe('a sealed annex out of place is named', () => {
  it('taken away, added to a packet that has none, or replaced by a text', async () => {
    expect(codes(await verifyFiles(without('persons.age')))).toContain('seal-unlisted')
    expect(codes(await verifyFiles(new Map([...remade(files, content), ['persons.age', sealed.file]])))).toContain('seal-unlisted')
    expect(codes(await verifyFiles(remade(files, content, [], { signer: keys[0].signer, sealed: { ...sealed, file: new Uint8Array(99) } })))).toEqual(['seal-damaged'])
  })
})

describe('a zip that is not what its directory says is named', () => {
  const zip = () => Buffer.from(packetAsZip(files, 'packet'))

  it('two entries of one name', async () => {
    const doubled = packetAsZip(new Map([...files, ['reviews.jso2', files.get('reviews.json') as Uint8Array]]), 'packet')
    expect(codes(await verifyZip(Buffer.from(Buffer.from(doubled).toString('latin1').replaceAll('reviews.jso2', 'reviews.json'), 'latin1')))).toEqual(['entry-twice reviews.json'])
  })

  it('an entry that points out of the packet', async () => {
    const doubled = packetAsZip(new Map([...files, ['aa/evil.txt', new Uint8Array(2)]]), 'packet')
    expect(codes(await verifyZip(Buffer.from(Buffer.from(doubled).toString('latin1').replaceAll('aa/evil.txt', '../evil.txt'), 'latin1')))).toEqual(['entry-outside packet/../evil.txt'])
  })

  it('bytes that belong to no entry: before, behind, or an entry taken from the directory', async () => {
    expect(codes(await verifyZip(Buffer.concat([zip(), Buffer.from('more')])))).toEqual(['zip-hidden 4'])
    expect(codes(await verifyZip(Buffer.concat([Buffer.from('more'), zip()])))[0]).toMatch(/^zip-damaged/)
  })

  it('cut off, damaged inside, or no zip at all', async () => {
    expect(codes(await verifyZip(zip().subarray(0, -100)))[0]).toBe('zip-damaged directory')
    expect(codes(await verifyZip(Buffer.from(zip().map((byte, index) => (index === 3000 ? byte ^ 255 : byte))))).some((code) => code.startsWith('zip-damaged'))).toBe(true)
    expect(codes(await verifyZip(Buffer.from('no zip')))).toContain('zip-damaged directory')
  })
})
