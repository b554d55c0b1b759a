import { describe, expect, it } from 'vitest'
import { claimedTable } from '../../src/report/claimed-table.js'

const totals = { items: 3, amount: '1234.50', byCategory: [{ key: 'INTERPRETING', items: 2, amount: '234.50' }, { key: 'HEALTH', items: 1, amount: '1000.00' }] }
const previous = { period: '2026-02', amount: 100_000n, byCategory: new Map([['HEALTH', 90_000n], ['HOUSING', 10_000n]]) }
const plain = (lines: readonly string[]) => lines.map((line) => line.trim().replaceAll('\u00A0', ' ').split(/ {2,}/))

describe('the table of what will be claimed', () => {
  it('sets each category beside the period before, also one that is claimed no more', () => {
    expect(plain(claimedTable({ totals, period: '2026-03', previous, language: 'en', width: 80 }))).toEqual([
      ['Category', 'Items', '2026-03', '2026-02', 'Change'],
      ['Health care', '1', '€1,000.00', '€900.00', '+€100.00'],
      ['Interpreting', '2', '€234.50', '€0.00', '+€234.50'],
      ['Safe accommodation', '0', '€0.00', '€100.00', '−€100.00'],
      ['Total', '3', '€1,234.50', '€1,000.00', '+€234.50'],
    ])
  })

  it('compares the sums alone where earlier claims do not say the category of every item', () => {
    const lines = plain(claimedTable({ totals, period: '2026-03', previous: { period: '2026-02', amount: 100_000n }, language: 'sv', width: undefined }))
    expect([lines[1], lines.at(-1)]).toEqual([['Hälso- och sjukvård', '1', '1 000,00 €'], ['Sammanlagt', '3', '1 234,50 €', '1 000,00 €', '+234,50 €']])
  })

  it.each([[80, 5], [60, 4], [45, 3], [20, 3]])('leaves out columns on a terminal of %i signs rather than break lines', (width, columns) => {
    const lines = claimedTable({ totals, period: '2026-03', previous, language: 'fi', width })
    expect(plain(lines)[0]?.length).toBe(columns)
    if (columns > 3) for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
  })
})
