import { ownValue } from '../../model/own-keys.js'
import type { IsoDate } from '../../model/dates.js'
import type { Facts, FactValue } from '../../model/facts.js'
import type { Localized } from '../../model/language.js'
import type { Cents } from '../../model/money.js'
import type { Effect } from '../../model/values.js'
import type { Basis } from '../book.js'
import type { CompiledBook } from '../engine/compile-book.js'
import { parameterValue, periodOn, type CompiledRule, type Grain } from '../engine/compile-rule.js'
import { chooseParameters, excludedByDate, judgeRule, valueOrNothing } from '../engine/evaluate.js'
import type { Expression } from '../engine/expression/cel.js'
import { compileExpression, type Compiled, type Slots } from '../engine/expression/compile.js'
import { showExpression } from '../engine/expression/show.js'
import { createRow } from '../engine/row.js'
import { regimeLawOn } from '../tables/regimes.js'
import { lackingOf, reasonOf, verdicts, type Verdict } from '../engine/verdict.js'

type Shown = FactValue | bigint

/** One item walked through every rule of the book. */
export interface ItemExplanation {
  readonly item: string
  readonly case?: string
  /** The regime of the service day. */
  readonly regime?: { readonly id: string; readonly title: Localized; readonly from: IsoDate; readonly to?: IsoDate }
  /** The date that chose the law. */
  readonly decidedBy?: { readonly fact: string; readonly date: IsoDate }
  /** The earlier claim that holds the item, and the cents that it claimed. */
  readonly claimed?: { readonly claim: string; readonly amount?: Cents }
  readonly rules: readonly RuleWalk[]
}

/** What one rule made of the item. */
export interface RuleWalk {
  readonly rule: string
  readonly title: Localized
  readonly effect: Effect
  /** What the rule is about: judged for the item, or once for its case, the claim or the claimant. */
  readonly about: Grain
  readonly verdict: 'held' | 'failed' | 'inapplicable' | 'lacking'
  readonly because?: 'date' | 'condition' | 'no-date' | 'no-case'
  /** Path of the fact that the rule lacked. */
  readonly lacking?: string
  /** The fact that chooses the law of this rule, its date, and the days on which the rule applies. */
  readonly chosenBy?: { readonly fact: string; readonly date?: IsoDate; readonly from?: IsoDate; readonly to?: IsoDate }
  /** Facts that the rule reads; one without a value is absent. */
  readonly read: readonly { readonly fact: string; readonly value?: Shown }[]
  /** Parameters on the deciding day, and what the rule computed from them and the facts. */
  readonly parameters: Readonly<Record<string, Shown>>
  readonly computed: Readonly<Record<string, Shown>>
  /** The parts of the condition that decided: those that were false, or that lacked a fact. */
  readonly decisive: readonly { readonly part: string; readonly in: 'applies' | 'holds'; readonly result: 'false' | 'lacking' }[]
  /** The sources in force on the deciding day. */
  readonly basis: readonly Basis[]
}

/** Walks an item through every rule: which date chose the law, what each rule read, held, failed, or why it did not apply. */
export function explainItem(compiled: CompiledBook, facts: Facts, itemId: string): ItemExplanation | undefined {
  const item = facts.items.find(({ id }) => id === itemId)
  if (item === undefined) return undefined
  const theCase = facts.cases.find(({ id }) => id === item.case)
  const regime = item.serviceDate === undefined ? undefined : regimeLawOn(compiled.book.tables, item.serviceDate)
  const valueSlot = compiled.layout.slotOf('value')
  const row = createRow(compiled.layout)
  for (const group of ['claimant', 'claim', 'policy'] as const) row.fill(group, facts[group])
  row.fill('case', theCase)
  row.fill('item', item)
  row.fill('regime', regime)
  return {
    item: item.id,
    ...(item.case === undefined ? {} : { case: item.case }),
    ...(regime ? { regime: { id: regime.id, title: regime.title, from: regime.from, ...(regime.to === undefined ? {} : { to: regime.to }) } } : {}),
    ...(item.serviceDate === undefined ? {} : { decidedBy: { fact: 'item.serviceDate', date: item.serviceDate } }),
    ...(item.claimedIn === undefined ? {} : { claimed: { claim: item.claimedIn, ...(item.claimedAmount === undefined ? {} : { amount: item.claimedAmount }) } }),
    rules: compiled.rules.map((rule) => walk(rule, row.slots, compiled.layout, valueSlot, theCase !== undefined)),
  }
}

