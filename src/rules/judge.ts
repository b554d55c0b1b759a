import { createHash } from 'node:crypto'
import type { EvidenceProfile } from '../model/assessment.js'
import type { IsoDate } from '../model/dates.js'
import { factSpecs, type CaseFacts, type FactGroup, type Facts, type FactSpec, type FactValue, type ItemFacts } from '../model/facts.js'
import { placesOf } from '../templates/fill.js'
import type { CompiledBook } from './compile-book.js'
import { withLawDate, type CompiledRule } from './compile-rule.js'
import { Lacking, type Scope } from './expression/compile.js'
import type { Value } from './expression/functions.js'
import type { GeneralJudgement, ItemJudgement, Judge, Judgement, RuleFinding } from './judgement.js'
import { regimeOn } from './tables/regimes.js'

/** The answers that a rule can give; letters keep evidence profiles short. */
type Verdict = 'h' | 'f' | 'd' | 'c' | 'n' | 'k' | 'l'
const inapplicableBecause = { d: 'date', c: 'condition', n: 'no-date', k: 'no-case' } as const

interface Answer {
  readonly verdict: Verdict
  readonly finding?: RuleFinding
}

/** Judges every item and, once each, the cases, the claim and the claimant. */
export function judge(compiled: CompiledBook, facts: Facts): Judgement {
  const one = createJudge(compiled, facts)
  return { items: facts.items.map((item) => one.judgeItem(item)), general: one.general, profiles: one.profiles() }
}

/** A judge that takes one item after the other. */
export function createJudge(compiled: CompiledBook, context: Pick<Facts, 'claimant' | 'claim' | 'policy' | 'cases'>): Judge {
  const { rules, book } = compiled
  const shared = { claimant: values(context.claimant), claim: values(context.claim), policy: values(context.policy) }
  const cases = new Map(context.cases.map((one) => [one.id, judgeCase(rules, { ...shared, case: values(one) }, one)]))
  const claimAnswers = answersFor(rules, ['claim', 'claimant'], shared)
  const profiles = new Map<string, { key: string; profile: EvidenceProfile }>()

  return { general: generalJudgement(rules, claimAnswers, cases), judgeItem, profiles: () => Object.fromEntries([...profiles.values()].map(({ key, profile }) => [key, profile])) }

  function judgeItem(item: ItemFacts): ItemJudgement {
    const theCase = item.case === undefined ? undefined : cases.get(item.case)
    const regime = item.serviceDate === undefined ? undefined : regimeOn(book.tables, item.serviceDate)
    const scope: Scope = { ...shared, item: values(item), case: theCase?.facts, regime: regime && values(regime) }
    const findings: RuleFinding[] = []
    let code = ''
    rules.forEach((rule, index) => {
      const answer = rule.grain === 'item' ? judgeRule(rule, scope, theCase?.kept, index) : (claimAnswers[index] ?? theCase?.general[index] ?? { verdict: 'k' as const })
      code += answer.verdict
      if (answer.finding?.lacking !== undefined) code += `(${answer.finding.lacking})`
      if (rule.grain === 'item' && answer.finding) findings.push(answer.finding)
    })
    return {
      id: item.id,
      ...(regime ? { regime: regime.id } : {}),
      ...(item.serviceDate === undefined ? {} : { decidedBy: { fact: 'serviceDate', date: item.serviceDate } }),
      findings,
      profile: profileKey(code),
    }
  }

  function profileKey(code: string): string {
    const known = profiles.get(code)
    if (known) return known.key
    const profile = profileOf(code, rules)
    const key = createHash('sha256').update(JSON.stringify(profile)).digest('hex').slice(0, 12)
    profiles.set(code, { key, profile })
    return key
  }
}

interface JudgedCase {
  readonly facts: Scope[string]
  /** Answers of the rules that are judged once for the case, by index of the rule. */
  readonly general: readonly (Answer | undefined)[]
  /** Verdicts of item rules whose expressions read nothing of the item, by index of the rule. */
  readonly kept: (KeptVerdict | undefined)[]
}

function judgeCase(rules: readonly CompiledRule[], scope: Scope, facts: CaseFacts): JudgedCase {
  return { facts: values(facts), general: answersFor(rules, ['case'], scope), kept: [] }
}

function answersFor(rules: readonly CompiledRule[], grains: readonly string[], scope: Scope): (Answer | undefined)[] {
  return rules.map((rule) => (grains.includes(rule.grain) ? judgeRule(rule, scope) : undefined))
}

