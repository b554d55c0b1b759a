import fc from 'fast-check'
import { book } from '../claim/judged.js'
import { describe, expect, it } from 'vitest'
import ExcelJS from 'exceljs'
import { languages } from '../../src/model/language-codes.js'
import { categoryNames, providerKindNames } from '../../src/model/value-names.js'
import { countPersons, summarise } from '../../src/packet/small-groups.js'
import { renderFiles } from '../../src/packet/render-packet.js'
import { packetTexts } from '../../src/templates/packet-texts.js'
import { pdfText } from './pdf-text.js'
import { smallContent } from './small-packet.js'

const item = fc.record({ case: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), group: fc.constantFrom('x', 'y', 'z', 'w'), amount: fc.bigInt({ min: -1000n, max: 10_000n }) })

describe('summaries', () => {
  it('add up to the total, whatever is shown together', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), fc.integer({ min: 0, max: 6 }), (items, smallest) => {
        const groups = summarise(items, ({ group }) => group, smallest)
        expect(groups.reduce((sum, { amount }) => sum + amount, 0n)).toBe(items.reduce((sum, { amount }) => sum + amount, 0n))
        expect(groups.reduce((sum, group) => sum + group.items, 0)).toBe(items.length)
      }),
      { seed: 7 },
    )
  })

  it('name no group of fewer persons than may be shown, and never hide one group alone beside others', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), fc.integer({ min: 2, max: 6 }), (items, smallest) => {
        const groups = summarise(items, ({ group }) => group, smallest)
        for (const { key } of groups) if (key !== undefined) expect(countPersons(items.filter(({ group }) => group === key))).toBeGreaterThanOrEqual(smallest)
        const hidden = new Set(items.map(({ group }) => group)).size - groups.filter(({ key }) => key !== undefined).length
        if (groups.length > 1) expect(hidden).not.toBe(1)
      }),
      { seed: 8 },
    )
  })

  it('show every group where the claimant asks for it', () => {
    const items = [{ case: 'A', group: 'x', amount: 1n }, { case: 'B', group: 'y', amount: 2n }]
    expect(summarise(items, ({ group }) => group, 1)).toEqual([{ key: 'x', items: 1, amount: 1n }, { key: 'y', items: 1, amount: 2n }])
    expect(summarise(items, ({ group }) => group, 2)).toEqual([{ items: 2, amount: 3n }])
  })
})

describe('the summaries of a packet', () => {
  it.each(languages)('show in %s no category of fewer persons than the limit, in form, workbook and page alike', async (language) => {
    const files = await renderFiles(smallContent({ language, policy: { smallestGroup: 3 } }))
    const [form, sheet, page] = [await pdfText(files.get('claim.pdf') as Uint8Array), await totalsOf(files.get('cost-specification.xlsx') as Uint8Array), new TextDecoder().decode(files.get('report.html'))]
    const formSummary = between(form, packetTexts.byCategory[language], book.book.title[language])
    const pageSummary = between(page, 'id="overview"', 'id="basis"')
    for (const text of [formSummary, sheet.join('\n'), pageSummary]) {
      expect(text).toContain(packetTexts.smallGroups[language])
      for (const hidden of [categoryNames.INTERPRETING, categoryNames.SAFETY, categoryNames.LEGAL]) expect(text.split('\n').some((line) => line.trim() === hidden[language])).toBe(false)
    }
    for (const { [language]: name } of [categoryNames.INTERPRETING, categoryNames.SOCIAL]) expect(sheet).not.toContain(name)
    expect(sheet).toContain(providerKindNames.company[language])
  })

  it('add up to the same total in the workbook, by the formulas\' stored values', async () => {
    for (const smallest of [0, 2, 3, 5]) {
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.load(Buffer.from((await renderFiles(smallContent({ policy: { smallestGroup: smallest } }))).get('cost-specification.xlsx') as Uint8Array) as never)
      const totals = workbook.worksheets[1] as ExcelJS.Worksheet
      const claimed = Number(totals.getCell('A3').result)
      const lines: { name: string; amount: number }[] = []
      totals.eachRow((row, at) => at > 9 && typeof row.getCell(3).result === 'number' && lines.push({ name: String(row.getCell(1).value), amount: Number(row.getCell(3).result) }))
      let sum = 0
      for (const { name, amount } of lines) {
        if (name === packetTexts.total.en) {
          expect([Math.round(sum * 100), amount]).toEqual([Math.round(claimed * 100), claimed])
          sum = 0
        } else sum += amount
      }
      expect(lines.filter(({ name }) => name === packetTexts.total.en)).toHaveLength(3)
    }
  })
})

/** What stands between the first of a text and the next of another. */
function between(text: string, from: string, to: string): string {
  const start = text.indexOf(from)
  const end = text.indexOf(to, start + 1)
  return text.slice(start, end < 0 ? undefined : end)
}

/** What stands in the first column of the sheet of totals. */
async function totalsOf(xlsx: Uint8Array): Promise<string[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(xlsx) as never)
  const texts: string[] = []
  workbook.worksheets[1]?.eachRow((row) => texts.push(String(row.getCell(1).value)))
  return texts
}
