import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { verifyPacket } from '../../src/packet/verify/verify-packet.js'
import { releasedVersions } from '../../src/rules/load-book.js'
import { earlierVersions, toolVersion } from '../../src/version.js'

const kept = join(import.meta.dirname, '../../fixtures/packet/releases')
const packets = (await readdir(kept)).filter((name) => name.endsWith('.zip'))

it.each(packets)('%s, kept from its release, is still verified by a later version', async (name) => {
  const { differences, notes, manifest } = await verifyPacket(join(kept, name), { toolVersion: 'later', earlierVersions: [...earlierVersions, toolVersion] })
  expect(differences).toEqual([])
  expect(name).toBe(`korvaus-${manifest?.tool.version}-rules-${manifest?.ruleBook.version}.zip`)
  expect(notes.map(({ code }) => code)).not.toContain('book-unknown')
})

it('There is one packet of this version for every released rule book; make them with node scripts/keep-release-packet.js.', async () => {
  for (const book of await releasedVersions()) expect(packets).toContain(`korvaus-${toolVersion}-rules-${book}.zip`)
  expect((await readFile(join(kept, packets[0] as string))).subarray(0, 2).toString()).toBe('PK')
})