function walk(compiled: CompiledRule, slots: Slots, layout: CompiledBook['layout'], valueSlot: number, hasCase: boolean): RuleWalk {
  const { rule, dateSlot } = compiled
  const missingCase = compiled.grain === 'case' && !hasCase
  const verdict = missingCase ? verdicts.noCase : judgeRule(compiled, slots, valueSlot, hasCase)
  const reached = !missingCase && excludedByDate(compiled, slots) === undefined
  const date = dateSlot === undefined ? undefined : (slots[dateSlot] as IsoDate | undefined)
  const lacking = lackingOf(verdict, layout.paths)
  const because = reasonOf(verdict)
  if (reached) chooseParameters(compiled, slots)
  return {
    rule: rule.rule,
    title: rule.title,
    effect: rule.effect,
    about: compiled.grain,
    verdict: verdict === verdicts.held ? 'held' : verdict === verdicts.failed ? 'failed' : lacking === undefined ? 'inapplicable' : 'lacking',
    ...(because === undefined ? {} : { because }),
    ...(lacking === undefined ? {} : { lacking }),
    ...(rule.when === undefined ? {} : { chosenBy: { fact: rule.when.date, ...defined({ date, from: rule.when.from, to: rule.when.to }) } }),
    read: compiled.reads.map((fact) => ({ fact, ...defined({ value: slots[layout.slotOf(fact)] as Shown | undefined }) })),
    parameters: reached ? Object.fromEntries(Object.entries(rule.parameters).map(([name, periods]) => [name, parameterValue(periodOn(periods, date).value) as Shown])) : {},
    computed: reached ? (defined(Object.fromEntries(Object.entries(compiled.lets).map(([name, read]) => [name, valueOrNothing(read, slots) as Shown | undefined]))) as Record<string, Shown>) : {},
    decisive: reached && verdict !== verdicts.held ? decisiveParts(compiled, slots, layout, verdict) : [],
    basis: rule.basis.filter(({ from = '', to = '9999' }) => date === undefined || (from <= date && date <= to)),
  }
}

/** The parts, joined by "and", that made a condition or the rule itself false or that could not be computed. */
function decisiveParts(compiled: CompiledRule, slots: Slots, layout: CompiledBook['layout'], verdict: Verdict): RuleWalk['decisive'] {
  const where = verdict === verdicts.condition ? ['applies'] as const : verdict === verdicts.failed ? ['holds'] as const : ['applies', 'holds'] as const
  const reading = { fact: layout.slotOf, name: (name: string): Compiled => ownValue(compiled.lets, name) ?? parameterOf(compiled, name, slots) }
  return where.flatMap((place) =>
    conjuncts(compiled.trees[place]).flatMap((part) => {
      const value = valueOrNothing(compileExpression(part, reading), slots)
      return value === true ? [] : [{ part: showExpression(part), in: place, result: value === undefined ? ('lacking' as const) : ('false' as const) }]
    }),
  )
}

function parameterOf({ rule, dateSlot }: CompiledRule, name: string, slots: Slots): Compiled {
  const date = dateSlot === undefined ? undefined : (slots[dateSlot] as IsoDate | undefined)
  const value = parameterValue(periodOn(rule.parameters[name] ?? [], date).value)
  return () => value
}

function conjuncts(tree: Expression): Expression[] {
  return tree.kind === 'operator' && tree.operator === '&&' ? [...conjuncts(tree.left), ...conjuncts(tree.right)] : [tree]
}

type Defined<Values> = { readonly [Key in keyof Values]?: Exclude<Values[Key], undefined> }

function defined<Values extends object>(values: Values): Defined<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<Values>
}
