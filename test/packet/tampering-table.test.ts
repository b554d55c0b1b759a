import { unzipSync } from 'fflate'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bytesOf, canonical, contentFiles, type PacketContent } from '../../src/packet/content.js'
import { newSigningKeys, signerOf } from '../../src/packet/keys.js'
import { hashList, sha256 } from '../../src/packet/manifest.js'
import { keyedHash, personsOf } from '../../src/packet/persons.js'
import { renderPacket } from '../../src/packet/render-packet.js'
import { newOpeningKey, sealPersons } from '../../src/packet/seal.js'
import { packetAsZip, zipOf } from '../../src/formats/zip.js'
import { differenceKinds } from '../../src/packet/verify/difference.js'
import { toolVersion } from '../../src/version.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { smallContent, smallLog } from './small-packet.js'
import { remade, text, withAssessment, withBook, withClaim, withFile } from './tampering.js'

const keys = [newSigningKeys(), newSigningKeys()] as const
const signers = keys.map(({ privatePem }) => signerOf(privatePem, 'key')) as [ReturnType<typeof signerOf>, ReturnType<typeof signerOf>]
const content = withAssessment(withClaim(smallContent(), (json) => {
  json.tool.version = toolVersion
  json.signer = signers[0].publicKey
}), (copy) => void (copy.tool.version = toolVersion))

type Packet = ReadonlyMap<string, Uint8Array>
let files: Packet
let sealed: { file: Uint8Array; keyedHash: string; recipients: string[] }
let folder: string
const annexes = new Map<string, Uint8Array>()
beforeAll(async () => {
  const [{ recipient, identity }, stranger] = [await newOpeningKey(), await newOpeningKey()]
  const persons = personsOf({ log: smallLog(), claim: content.claim, secret: new Uint8Array(32) })
  annexes.set('other', await sealPersons({ ...persons, persons: [] }, [recipient]))
  annexes.set('elsewhere', await sealPersons(persons, [stranger.recipient]))
  sealed = { file: await sealPersons(persons, [recipient]), keyedHash: keyedHash(persons), recipients: [recipient] }
  files = await renderPacket(content, { signer: signers[0], sealed })
  folder = await mkdtemp(join(tmpdir(), 'korvaus-tampering-'))
  await writeFile(join(folder, 'identity.txt'), `${identity}\n`)
  for (const [index, { publicPem }] of keys.entries()) await writeFile(join(folder, `key-${index}.pem`), publicPem)
})
afterAll(() => rm(folder, { recursive: true }))

const flipped = (name: string) => () => withFile(files, name, (bytes) => bytes.with(Math.floor(bytes.length / 2), (bytes[Math.floor(bytes.length / 2)] as number) ^ 1))
const without = (name: string) => () => new Map([...files].filter(([one]) => one !== name))
/** The changed content in all its files, with every hash made to agree, signed by whoever has the key: the most patient forger. */
const forged = (changed: PacketContent, signer = signers[0]) => renderPacket(changed, { signer, sealed })
const claim = (change: Parameters<typeof withClaim>[1]) => () => forged(withClaim(content, change))
const assessment = (change: Parameters<typeof withAssessment>[1]) => () => forged(withAssessment(content, change))
const book = (change: Parameters<typeof withBook>[1]) => () => forged(withBook(content, change))
const shown = (name: string, bytes: Uint8Array | string) => remade(files, content, [[name, bytes]], { signer: signers[0], sealed })
const zipped = (more: readonly (readonly [string, Uint8Array])[] = []) => Buffer.from(packetAsZip(new Map([...files, ...more]), 'packet'))
const renamed = (zip: Buffer, from: string, to: string) => Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')
/** Only where the entry itself stands, which comes before the directory. */
const firstRenamed = (zip: Buffer, from: string, to: string) => Buffer.from(zip.toString('latin1').replace(from, to), 'latin1')
/** A comment of the last entry in the directory, which unpacking tools pass over. */
const withCommentedEntry = (zip: Buffer) => {
  const [end, comment] = [zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1'), Buffer.from('who it was')]
  const last = zip.lastIndexOf('PK\u0001\u0002', undefined, 'latin1')
  const changed = Buffer.concat([zip.subarray(0, end), comment, zip.subarray(end)])
  changed.writeUInt16LE(comment.length, last + 32)
  return changed
}
const withAnnex = (name: string) => {
  const annex = annexes.get(name) as Uint8Array
  return withFile(new Map([...files, ['persons.age', annex]]), 'manifest-sha256.txt', (list) => text(list).replace(/.*(?= {2}persons\.age)/, sha256(annex)))
}
const manifestWith = (change: (manifest: { files: { path: string; bytes: number; sha256: string }[] }) => void) => () => {
  const manifest = JSON.parse(text(files.get('manifest.json'))) as { files: { path: string; bytes: number; sha256: string }[] }
  change(manifest)
  const bytes = canonical(manifest)
  return new Map([...files, ['manifest.json', bytes], ['manifest-sha256.txt', hashList([...manifest.files, { path: 'manifest.json', sha256: sha256(bytes) }, { path: 'persons.age', sha256: sha256(sealed.file) }])], ['manifest.sig', signers[0].sign(bytes)]])
}
type Json = { facts: { items: { id: string }[] } }
const fact = (id: string, change: object) => claim((json) => void Object.assign((json as unknown as Json).facts.items.find((item) => item.id === id) as object, change))
const item = (id: string, change: object) => assessment((copy) => void Object.assign(copy.items.find((one) => one.id === id) as object, change))
const rule = (books: { rules: PacketContent['ruleBook']['rules'] }, id: string) => books.rules.find((one) => one.rule === id) as unknown as Record<string, unknown>
const editedWorkbook = () => {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(files.get('cost-specification.xlsx') as Uint8Array)))
  parts.set('xl/worksheets/sheet1.xml', bytesOf(text(parts.get('xl/worksheets/sheet1.xml')).replaceAll('<v>100</v>', '<v>900</v>')))
  return zipOf(parts)
}