/** `kept` holds the verdicts of rules that read nothing of the item, so that they are found once for each case. */
function judgeRule(compiled: CompiledRule, scope: Scope, kept?: (KeptVerdict | undefined)[], index = 0): Answer {
  const { when } = compiled.rule
  const date = when === undefined ? undefined : (factAt(scope, when.date) as IsoDate | undefined)
  if (when !== undefined) {
    if (date === undefined) return { verdict: 'n' }
    if ((when.from !== undefined && date < when.from) || (when.to !== undefined && date > when.to)) return { verdict: 'd' }
  }
  const once = kept !== undefined && compiled.sharedBy !== 'item'
  const found = (once ? kept[index] : undefined) ?? evaluate(compiled, withLawDate(scope, date))
  if (once) kept[index] = found
  const { verdict, lacking } = found
  return verdict === 'f' || verdict === 'l' ? { verdict, finding: findingOf(compiled, scope, date, lacking) } : { verdict }
}

interface KeptVerdict {
  readonly verdict: Verdict
  readonly lacking?: string
}

function evaluate(compiled: CompiledRule, scope: Scope): KeptVerdict {
  if (scope.case === undefined && compiled.reads.some((path) => path.startsWith('case.'))) return { verdict: 'k' }
  try {
    if (compiled.applies(scope) !== true) return { verdict: 'c' }
    return { verdict: compiled.holds(scope) === true ? 'h' : 'f' }
  } catch (error) {
    if (error instanceof Lacking) return { verdict: 'l', lacking: error.path }
    if (error instanceof RangeError) return { verdict: 'l', lacking: 'value' }
    throw error
  }
}

function findingOf(compiled: CompiledRule, scope: Scope, date: IsoDate | undefined, lacking: string | undefined): RuleFinding {
  const { rule } = compiled
  return {
    rule,
    effect: rule.effect,
    ...(lacking === undefined ? {} : { lacking }),
    values: messageValues(compiled, scope, date),
    basis: rule.basis.filter(({ from = '', to = '9999' }) => date === undefined || (from <= date && date <= to)),
    ...columnOf(compiled, lacking),
  }
}

/** The values that the texts of the rule name; what cannot be computed is left out. */
function messageValues(compiled: CompiledRule, scope: Scope, date: IsoDate | undefined): RuleFinding['values'] {
  const { rule } = compiled
  const names = new Set(Object.values(rule.message).concat(Object.values(rule.remedy)).flatMap(placesOf).map((place) => place.split(':')[0] as string))
  const parameters = compiled.parametersOn(date)
  const found: Record<string, FactValue | bigint> = {}
  for (const name of names) {
    const value = name.includes('.') ? factAt(scope, name) : (parameters[name] ?? computed(compiled.lets[name], scope))
    if (value !== undefined) found[name] = value as FactValue | bigint
  }
  return found
}

function computed(expression: CompiledRule['lets'][string] | undefined, scope: Scope): Value | undefined {
  try {
    return expression?.(scope)
  } catch {
    return undefined
  }
}

function columnOf(compiled: CompiledRule, lacking: string | undefined): { column?: string } {
  const { column, when } = compiled.rule
  const chosen = column ?? columnFor(lacking) ?? compiled.reads.map(columnFor).find((one) => one !== undefined) ?? columnFor(when?.date)
  return chosen === undefined ? {} : { column: chosen }
}

function factAt(scope: Scope, path: string): Value | undefined {
  const [group = '', key = ''] = path.split('.')
  return scope[group]?.[key]
}

function columnFor(path: string | undefined): string | undefined {
  const [group = '', key = ''] = path?.split('.') ?? []
  return (factSpecs[group as FactGroup] as Record<string, FactSpec> | undefined)?.[key]?.column
}

/** Facts as expressions read them: whole numbers are bigint. */
function values(facts: object): Record<string, Value> {
  const read: Record<string, Value> = {}
  for (const [key, value] of Object.entries(facts) as [string, FactValue][]) read[key] = typeof value === 'number' ? BigInt(value) : value
  return read
}

function generalJudgement(rules: readonly CompiledRule[], answers: readonly (Answer | undefined)[], cases: ReadonlyMap<string, JudgedCase>): GeneralJudgement {
  const findings = (grain: string) => rules.flatMap((rule, index) => (rule.grain === grain ? (answers[index]?.finding ?? []) : []))
  return {
    claimant: findings('claimant'),
    claim: findings('claim'),
    cases: new Map([...cases].map(([id, { general }]) => [id, general.flatMap((answer) => answer?.finding ?? [])])),
  }
}

function profileOf(code: string, rules: readonly CompiledRule[]): EvidenceProfile {
  const profile = { held: [] as string[], failed: [] as string[], inapplicable: [] as EvidenceProfile['inapplicable'], lacking: [] as EvidenceProfile['lacking'] }
  ;[...code.matchAll(/([a-z])(?:\(([^)]*)\))?/g)].forEach(([, verdict, fact], index) => {
    const rule = rules[index]?.rule.rule as string
    if (verdict === 'h') profile.held.push(rule)
    else if (verdict === 'f') profile.failed.push(rule)
    else if (verdict === 'l') profile.lacking.push({ rule, fact: fact ?? '' })
    else profile.inapplicable.push({ rule, because: inapplicableBecause[verdict as keyof typeof inapplicableBecause] })
  })
  return profile
}
