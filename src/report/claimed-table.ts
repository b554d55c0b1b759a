import type { ClaimTotals } from '../model/claim.js'
import type { Language } from '../model/language.js'
import { centsOf, type Cents } from '../model/money.js'
import { categoryNames } from '../model/value-names.js'
import { categories, type Category } from '../model/values.js'
import { formatCount, formatEuros } from '../templates/format.js'
import { reportTexts } from '../templates/report-texts.js'

/** What the claims of the period before hold; by category only where every item of theirs says its own. */
export interface PreviousClaims {
  readonly period: string
  readonly amount: Cents
  readonly byCategory?: ReadonlyMap<string, Cents>
}

interface Shown {
  readonly totals: Pick<ClaimTotals, 'items' | 'amount' | 'byCategory'>
  readonly period: string
  readonly previous: PreviousClaims | undefined
  readonly language: Language
  /** Columns of the terminal; everything is shown where there is none. */
  readonly width: number | undefined
}

const gap = 2

/** What will be claimed by category, beside the period before and the change from it; where the terminal is narrow, without the change or that period. */
export function claimedTable({ totals, period, previous, language, width = Number.POSITIVE_INFINITY }: Shown): string[] {
  const before = previous?.byCategory
  const amounts = new Map(totals.byCategory.map(({ key, items, amount }) => [key, { items, amount: centsOf(amount) }]))
  const keys = [...new Set([...amounts.keys(), ...(before?.keys() ?? [])])].sort((left, right) => place(left) - place(right))
  const line = (name: string, items: number, amount: Cents, earlier: Cents | undefined) => [name, formatCount(items, language), formatEuros(amount, language), ...(previous === undefined ? [] : earlier === undefined ? ['', ''] : [formatEuros(earlier, language), signed(amount - earlier, language)])]
  const rows = [
    [reportTexts.category[language], reportTexts.itemCount[language], period, ...(previous === undefined ? [] : [previous.period, reportTexts.change[language]])],
    ...keys.map((key) => line(nameOf(key, language), amounts.get(key)?.items ?? 0, amounts.get(key)?.amount ?? 0n, before === undefined ? undefined : (before.get(key) ?? 0n))),
    line(reportTexts.sum[language], totals.items, centsOf(totals.amount), previous?.amount),
  ]
  const widths = (rows[0] as string[]).map((_, column) => Math.max(...rows.map((row) => (row[column] as string).length)))
  let columns = widths.length
  while (columns > 3 && gap + widths.slice(0, columns).reduce((sum, one) => sum + one + gap, -gap) > width) columns -= 1
  return rows.map((row) => `${' '.repeat(gap)}${row.slice(0, columns).map((text, column) => (column === 0 ? text.padEnd(widths[column] as number) : text.padStart(widths[column] as number))).join(' '.repeat(gap))}`.trimEnd())
}

/** The place of a category among all; what is none comes last. */
function place(key: string): number {
  const index = categories.indexOf(key as Category)
  return index < 0 ? categories.length : index
}

function nameOf(key: string, language: Language): string {
  return categoryNames[key as Category]?.[language] ?? key
}

function signed(cents: Cents, language: Language): string {
  return `${cents > 0n ? '+' : ''}${formatEuros(cents, language)}`
}
