import { ownKeys } from '../../model/own-keys.js'
import type { IsoDate } from '../../model/dates.js'
import type { FactValue } from '../../model/facts.js'
import { columnOfFact, parameterValue, periodOn, type CompiledRule } from './compile-rule.js'
import { Lacking, type Compiled, type Slots } from './expression/compile.js'
import type { Value } from './expression/functions.js'
import type { Basis } from '../book.js'
import type { RuleFinding } from './judgement.js'
import { lackingFrom, lackingOf, verdicts, type Verdict } from './verdict.js'

/** What a rule says of the facts in the row, its date and parameters chosen first. */
export function judgeRule(compiled: CompiledRule, slots: Slots, valueSlot: number, hasCase: boolean): Verdict {
  const excluded = excludedByDate(compiled, slots)
  if (excluded !== undefined) return excluded
  chooseParameters(compiled, slots)
  return evaluate(compiled, slots, valueSlot, hasCase)
}

/** Whether the date of a rule keeps it from applying; `undefined` when it applies. */
export function excludedByDate({ rule: { when }, dateSlot }: CompiledRule, slots: Slots): Verdict | undefined {
  if (when === undefined) return undefined
  const date = slots[dateSlot as number] as IsoDate | undefined
  if (date === undefined) return verdicts.noDate
  return (when.from !== undefined && date < when.from) || (when.to !== undefined && date > when.to) ? verdicts.date : undefined
}

/** Puts the values that parameters have on the day that chooses the law into the row. */
export function chooseParameters({ varying, dateSlot }: CompiledRule, slots: Slots): void {
  for (const { slot, periods } of varying) {
    slots[slot] = parameterValue(periodOn(periods, dateSlot === undefined ? undefined : (slots[dateSlot] as string | undefined)).value)
  }
}

/** Evaluates a rule that its date lets apply. `valueSlot` stands for a value that is out of bounds. */
export function evaluate(compiled: CompiledRule, slots: Slots, valueSlot: number, hasCase: boolean): Verdict {
  if (!hasCase && compiled.readsCase) return verdicts.noCase
  try {
    if (compiled.applies(slots) !== true) return verdicts.condition
    return compiled.holds(slots) === true ? verdicts.held : verdicts.failed
  } catch (error) {
    return verdictOfError(error, valueSlot)
  }
}

/** What an expression that failed says: that it lacks a fact or a value within bounds. Throws what is neither. */
export function verdictOfError(error: unknown, valueSlot: number): Verdict {
  if (error instanceof Lacking) return lackingFrom + error.slot
  if (error instanceof RangeError) return lackingFrom + valueSlot
  throw error
}

/** The finding of a rule that failed or lacked a fact. */
export function findingOf(compiled: CompiledRule, slots: Slots, verdict: Verdict, paths: readonly string[], basis = basisInForce(compiled, slots)): RuleFinding {
  const { rule } = compiled
  const lacking = lackingOf(verdict, paths)
  const column = lacking === undefined ? compiled.column : (rule.column ?? columnOfFact(lacking) ?? compiled.column)
  const values = namedValues(compiled, slots)
  if (lacking === undefined && column !== undefined) return { rule, effect: rule.effect, values, basis, column }
  return { rule, effect: rule.effect, ...(lacking === undefined ? {} : { lacking }), values, basis, ...(column === undefined ? {} : { column }) }
}

const noDay = ''
const mostDays = 50_000

/** The sources of a rule in force on its deciding day: for all days between two of their borders the same list. */
export function basisInForce({ rule, basisByDay, dateSlot }: CompiledRule, slots: Slots): readonly Basis[] {
  const date = dateSlot === undefined ? undefined : (slots[dateSlot] as IsoDate | undefined)
  const known = basisByDay.get(date ?? noDay)
  if (known !== undefined) return known
  const inForce = rule.basis.filter(({ from = '', to = '9999' }) => date === undefined || (from <= date && date <= to))
  const shared = [...basisByDay.values()].find((one) => one.length === inForce.length && one.every((basis, index) => basis === inForce[index])) ?? inForce
  if (basisByDay.size < mostDays) basisByDay.set(date ?? noDay, shared)
  return shared
}

/** A value, or `undefined` where a fact that it needs is absent. */
export function valueOrNothing(read: Compiled, slots: Slots): Value | undefined {
  try {
    return read(slots)
  } catch (error) {
    if (error instanceof Lacking || error instanceof RangeError) return undefined
    throw error
  }
}

/** The values that the texts of the rule name; what cannot be computed is left out. */
function namedValues({ named }: CompiledRule, slots: Slots): RuleFinding['values'] {
  const values = ownKeys<FactValue | bigint>()
  for (const [name, read] of named) {
    const value = valueOrNothing(read, slots)
    if (value !== undefined) values[name] = value
  }
  return values
}
