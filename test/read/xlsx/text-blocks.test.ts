import { describe, expect, it } from 'vitest'
import { TextBlocks, type BlockFiller } from '../../../src/read/xlsx/text-blocks.js'

/** Forty megabytes: four times as much as is held. */
const texts = Array.from({ length: 200_000 }, (_, index) => (index % 5000 === 7 ? 'ä'.repeat(40_000) : `Lasku ${index}/2026${index % 3 === 0 ? ' – Åbo' : ''} ${'tulkkaus '.repeat(index % 30)}`))

describe('texts in blocks', () => {
  it('are the ones that were added, in the order of the file as often as they are asked for', () => {
    const { blocks, walks } = filled()
    expect(blocks.filler.count).toBe(texts.length)
    for (let time = 0; time < 7; time++) expect(firstDifference(blocks, texts.keys())).toBe(-1)
    expect(walks()).toBe(5)
  })

  it('are walked over once more, not for each, when those at the beginning are asked for beside the others', () => {
    const { blocks, walks } = filled()
    expect(firstDifference(blocks, [...texts.keys()].flatMap((index) => [index, index % 300]))).toBe(-1)
    expect(walks()).toBe(1)
  })

  it('are the ones that were added, in no order at all, after a few walks', () => {
    const { blocks, walks } = filled()
    expect(firstDifference(blocks, Array.from({ length: 300_000 }, (_, index) => (index * 7919) % texts.length))).toBe(-1)
    expect(walks()).toBe(5)
  })

  it('are not walked over where all of them are held', () => {
    const { blocks, walks } = filled(texts.slice(0, 20_000))
    expect(firstDifference(blocks, Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 20_000))).toBe(-1)
    expect(walks()).toBe(0)
  })

  it('that are no UTF-8 are an error by name', () => {
    const blocks = new TextBlocks('log.xlsx', () => [].values())
    blocks.filler.add(Buffer.from([0x61, 0xe4, 0x62]), 0, 3, false)
    blocks.filler.finish()
    expect(() => blocks.text(0)).toThrow(expect.objectContaining({ code: 'input-damaged', values: { path: 'log.xlsx', reason: { reason: 'not-utf-8' } } }) as Error)
  })
})

function filled(all: readonly string[] = texts): { blocks: TextBlocks; walks: () => number } {
  let walks = 0
  const blocks = new TextBlocks('log.xlsx', (filler) => {
    walks += 1
    return walk(all, filler)
  })
  for (const text of all) give(text, blocks.filler)
  blocks.filler.finish()
  return { blocks, walks: () => walks }
}

/** Some texts a step, as many as a piece of a part may hold. */
function* walk(all: readonly string[], filler: BlockFiller): Generator<undefined> {
  for (const [index, text] of all.entries()) {
    give(text, filler)
    if (index % 50_000 === 0 || index % 777 === 0) yield
  }
}

function give(text: string, filler: BlockFiller): void {
  const bytes = Buffer.from(text)
  filler.add(bytes, 0, bytes.length, bytes.length === text.length)
}

function firstDifference(blocks: TextBlocks, indexes: Iterable<number>): number {
  for (const index of indexes) if (blocks.text(index) !== texts[index]) return index
  return -1
}
