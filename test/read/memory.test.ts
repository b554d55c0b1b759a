import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Beyond these all that is held for speed is full. */
const few = 400_000
const many = 1_000_000
const rowsBetweenLooks = 50_000
/** What two runs may differ by, in megabytes; the packed bytes or the texts of the rows between the two take many times as much. */
const mostMore = 5
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'korvaus-memory-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the rows of a file that are consumed as they come', () => {
  it.each<[string, (rows: number) => string]>([
    ['a text table', csv],
    ['a workbook that is not packed, with its texts in the cells', (rows) => workbook(rows, false)],
    ['a packed workbook whose texts are shared, two of them new in each row', (rows) => workbook(rows, true)],
  ])('take no more memory when they are more than twice as many, in %s', (_, made) => {
    const [small, large] = [few, many].map((rows) => {
      const path = made(rows)
      const read = readRows(path)
      rmSync(path)
      expect(read.rows).toBe(rows)
      return read.megabytes
    }) as [number, number]
    expect(large - small).toBeLessThan(mostMore)
  })
})

/** Reads all rows in a process of its own, which tells how many they were and the most memory that was in use on the way. */
function readRows(path: string): { rows: number; megabytes: number } {
  const script = `import { openInput } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../dist/read/open-input.js')).href)}
    let [count, looks, most] = [0, 0, 0]
    for (const sheet of (await openInput({ path: ${JSON.stringify(path)}, name: 'log' })).sheets) {
      for await (const rows of sheet.rows()) {
        count += rows.length
        if (count < looks * ${rowsBetweenLooks}) continue
        looks += 1
        most = Math.max(most, await inUse())
      }
    }
    console.log(count, most / 1_000_000)

    // What a collection frees outside the heap is counted until it is swept, beside the program and when handles close.
    async function inUse(least = Infinity) {
      gc()
      await new Promise((resolve) => setTimeout(resolve, 5))
      const { heapUsed, external } = process.memoryUsage()
      return heapUsed + external < least - 200_000 ? inUse(heapUsed + external) : Math.min(least, heapUsed + external)
    }`
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(stderr).toBe('')
  const [rows = Number.NaN, megabytes = Number.NaN] = stdout.split(' ').map(Number)
  return { rows, megabytes }
}

function csv(rows: number): string {
  const path = join(folder, 'log.csv')
  writeFileSync(path, lines(rows, (row) => `I-${row};A-${row % 300};${(row % 28) + 1}.3.2026;Tulkkaus;Käynti kotona, tulkki ja kuljetus mukana, kerta ${row};yritys;${row % 900},50;0,00;${row % 900},50;Lasku ${row}/2026;4300;Tulkkitoimisto Oy;kyllä\r\n`))
  return path
}

function workbook(rows: number, isShared: boolean): string {
  const path = join(folder, 'log.xlsx')
  const shared = new Map<string, number>()
  const text = (value: string) => {
    if (!isShared) return ` t="inlineStr"><is><t>${value}</t></is>`
    const index = shared.get(value) ?? shared.size
    shared.set(value, index)
    return ` t="s"><v>${index}</v>`
  }
  const cells = (row: number) => [text(`I-${row}`), text(`Lasku ${(row * 7919) % 1_000_003}/2026`), text(`A-${row % 300}`), text('Tulkkaus'), `><v>${row % 997}.${row % 89}</v>`, '><v>24</v>']
  const table = lines(rows, (row) => `<row r="${row}">${cells(row).map((cell, column) => `<c r="${'ABCDEF'[column]}${row}"${cell}</c>`).join('')}</row>`)
  const texts = [...shared.keys()]
  writeFileSync(path, zipSync({
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="Kulut" id="rId1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': relations(['worksheet', 'sheet.xml'], ['sharedStrings', 'texts.xml']),
    'xl/sheet.xml': Buffer.concat([Buffer.from('<worksheet><sheetData>'), table, Buffer.from('</sheetData></worksheet>')]),
    'xl/texts.xml': Buffer.concat([Buffer.from('<sst>'), lines(texts.length, (number) => `<si><t>${texts[number - 1]}</t></si>`), Buffer.from('</sst>')]),
  }, { level: isShared ? 1 : 0 }))
  return path
}

function relations(...targets: readonly [type: string, target: string][]): Uint8Array {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return strToU8(`<Relationships>${targets.map(([word, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}/${word}" Target="${target}"/>`).join('')}</Relationships>`)
}

/** So many lines, numbered from 1. */
function lines(count: number, lineOf: (number: number) => string): Buffer {
  const blocks: Buffer[] = []
  for (let from = 1; from <= count; from += 10_000) {
    blocks.push(Buffer.from(Array.from({ length: Math.min(10_000, count - from + 1) }, (_, index) => lineOf(from + index)).join('')))
  }
  return Buffer.concat(blocks)
}
