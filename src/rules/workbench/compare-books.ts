import canonicalize from 'canonicalize'
import { addDays, type IsoDate } from '../../model/dates.js'
import type { Localized } from '../../model/language.js'
import type { Policy, Rule, RuleBook } from '../book.js'

/** Days that a change concerns, both ends included; without an end there is none on that side. */
export interface Days {
  readonly from?: IsoDate
  readonly to?: IsoDate
}

/** What became of one rule, policy or table from one book to another. */
export interface BookChange {
  readonly kind: 'rule' | 'policy' | 'table'
  readonly name: string
  readonly change: 'added' | 'removed' | 'changed'
  /** Keys of a rule or policy that differ: `effect`, `parameters.years`, `message`; rows of a table by how many. */
  readonly parts: readonly string[]
  /** Whether it can change what the book says of an item, or only how it says it. */
  readonly decides: boolean
  /** The days of the law that it concerns. */
  readonly days: readonly Days[]
  /** What the later book itself says of the change. */
  readonly stated: readonly { readonly what: Localized; readonly from?: IsoDate | undefined; readonly to?: IsoDate | undefined }[]
}

export interface BookComparison {
  readonly schema: 'korvaus/rule-diff/1'
  readonly from: { readonly version: string; readonly released: IsoDate; readonly sha256: string }
  readonly to: { readonly version: string; readonly released: IsoDate; readonly sha256: string }
  readonly changes: readonly BookChange[]
}

/**
 * What changed between two rule books, with the days of the law that each change concerns. `stated` is what the books
 * from one to the other say of their changes; where the later extends the earlier, its own list.
 */
export function compareRuleBooks(from: RuleBook, to: RuleBook, stated = to.changes): BookComparison {
  const rules = paired(from.rules, to.rules, ({ rule }) => rule).flatMap(([name, old, next]) => ruleChange(name, old, next, stated))
  const policies = paired(from.policies, to.policies, ({ name }) => name).flatMap(([name, old, next]) => policyChange(name, old, next))
  return { schema: 'korvaus/rule-diff/1', from: headOf(from), to: headOf(to), changes: [...rules, ...policies, ...tableChanges(from, to)] }
}

function headOf({ version, released, sha256 }: RuleBook): BookComparison['from'] {
  return { version, released, sha256 }
}

/** The keys of a rule that differ from those of another. */
export function differingKeys(old: Rule, next: Rule): string[] {
  return [...new Set([...Object.keys(old), ...Object.keys(next)])].filter((key) => !same(old[key as keyof Rule], next[key as keyof Rule])).sort()
}

/** Keys of a rule that decide; the others are words, sources and examples. */
const deciding = new Set(['effect', 'when', 'applies', 'let', 'holds', 'parameters', 'publishes'])

function ruleChange(name: string, old: Rule | undefined, next: Rule | undefined, changes: RuleBook['changes']): BookChange[] {
  const stated = changes.filter(({ rule }) => rule === name).map(({ what, from, to: last }) => ({ what, from, to: last }))
  if (old === undefined || next === undefined) {
    const rule = (next ?? old) as Rule
    return [{ kind: 'rule', name, change: old === undefined ? 'added' : 'removed', parts: [], decides: true, days: [daysOf(rule.when)], stated }]
  }
  const keys = differingKeys(old, next)
  if (keys.length === 0) return []
  const parameters = keys.includes('parameters') ? changedParameters(old, next) : []
  const onlyParameters = keys.every((key) => key === 'parameters' || !deciding.has(key))
  const onlyBorders = keys.every((key) => key === 'when' || !deciding.has(key)) && old.when?.date === next.when?.date
  const decides = keys.some((key) => deciding.has(key))
  const whole = [daysOf(old.when), daysOf(next.when)]
  const days = !decides ? [] : onlyParameters ? parameters.flatMap((one) => one.days) : onlyBorders ? borderDays(daysOf(old.when), daysOf(next.when)) : union(whole)
  const parts = keys.flatMap((key) => (key === 'parameters' ? parameters.map((one) => `parameters.${one.name}`) : [key]))
  return [{ kind: 'rule', name, change: 'changed', parts, decides, days, stated }]
}