/** What was done, by what it is named, what it was done to (a zip where it is one), and options of the verifier. */
const table: readonly (readonly [what: string, code: string, tamper: () => Packet | Buffer | Promise<Packet>, argv?: readonly string[]])[] = [
  ['a byte of claim.json', 'file-changed', flipped('claim.json')],
  ['a byte of assessment.json', 'file-changed', flipped('assessment.json')],
  ['a byte of rule-book.json', 'file-changed', flipped('rule-book.json')],
  ['a byte of reviews.json', 'file-changed', flipped('reviews.json')],
  ['a byte of claim.pdf', 'file-changed', flipped('claim.pdf')],
  ['a byte of cost-specification.xlsx', 'file-changed', flipped('cost-specification.xlsx')],
  ['a byte of report.html', 'file-changed', flipped('report.html')],
  ['a byte of persons.age', 'file-changed', flipped('persons.age')],
  ['a byte of manifest-sha256.txt', 'hash-list-differs', flipped('manifest-sha256.txt')],
  ['a byte of manifest.sig', 'signature-wrong', flipped('manifest.sig')],
  ['the date in manifest.json', 'signature-wrong', () => withFile(files, 'manifest.json', (json) => text(json).replace('2026-11-23', '2026-11-22'))],
  ['two files swapped', 'file-changed', () => new Map([...files, ['claim.pdf', files.get('report.html') as Uint8Array], ['report.html', files.get('claim.pdf') as Uint8Array]])],
  ['a file added', 'file-added', () => new Map([...files, ['extra.txt', new Uint8Array(3)]])],
  ['a file taken away', 'file-missing', without('report.html')],
  ['the manifest taken away', 'file-missing', without('manifest.json')],
  ['a file cut off', 'content-unreadable', () => withFile(files, 'claim.json', (bytes) => bytes.subarray(0, -10))],
  ['a file listed twice', 'manifest-lists-twice', manifestWith((manifest) => void manifest.files.push(manifest.files[0] as never))],
  ['another length listed', 'file-length', manifestWith((manifest) => void ((manifest.files[0] as { bytes: number }).bytes += 1))],
  ['a key that no manifest has', 'manifest-unreadable', manifestWith((manifest) => void Object.assign(manifest, { more: 1 }))],
  ['the sum in the manifest', 'manifest-differs', manifestWith((manifest) => void Object.assign((manifest as unknown as { claim: object }).claim, { amount: '1.00' }))],
  ['the signature taken away', 'signature-missing', without('manifest.sig')],
  ['the signature and every mention of it in the manifest taken away', 'signature-missing', () => remade(files, content, [], { sealed })],
  ['signed again with another key', 'signature-not-claims', () => remade(files, content, [], { signer: signers[1], sealed })],
  ['made anew and signed with another key, for one who has the right one', 'signature-other-key', () => forged(withClaim(content, (json) => void (json.signer = signers[1].publicKey)), signers[1]), ['--key', 'key-0.pem']],
  ['a text for a signature', 'signature-malformed', () => withFile(files, 'manifest.sig', () => 'signed')],
  ['the sealed annex taken away', 'seal-unlisted', without('persons.age')],
  ['the sealed annex of nobody', 'seal-damaged', () => remade(files, content, [], { signer: signers[0], sealed: { ...sealed, file: new Uint8Array(99) } })],
  ['the sealed annex exchanged for another one, hashes made to agree, for one who can open it', 'seal-changed', () => withAnnex('other'), ['--identity', 'identity.txt']],
  ['the sealed annex exchanged for one that only somebody else can open', 'seal-closed', () => withAnnex('elsewhere'), ['--identity', 'identity.txt']],
  ['an amount with every hash recomputed', 'item-amount', fact('HEA-1', { net: '900.00', gross: '900.00', amount: '900.00' })],
  ['an amount that is not net less deductions', 'details-differ', fact('HEA-1', { amount: '120.00' })],
  ['a service day of another law', 'item-law', fact('HEA-1', { serviceDate: '2025-12-30' })],
  ['a residence', 'item-outcome', fact('HEA-1', { residenceInArea: false })],
  ['the case of an item', 'items-differ', fact('HEA-1', { case: 'B' })],
  ['a missing decision made to be there', 'item-findings', fact('NOD-1', { decisionListed: true, decisionForCase: true, decisionCoversDate: true, decisionCoversCategory: true })],
  ['a description in other words', 'details-differ', claim((json) => void Object.assign(json.details['HEA-1'] as object, { description: 'Something else altogether' }))],
  ['a decision taken from those relied on', 'decision-missing', claim((json) => void json.decisions.shift())],
  ['a policy of the claimant', 'item-findings', claim((json) => void ((json.facts.policy as Record<string, string>).legalAdvice = 'accepted'))],
  ['the total of the claim', 'total-differs', claim((json) => void (json.totals.amount = '9999.00'))],
  ['the total of a category', 'total-differs', claim((json) => void ((json.totals.byCategory[0] as { amount: string }).amount = '1.00'))],
  ['claimed items in another order', 'claimed-reordered', claim((json) => void json.claimed.reverse())],
  ['an item claimed twice', 'item-twice', claim((json) => void json.claimed.push('HEA-1'))],
  ['an item claimed that may not be', 'claimed-differs', claim((json) => void json.claimed.push('NOD-1'))],
  ['assessed items in another order', 'items-reordered', assessment((copy) => void copy.items.reverse())],
  ['an outcome', 'item-outcome', item('NOD-1', { outcome: 'claimable' })],
  ['a finding taken away', 'item-findings', item('NOD-1', { findings: [] })],
  ['the words of a finding', 'item-words', assessment((copy) => void Object.assign(copy.items.find(({ id }) => id === 'NOD-1')?.findings[0] as object, { message: 'All is well.' }))],
  ['the evidence', 'evidence-differs', assessment((copy) => void Object.values(copy.evidence)[0]?.held.pop())],
  ['a finding about the whole claim made up', 'general-findings', assessment((copy) => void copy.findings.push({ rule: 'CLM-001', effect: 'note', message: 'All is well.', about: 'claim' }))],
  ['a review taken away', 'item-review', () => forged({ ...content, reviews: [] })],
  ['a review by somebody else', 'item-review', () => forged({ ...content, reviews: content.reviews.map((review) => ({ ...review, by: 'Somebody else' })) })],
  ['a softened rule', 'book-altered', book((one) => void (rule(one, 'DEC-003').effect = 'note'))],
  ['a rule left out', 'book-altered', book((one) => void (one.rules = one.rules.filter(({ rule: id }) => id !== 'DL-001')))],
  ['a changed table of the book', 'book-altered', book((one) => void (one.tables = { ...one.tables, interest: [] }))],
  ['a softened book under a version that nobody released', 'book-unknown', book((one) => void Object.assign(one, { version: '2031.7' }))],
  ['a book whose hash was forgotten', 'book-differs', () => withFile(files, 'rule-book.json', (bytes) => text(bytes).replace('"effect":"reject"', '"effect":"note"'))],
  ['the clock of the claim', 'clock-differs', claim((json) => void (json.asOf = '2026-01-31'))],
  ['the program of the assessment', 'tool-differs', assessment((copy) => void (copy.tool.version = '9.9.9'))],
  ['a program that nobody knows', 'tool-unknown', () => forged(withAssessment(withClaim(content, (json) => void (json.tool.version = '9.9.9')), (copy) => void (copy.tool.version = '9.9.9')))],
  ['the hash of the service log', 'input-differs', () => remade(files, content, contentFiles(withClaim(content, (json) => void ((json.inputs[0] as { keyedHash: string }).keyedHash = '1'.repeat(64)))), { signer: signers[0], sealed })],
  ['the claimant', 'claim-differs', assessment((copy) => void (copy.claimant.businessId = '7654321-0'))],
  ['JSON laid out in another way', 'not-canonical', () => shown('claim.json', JSON.stringify(JSON.parse(text(files.get('claim.json'))), null, 1))],
  ['a key that no claim has', 'content-unreadable', () => shown('claim.json', text(files.get('claim.json')).replace('{', '{"more":1,'))],
  ['a page that shows another sum', 'rendering-differs', () => shown('report.html', text(files.get('report.html')).replaceAll('€100.00', '€900.00'))],
  ['a workbook that shows another amount', 'rendering-differs', () => shown('cost-specification.xlsx', editedWorkbook())],
  ['a form of another claim', 'rendering-differs', async () => shown('claim.pdf', (await renderPacket(withClaim(content, (json) => void (json.claimant.name = 'Another county')))).get('claim.pdf') as Uint8Array)],
  ['a zip with two entries of one name', 'entry-twice', () => renamed(zipped([['reviews.jso2', files.get('reviews.json') as Uint8Array]]), 'reviews.jso2', 'reviews.json')],
  ['a zip with an entry that leads out of it', 'entry-outside', () => renamed(zipped([['aa/evil.txt', new Uint8Array(2)]]), 'aa/evil.txt', '../evil.txt')],
  ['a zip whose entry bears another name than the directory says', 'entry-differs', () => firstRenamed(zipped(), 'report.html', 'report.htmx')],
  ['a zip with something written beside an entry', 'zip-hidden', () => withCommentedEntry(zipped())],
  ['a zip with bytes behind its end', 'zip-hidden', () => Buffer.concat([zipped(), Buffer.from('more')])],
  ['a zip cut off', 'zip-damaged', () => zipped().subarray(0, -100)],
  ['a zip damaged inside', 'zip-damaged', () => Buffer.from(zipped().map((byte, index) => (index === 3000 ? byte ^ 255 : byte)))],
]

