import { caseColumns } from '../../model/columns.js'
import { addDays, type IsoDate } from '../../model/dates.js'
import type { Case, CostItem } from '../../model/service-log.js'
import type { PolicyFacts } from '../../model/facts.js'
import type { Rule } from '../../rules/book.js'
import type { LumpSumDays } from './lump-sum.js'

/**
 * What the rules of a book ask of a person's age and first residence. Both could tell a birth date (who was born here has
 * a home from the first day), so facts answer what is asked, and say no more.
 */
export interface Asked {
  /** The first residence as the rules need it: the first day from it on that they compare it with. */
  firstResidence(from: IsoDate, serviceDays: Iterable<IsoDate>): IsoDate
  /** The day of admission as the rules need it: the first day from it on that they compare it with; after them all, the day after the last. */
  admission(on: IsoDate, serviceDays: Iterable<IsoDate>, policy: PolicyFacts): IsoDate
  /** The days of a lump sum as the rules need them, as its years run from the first residence: no compared day lies between told and true. */
  lumpSum(days: LumpSumDays, serviceDays: Iterable<IsoDate>): LumpSumDays
  /** The age as the rules need it: the highest limit that is reached, 0 below them all, nothing where no rule asks. */
  age(years: number, item: CostItem, theCase: Case): number | undefined
}

/** What the rules of a book ask. */
export function askedBy(rules: readonly Rule[], asOf: IsoDate): Asked {
  const days = rules.filter(({ when }) => when?.date === 'case.firstResidenceOn').flatMap(({ when }) => [when?.from, when?.to].flatMap((day) => day ?? []))
  const lumpSumBorders = rules.filter(({ when }) => when?.date === 'case.lumpSumDueFrom').flatMap(({ when }) => [when?.from && addDays(when.from, -1), when?.to].flatMap((day) => day ?? []))
  const ofAdmission = rules.filter((rule) => reads(rule, /\bcase\.admittedOn\b/))
  const ofAge = rules.filter((rule) => reads(rule, /\bitem\.ageOnService\b/)).map((rule) => ({ rule, conditions: conditionsOf(rule) }))
  return {
    firstResidence: (from, serviceDays) => [...days, ...serviceDays, asOf].reduce<IsoDate | undefined>((first, day) => (day >= from && day < (first ?? '9999-99') ? day : first), undefined) ?? from,
    admission: (on, serviceDays, policy) => firstFrom(on, daysOfAdmission(ofAdmission, [...serviceDays, asOf], policy)),
    lumpSum: (due, serviceDays) => coarse(due, [...lumpSumBorders, ...serviceDays, asOf]),
    age: (years, item, theCase) => {
      const asking = ofAge.filter(({ rule, conditions }) => conditions.every((condition) => mayHold(condition, rule, item, theCase)))
      if (asking.length === 0) return undefined
      return Math.max(0, ...asking.flatMap(({ rule }) => limitsOf(rule, item.serviceDate)).filter((limit) => limit <= years))
    },
  }
}

/** The first compared day in the period and the last one; of a period without any, days before and after which none is missed. */
function coarse({ from, to }: LumpSumDays, compared: readonly IsoDate[]): LumpSumDays {
  const sorted = [...compared].sort()
  const before = addDays(sorted[0] ?? to, -1)
  return { from: sorted.find((day) => day >= from) ?? from, to: sorted.findLast((day) => day <= to) ?? before }
}

function firstFrom(on: IsoDate, compared: readonly IsoDate[]): IsoDate {
  const sorted = [...compared].sort()
  return sorted.find((day) => day >= on) ?? addDays(sorted.at(-1) ?? on, 1)
}

/** Each service day, earlier and later by each number of days that the rules or the claimant's choices may add, and the days that rules name. */
function daysOfAdmission(rules: readonly Rule[], days: readonly IsoDate[], policy: PolicyFacts): IsoDate[] {
  const values = rules.flatMap(({ parameters }) => Object.values(parameters).flatMap((periods) => periods.map(({ value }) => value)))
  const chosen = rules.flatMap((rule) => [...textOf(rule).matchAll(/\bpolicy\.(\w+)/g)].map(([, name = '']) => policy[name]))
  const shifts = [...new Set([0, ...[...values, ...chosen].filter((value) => typeof value === 'number')])]
  const named = values.filter((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) as IsoDate[]
  return [...named, ...named.map((day) => addDays(day, -1)), ...days.flatMap((day) => shifts.flatMap((shift) => [addDays(day, shift), addDays(day, -shift)]))]
}

function reads(rule: Rule, fact: RegExp): boolean {
  return fact.test(textOf(rule))
}

function textOf({ when, applies, holds, let: lets }: Rule): string {
  return [when?.date ?? '', applies, holds, ...Object.values(lets)].join('\n')
}

/** The parts of a rule's condition that must all hold; a condition of another form is not looked into. */
function conditionsOf({ applies }: Rule): readonly string[] {
  return applies.includes('||') ? [] : applies.split('&&').map((part) => part.trim())
}

/** Whether a part of a condition can hold for an item; what is not understood can. */
function mayHold(condition: string, rule: Rule, item: CostItem, theCase: Case): boolean {
  const [, fact] = /^case\.(\w+)$/.exec(condition) ?? []
  if (fact !== undefined) return !caseColumns.some(({ key, type }) => key === fact && type === 'yes-no') || theCase[fact as keyof Case] === true
  const [, list] = /^item\.category in (\w+)$/.exec(condition) ?? []
  if (list === undefined) return true
  const values = (rule.parameters[list] ?? []).flatMap(({ value }) => (Array.isArray(value) ? value : []))
  return values.includes(item.category as never)
}

/** The whole numbers that a rule compares with on a day. */
function limitsOf({ parameters }: Rule, on: IsoDate | undefined): number[] {
  const inForce = Object.values(parameters).flatMap((periods) => periods.filter(({ from = '0000', to = '9999' }) => on === undefined || (from <= on && on <= to)))
  return inForce.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
}