/** Parameters that differ, with the days on which their values do. */
function changedParameters(old: Rule, next: Rule): { name: string; days: Days[] }[] {
  const names = [...new Set([...Object.keys(old.parameters), ...Object.keys(next.parameters)])].sort()
  return names.flatMap((name) => {
    const [before, after] = [old.parameters[name] ?? [], next.parameters[name] ?? []]
    if (same(before, after)) return []
    const starts = [...new Set([...before, ...after].flatMap(({ from, to }) => [from ?? '', ...(to === undefined ? [] : [addDays(to, 1)])]))].sort()
    const spans = starts.map((start, index) => ({ start, end: starts[index + 1] }))
    const valueOn = (periods: typeof before, day: string) => periods.find(({ from = '', to = '9999' }) => from <= day && day <= to)?.value
    const differing = spans.filter(({ start }) => !same(valueOn(before, start), valueOn(after, start)))
    return [{ name, days: differing.map(({ start, end }) => daysOf({ from: start === '' ? undefined : start, to: end === undefined ? undefined : addDays(end, -1) })) }]
  })
}

/** The days on which one of two spans holds and the other does not. */
function borderDays(old: Days, next: Days): Days[] {
  const days: Days[] = []
  const [firstOld, firstNext] = [old.from ?? '', next.from ?? '']
  if (firstOld !== firstNext) {
    const [early, late] = firstOld < firstNext ? [firstOld, firstNext] : [firstNext, firstOld]
    days.push(daysOf({ from: early === '' ? undefined : early, to: addDays(late, -1) }))
  }
  const [lastOld, lastNext] = [old.to ?? '9999', next.to ?? '9999']
  if (lastOld !== lastNext) {
    const [early, late] = lastOld < lastNext ? [lastOld, lastNext] : [lastNext, lastOld]
    days.push(daysOf({ from: addDays(early, 1), to: late === '9999' ? undefined : late }))
  }
  return days
}

function union([one = {}, other = {}]: readonly Days[]): Days[] {
  const from = one.from === undefined || other.from === undefined ? undefined : one.from < other.from ? one.from : other.from
  const to = one.to === undefined || other.to === undefined ? undefined : one.to > other.to ? one.to : other.to
  return [daysOf({ from, to })]
}

function policyChange(name: string, old: Policy | undefined, next: Policy | undefined): BookChange[] {
  if (old === undefined || next === undefined) return [{ kind: 'policy', name, change: old === undefined ? 'added' : 'removed', parts: [], decides: true, days: [{}], stated: [] }]
  const parts = [...new Set([...Object.keys(old), ...Object.keys(next)])].filter((key) => !same(old[key as keyof Policy], next[key as keyof Policy])).sort()
  const decides = parts.some((part) => ['default', 'type', 'choices'].includes(part))
  return parts.length === 0 ? [] : [{ kind: 'policy', name, change: 'changed', parts, decides, days: decides ? [{}] : [], stated: [] }]
}

/** Tables are compared row by row; the days are those of the rows that came, went or changed. */
function tableChanges(from: RuleBook, to: RuleBook): BookChange[] {
  const names = [...new Set([...Object.keys(from.tables), ...Object.keys(to.tables)])].sort() as (keyof RuleBook['tables'])[]
  return names.flatMap((name) => {
    const [old, next] = [from.tables[name], to.tables[name]].map((rows) => new Map(((rows ?? []) as readonly Days[]).map((row) => [canonicalize(row) as string, row])))
    if (!old || !next) return []
    const gone = [...old].filter(([key]) => !next.has(key)).map(([, row]) => row)
    const come = [...next].filter(([key]) => !old.has(key)).map(([, row]) => row)
    if (gone.length + come.length === 0) return []
    const days = [...new Map([...gone, ...come].map((row) => [`${row.from}..${row.to}`, daysOf(row)])).values()]
    return [{ kind: 'table' as const, name, change: 'changed' as const, parts: [`-${gone.length}`, `+${come.length}`], decides: true, days, stated: [] }]
  })
}

function paired<Part>(old: readonly Part[], next: readonly Part[], nameOf: (part: Part) => string): [string, Part | undefined, Part | undefined][] {
  const [before, after] = [old, next].map((parts) => new Map(parts.map((part) => [nameOf(part), part]))) as [Map<string, Part>, Map<string, Part>]
  return [...new Set([...before.keys(), ...after.keys()])].sort().map((name) => [name, before.get(name), after.get(name)])
}

function daysOf(span: { from?: IsoDate | undefined; to?: IsoDate | undefined } | undefined): Days {
  return { ...(span?.from === undefined ? {} : { from: span.from }), ...(span?.to === undefined ? {} : { to: span.to }) }
}

function same(left: unknown, right: unknown): boolean {
  return left === right || (left !== undefined && right !== undefined && canonicalize(left) === canonicalize(right))
}
