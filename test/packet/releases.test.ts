import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { verifyPacket } from '../../src/packet/verify/verify-packet.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { releasedVersions } from '../../src/rules/released-books.js'
import { earlierVersions, toolVersion, versions } from '../../src/version.js'

const kept = join(import.meta.dirname, '../../fixtures/packet/releases')
const packets = (await readdir(kept)).filter((name) => name.endsWith('.zip'))

it.each(packets)('%s, kept from its release, is still verified by a later version', async (name) => {
  const { differences, notes, manifest } = await verifyPacket(join(kept, name), { toolVersion: 'later', earlierVersions: [...earlierVersions, toolVersion] })
  expect(differences).toEqual([])
  expect(name).toBe(`korvaus-${manifest?.tool.version}-rules-${manifest?.ruleBook.version}.zip`)
  expect(notes.map(({ code }) => code)).not.toContain('book-unknown')
})

it.each(packets.filter((name) => name.startsWith(`korvaus-${toolVersion}-`)))('%s is, byte for byte, what this version makes; else make it anew with node scripts/keep-release-packet.js --replace', async (name) => {
  const { differences } = await verifyPacket(join(kept, name), { toolVersion, earlierVersions })
  expect(differences).toEqual([])
})

it('A packet is judged by another book, released or in a folder, in euros and item by item, and verifies all the same.', async () => {
  const packet = join(kept, `korvaus-${toolVersion}-rules-2026.1.zip`)
  const books = join(import.meta.dirname, '../../src/rules/books')
  for (const book of ['2026.2', join(books, '2026.2')]) {
    const { exitCode, stdout } = await runKorvaus(['verify', packet, '--book', book, '--format', 'json', '--lang', 'en'], kept)
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, ruleBook: { version: '2026.1' }, otherBook: { version: '2026.2', claimable: expect.stringMatching(/^\d+\.\d\d$/) as string, change: expect.stringMatching(/^-?\d+\.\d\d$/) as string } })
  }
  expect((await runKorvaus(['verify', packet, '--book', '2026.2', '--lang', 'en'], kept)).stdout).toMatch(/2026\.2.*€8,\d{3}\.\d\d/)
  expect(await runKorvaus(['verify', packet, '--book', '1999.1', '--lang', 'en'], kept)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('2026.1') as string })
})

it('There is one packet of this version for every released rule book; make them with node scripts/keep-release-packet.js.', async () => {
  for (const book of await releasedVersions()) expect(packets).toContain(`korvaus-${toolVersion}-rules-${book}.zip`)
  expect((await readFile(join(kept, packets[0] as string))).subarray(0, 2).toString()).toBe('PK')
})

it('The table of versions and their rule books is the one that the packets kept from the releases show.', () => {
  const books = (version: string) => packets.filter((name) => name.startsWith(`korvaus-${version}-`)).map((name) => name.replace(/^.*-rules-|\.zip$/g, ''))
  const known = new Set<string>()
  for (const { version, books: first } of versions) {
    if (books(version).length === 0) continue
    expect(books(version).filter((book) => !known.has(book))).toEqual(first.filter((book) => books(version).includes(book)))
    for (const book of first) known.add(book)
  }
})