describe(`each of ${table.length} kinds of tampering is named for what it is, and ends with 4`, () => {
  it('while the packet as it was made verifies', async () => {
    expect(await verified(files, ['--key', 'key-0.pem', '--identity', 'identity.txt'])).toEqual({ exitCode: 0, codes: [], messages: [], kinds: [] })
  })

  it.each(table.map(([what, code, tamper, argv = []]) => ({ what, code, tamper, argv })))('$what: $code', async ({ code, tamper, argv }) => {
    const { exitCode, codes, messages, kinds } = await verified(await tamper(), argv)
    expect(codes).toContain(code)
    expect(exitCode).toBe(4)
    for (const message of messages) expect(message).not.toMatch(/\{\w+\}|undefined/)
    for (const kind of kinds) expect(differenceKinds).toContain(kind)
  })

  it('and there are at least forty of them', () => {
    expect(new Set(table.map(([what]) => what)).size).toBeGreaterThanOrEqual(40)
  })
})

async function verified(packet: Packet | Buffer, argv: readonly string[]): Promise<{ exitCode: number; codes: string[]; messages: string[]; kinds: string[] }> {
  const path = join(folder, Buffer.isBuffer(packet) ? 'packet.zip' : 'packet')
  if (Buffer.isBuffer(packet)) await writeFile(path, packet)
  else {
    await mkdir(path)
    for (const [name, bytes] of packet) await writeFile(join(path, name), bytes)
  }
  const { exitCode, stdout } = await runKorvaus(['verify', path, '--format', 'json', '--lang', 'en', ...argv], folder)
  await rm(path, { recursive: true })
  const { differences } = JSON.parse(stdout) as { differences: { code: string; message: string; kind: string }[] }
  return { exitCode, codes: differences.map(({ code }) => code), messages: differences.map(({ message }) => message), kinds: differences.map(({ kind }) => kind) }
}
