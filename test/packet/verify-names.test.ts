import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync, type Zippable } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonical } from '../../src/packet/content.js'
import { hashesOf, hashList, manifestSchema, sha256 } from '../../src/packet/manifest.js'
import { packetFiles } from '../../src/packet/packet-files.js'
import { checkVersion } from '../../src/packet/verify/check-version.js'
import { renderPacket } from '../../src/packet/render-packet.js'
import { smallContent } from './small-packet.js'
import { codes, text, verifyAt, verifyZip, withClaim, type Files } from './tampering.js'

const content = smallContent()
let files: Files
beforeAll(async () => {
  files = await renderPacket(content)
})

/** The files with one more that the manifest lists too, as a forger who can count makes them. */
function withListed(name: string, bytes: Uint8Array): Map<string, Uint8Array> {
  const manifest = manifestSchema.parse(JSON.parse(text(files.get('manifest.json')))) as { files: { path: string; sha256: string; bytes: number }[] }
  manifest.files.push({ path: name, sha256: sha256(bytes), bytes: bytes.length })
  const json = canonical(manifest)
  return new Map([...files, [name, bytes], ['manifest.json', json], ['manifest-sha256.txt', hashList(hashesOf(manifest, json, undefined))]])
}

const zipped = (entries: Iterable<readonly [string, Uint8Array]>, attributes: Record<string, number> = {}) =>
  zipSync(Object.fromEntries([...entries].map(([name, bytes]) => [name, [bytes, { ...(attributes[name] === undefined ? {} : { attrs: attributes[name] * 65_536 }), os: 3 }]])) as Zippable)

const other = new TextEncoder().encode('another form')
const named: [string, string][] = [
  ['a name in capitals', 'CLAIM.PDF'],
  ['a name that turns its direction', 'claim\u202e.pdf'],
  ['a name with a sign that nobody sees', 'claim.pdf\u200b'],
  ['a name with a space at its end', 'claim.pdf '],
  ['a file that the folder of the packet does not hold', 'notes.txt'],
]

describe('a packet holds exactly the files of a packet', () => {
  it('which are those that prepare writes, with manifest, signature and annex', () => {
    expect([...files.keys()].sort()).toEqual(packetFiles.filter(({ always }) => always).map(({ name }) => name).sort())
  })

  it.each(named)('%s is refused in a folder and in a zip, though the manifest lists it', async (_, name) => {
    const forged = withListed(name, other)
    const folder = await mkdtemp(join(tmpdir(), 'korvaus-names-'))
    for (const [one, bytes] of forged) await writeFile(join(folder, one), bytes)
    const [inFolder, inZip] = [codes(await verifyAt(folder)), codes(await verifyZip(zipped(forged)))]
    await rm(folder, { recursive: true })
    for (const found of [inFolder, inZip]) expect(found.map((code) => code.split(' ')[0])).toEqual(['file-added', 'manifest-lists-other'])
  })

  it.each([
    ['a second form under ./', './claim.pdf', 'file-added'],
    ['a second form under a folder inside', 'packet/inner/claim.pdf', 'file-added'],
    ['a folder with bytes in it', 'packet/', 'file-added'],
    ['a name that ends with a backslash', 'packet/claim.pdf\\', 'file-added'],
    ['a name with a backslash in it', 'packet\\claim.pdf', 'file-added'],
    ['a name that leads out', 'packet/..\\claim.pdf', 'entry-outside'],
  ])('in a zip %s is refused', async (_, name, code) => {
    const found = codes(await verifyZip(zipped([...[...files].map(([one, bytes]) => [`packet/${one}`, bytes] as const), [name, other]])))
    expect(found.some((one) => one.startsWith(code))).toBe(true)
  })

  it('in a zip everything under ./ is refused, and a link is, while an empty folder of the packet is as tools write it', async () => {
    const under = (folder: string) => [...files].map(([name, bytes]) => [`${folder}${name}`, bytes] as const)
    expect(codes(await verifyZip(zipped(under('./'))))).toContain('file-added ./claim.pdf')
    expect(codes(await verifyZip(zipped(under('packet/'), { 'packet/claim.pdf': 0o120777 })))).toContain('file-not-plain claim.pdf')
    expect(codes(await verifyZip(zipped([['packet/', new Uint8Array()], ...under('packet/')])))).toEqual([])
  })

  it('a folder that is called like a file is no file, whatever lies in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'korvaus-names-'))
    for (const [name, bytes] of files) if (name !== 'claim.pdf') await writeFile(join(folder, name), bytes)
    await mkdir(join(folder, 'claim.pdf'))
    expect(codes(await verifyAt(folder))).toEqual(['file-not-plain claim.pdf', 'file-missing claim.pdf'])
    await rm(folder, { recursive: true })
  })
})

describe('a packet is no older than what it holds', () => {
  const calling = (version: string, book: string, change: Parameters<typeof withClaim>[1] = () => undefined) =>
    checkVersion({ claim: withClaim(content, (json) => {
      json.tool.version = version
      delete json.inputsKey
      change(json)
    }).claim, ruleBook: { ...content.ruleBook, version: book } }, '9.9.9', ['0.1.0', '0.2.0', '0.3.0'])

  it('is refused when its version came before its rule book, or before what its claim is written in', () => {
    expect(codes({ differences: calling('0.1.0', '2026.3') })).toContain('tool-too-old 0.1.0 2026.3')
    expect(codes({ differences: calling('0.2.0', '2026.5') })).toContain('tool-too-old 0.2.0 2026.5')
    expect(codes({ differences: calling('0.1.0', '2026.1', (json) => void (json.signer = 'MCowBQYDK2VwAyEA')) })).toContain('tool-too-old 0.1.0 claim.json signer')
    expect(calling('0.2.0', '2026.3').map(({ code }) => code)).toEqual(['tool-other'])
    expect(calling('0.3.1', '2026.3').map(({ code }) => code)).toEqual(['tool-unknown'])
  })
})
