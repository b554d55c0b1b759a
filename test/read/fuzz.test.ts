import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KorvausError } from '../../src/model/errors.js'
import type { CostItem } from '../../src/model/service-log.js'
import { readWrittenCents } from '../../src/model/written-number.js'
import { readServiceLog } from '../../src/read/read-service-log.js'

const example = join(import.meta.dirname, '../../fixtures/example/workspace/palveluloki.xlsx')
const costs = 'xl/worksheets/sheet1.xml'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'korvaus-fuzz-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('mutated workbooks', () => {
  it('with changed, lost or doubled bytes anywhere in the archive give an error by name or the very same log, a thousand times', async () => {
    const original = readFileSync(example)
    const expected = await readServiceLog([{ path: example, name: 'log' }])
    const random = seeded(7)
    const outcomes = new Map<string, number>()
    for (let round = 0; round < 1000; round++) {
      const outcome = await read(mutated(original, random))
      outcomes.set(typeof outcome === 'string' ? outcome : 'read', (outcomes.get(typeof outcome === 'string' ? outcome : 'read') ?? 0) + 1)
      if (typeof outcome !== 'string') expect(outcome).toEqual(expected.items)
    }
    expect([...outcomes.keys()].every((code) => code === 'read' || code.startsWith('input-'))).toBe(true)
    expect(outcomes.get('input-damaged')).toBeGreaterThan(100)
  })

  it('with changed XML, properly packed again, give an error by name or a log whose every amount stands in the XML, two thousand times', async () => {
    const parts = unzipSync(readFileSync(example))
    const xml = Buffer.from(parts[costs] as Uint8Array)
    const random = seeded(11)
    let readable = 0
    for (let round = 0; round < 2000; round++) {
      const changed = mutated(xml, random)
      const outcome = await read(Buffer.from(zipSync({ ...parts, [costs]: changed }, { level: 0 })))
      if (typeof outcome === 'string') {
        expect(outcome).toMatch(/^input-/)
        continue
      }
      readable += 1
      const numbers = new Set([...strFromU8(changed).matchAll(/>\s*(-?[\d.]+(?:[eE][-+]?\d+)?)\s*</g)].map(([, number]) => cents(number as string)))
      for (const { net, unreadable } of outcome) if (net !== undefined && !unreadable.includes('net')) expect(numbers, `round ${round}`).toContain(net)
    }
    expect(readable).toBeGreaterThan(50)
  })

  it('cut into pieces at any place of the XML read the same: whitespace and comments between the tags change nothing', async () => {
    const parts = unzipSync(readFileSync(example))
    const xml = strFromU8(parts[costs] as Uint8Array)
    const expected = await readServiceLog([{ path: example, name: 'log' }])
    const random = seeded(13)
    for (let round = 0; round < 60; round++) {
      const spread = xml.replace(/></g, (between) => (random() < 0.2 ? [`>\n<`, '><!-- a > remark --><', `>${' '.repeat(Math.floor(random() * 9000))}<`][Math.floor(random() * 3)] as string : between)).replace(/<c r=/g, (tag) => (random() < 0.3 ? '<c  r=' : tag))
      expect(await read(Buffer.from(zipSync({ ...parts, [costs]: strToU8(spread) }, { level: 0 })))).toEqual(expected.items)
    }
  })
})

describe('mutated documents and text tables', () => {
  it('of OpenDocument give an error by name or a log whose every amount stands in the XML, two hundred times', async () => {
    const parts = unzipSync(readFileSync(join(import.meta.dirname, '../../fixtures/read/ods/palveluloki.ods')))
    const xml = Buffer.from(parts['content.xml'] as Uint8Array)
    const random = seeded(17)
    let readable = 0
    for (let round = 0; round < 200; round++) {
      const changed = mutated(xml, random)
      const outcome = await read(Buffer.from(zipSync({ ...parts, 'content.xml': changed }, { level: 0 })))
      if (typeof outcome === 'string') {
        expect(outcome).toMatch(/^input-/)
        continue
      }
      readable += 1
      const numbers = new Set([...strFromU8(changed).matchAll(/value="\s*(-?[\d.]+(?:[eE][-+]?\d+)?)\s*"/g)].map(([, number]) => cents(number as string)))
      for (const { net, source, unreadable } of outcome) if (net !== undefined && !unreadable.includes('net') && source.raw?.net === undefined) expect(numbers, `round ${round}`).toContain(net)
    }
    expect(readable).toBeGreaterThan(10)
  })

  it('of csv give an error by name or a log whose every amount stands between two delimiters, two thousand times', async () => {
    const small = join(import.meta.dirname, '../../fixtures/read/small')
    const text = readFileSync(join(small, 'costs.csv'))
    const others = ['cases.csv', 'residences.tsv'].map((name) => ({ path: join(small, name), name }))
    const random = seeded(19)
    let readable = 0
    for (let round = 0; round < 2000; round++) {
      const changed = mutated(text, random)
      const path = join(folder, 'mutated.csv')
      writeFileSync(path, changed)
      const outcome = await readServiceLog([{ path, name: 'log' }, ...others]).then(({ items }) => items, (error: unknown) => {
        if (error instanceof KorvausError) return error.code
        throw error
      })
      if (typeof outcome === 'string') {
        expect(outcome).toMatch(/^(input|csv)-/)
        continue
      }
      readable += 1
      const written = new Set(changed.toString('latin1').replaceAll('\u00C2\u00A0', ' ').split(/[;"\r\n]/).map((cell) => readWrittenCents(cell)))
      for (const { net } of outcome) if (net !== undefined) expect(written, `round ${round}`).toContain(net)
    }
    expect(readable).toBeGreaterThan(300)
  })
})

/** The items of a workbook, or the code of the error that says why there are none. Anything else is a crash. */
async function read(bytes: Buffer): Promise<readonly CostItem[] | string> {
  const path = join(folder, 'mutated.xlsx')
  writeFileSync(path, bytes)
  try {
    return (await readServiceLog([{ path, name: 'log' }])).items
  } catch (error) {
    if (error instanceof KorvausError) return error.code
    throw error
  }
}

/** The bytes with one to four changes: a byte altered, some taken out, some doubled, or the end cut off. */
function mutated(bytes: Buffer, random: () => number): Buffer {
  let changed = Buffer.from(bytes)
  const changes = 1 + Math.floor(random() * 4)
  for (let change = 0; change < changes; change++) {
    const at = Math.floor(random() * changed.length)
    const length = 1 + Math.floor(random() * 20)
    const kind = random()
    if (kind < 0.6) changed[at] = Math.floor(random() * 256)
    else if (kind < 0.75) changed = Buffer.concat([changed.subarray(0, at), changed.subarray(at + length)])
    else if (kind < 0.95) changed = Buffer.concat([changed.subarray(0, at + length), changed.subarray(at)])
    else changed = changed.subarray(0, at)
  }
  return changed
}

function cents(text: string): bigint | undefined {
  const match = /^(-?)(\d+)(?:\.(\d{1,2})\d*)?$/.exec(Number(text).toFixed(2))
  return match === null ? undefined : BigInt(`${match[1]}${match[2]}${(match[3] ?? '').padEnd(2, '0')}`)
}

/** Numbers from 0 to 1 that are the same in each run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 0) / 2 ** 32
  }
}
