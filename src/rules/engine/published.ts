import type { IsoDate } from '../../model/dates.js'
import type { RuleBook } from '../book.js'
import { regimeLawOn } from '../tables/regimes.js'
import { compileRule, type CompiledRule } from './compile-rule.js'
import { chooseParameters, excludedByDate, valueOrNothing } from './evaluate.js'
import type { Value } from './expression/functions.js'
import { createLayout, createRow, type Row } from './row.js'

interface Publisher {
  readonly compiled: CompiledRule
  readonly row: Row
}

interface Published {
  readonly publishers: readonly Publisher[]
  readonly byDay: Map<IsoDate, Value | undefined>
}

const publishedOf = new WeakMap<RuleBook, Map<string, Published>>()

/**
 * A value that follows from the law of a service day, as the rule in force on it publishes it (`deadline`: the last day on
 * which the service can be claimed). Books before 2026.6 publish nothing by name: there the first rule that computes it.
 */
export function publishedOn(book: RuleBook, name: string, serviceDate: IsoDate): Value | undefined {
  const byName = publishedOf.get(book) ?? new Map<string, Published>()
  publishedOf.set(book, byName)
  const published = byName.get(name) ?? { publishers: publishersOf(book, name), byDay: new Map() }
  byName.set(name, published)
  if (!published.byDay.has(serviceDate)) published.byDay.set(serviceDate, valueOn(published.publishers, book, name, serviceDate))
  return published.byDay.get(serviceDate)
}

function publishersOf(book: RuleBook, name: string): Publisher[] {
  const named = book.rules.filter(({ publishes }) => publishes === name)
  return (named.length > 0 ? named : book.rules.filter((rule) => name in rule.let)).flatMap((rule) => {
    const layout = createLayout()
    const compiled = compileRule(rule, book.policies, layout)
    return 'problems' in compiled ? [] : [{ compiled, row: createRow(layout) }]
  })
}

function valueOn(publishers: readonly Publisher[], book: RuleBook, name: string, serviceDate: IsoDate): Value | undefined {
  for (const { compiled, row } of publishers) {
    row.fill('item', { serviceDate })
    row.fill('regime', regimeLawOn(book.tables, serviceDate))
    if (excludedByDate(compiled, row.slots) !== undefined) continue
    chooseParameters(compiled, row.slots)
    const read = compiled.lets[name]
    return read && valueOrNothing(read, row.slots)
  }
  return undefined
}
