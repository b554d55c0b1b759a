import { describe, expect, it } from 'vitest'
import { renderPacket } from '../../src/packet/render-packet.js'
import { packetAsZip } from '../../src/formats/zip.js'
import { packetFolderName } from '../../src/packet/folder-name.js'
import { aLog } from '../claim/log-builder.js'
import { smallContent, smallLog } from './small-packet.js'

const rendered = async (content = smallContent()) => {
  const files = await renderPacket(content)
  return new Map([...files, ['zip', packetAsZip(files, packetFolderName(content.claim))]])
}
const differing = (left: ReadonlyMap<string, Uint8Array>, right: ReadonlyMap<string, Uint8Array>) => [...left].filter(([name, bytes]) => Buffer.compare(bytes, right.get(name) ?? new Uint8Array()) !== 0).map(([name]) => name)

describe('the same content gives the same bytes', () => {
  it('in every time zone and locale, at any time of the day', async () => {
    const first = await rendered()
    const { TZ, LANG } = process.env
    const now = Date.now
    try {
      for (const [zone, locale, offset] of [['Pacific/Kiritimati', 'sv_FI.UTF-8', 86_400_000 * 200], ['America/Los_Angeles', 'tr_TR.UTF-8', 3_600_000], ['Asia/Kathmandu', 'C', -86_400_000 * 999]] as const) {
        Object.assign(process.env, { TZ: zone, LANG: locale, LC_ALL: locale })
        Date.now = () => now() + offset
        expect(differing(first, await rendered()), zone).toEqual([])
      }
    } finally {
      Date.now = now
      Object.assign(process.env, { TZ, LANG: LANG ?? '' })
      delete process.env.LC_ALL
    }
  })

  it('when rendered at the same time as others', async () => {
    const first = await rendered()
    for (const again of await Promise.all([rendered(), rendered(), rendered()])) expect(differing(first, again)).toEqual([])
  })

  it('claims the same items in the same order, whatever the order of the rows', () => {
    const { items, cases, residences, decisions } = smallLog()
    const turned = smallContent({ log: aLog(items.toReversed(), { cases: [...cases].reverse(), residences: [...residences].reverse(), decisions: [...decisions].reverse() }) })
    const { claim } = smallContent()
    expect([turned.claim.claimed, turned.claim.totals, turned.claim.decisions]).toEqual([claim.claimed, claim.totals, claim.decisions])
  })

  it('zips files in any order to the same bytes', async () => {
    const files = await renderPacket(smallContent())
    expect(Buffer.compare(packetAsZip(files, 'packet'), packetAsZip(new Map([...files].reverse()), 'packet'))).toBe(0)
  })
})
