import type { IsoDate } from '../../model/dates.js'
import type { Language } from '../../model/language.js'
import type { Effect } from '../../model/values.js'
import { differingKeys } from './compare-books.js'
import { citation, type Basis, type Example, type ParameterValue, type Rule, type RuleBook } from '../book.js'

/** A rule in plain words, with everything that an auditor asks of it. */
export interface RuleExplanation {
  readonly schema: 'korvaus/rule-explanation/1'
  readonly ruleBook: { readonly version: string; readonly released: IsoDate; readonly sha256: string }
  readonly rule: string
  readonly title: string
  readonly summary: string
  readonly effect: Effect
  readonly when?: { readonly date: string; readonly from?: IsoDate; readonly to?: IsoDate }
  readonly applies: string
  readonly let: Readonly<Record<string, string>>
  readonly holds: string
  readonly message: string
  readonly remedy: string
  readonly parameters: Readonly<Record<string, readonly { readonly from?: IsoDate; readonly to?: IsoDate; readonly value: ParameterValue }[]>>
  readonly policies: readonly { readonly name: string; readonly title: string; readonly why: string; readonly default: ParameterValue }[]
  readonly sources: readonly (Basis & { readonly citation: string })[]
  readonly checkedOn: IsoDate
  /** The newest earlier book in which the rule was another, and the keys that differ. */
  readonly predecessor?: { readonly version: string; readonly released: IsoDate; readonly parts: readonly string[] }
  readonly examples: readonly Example[]
}

/** Explains a rule of a book in a language; `earlier` are the books that it extends, the newest first. */
export function explainRule(rule: Rule, book: RuleBook, language: Language, earlier: readonly RuleBook[] = []): RuleExplanation {
  const predecessor = predecessorOf(rule, earlier)
  return {
    schema: 'korvaus/rule-explanation/1',
    ruleBook: { version: book.version, released: book.released, sha256: book.sha256 },
    rule: rule.rule,
    title: rule.title[language],
    summary: rule.summary[language],
    effect: rule.effect,
    ...(rule.when ? { when: rule.when as NonNullable<RuleExplanation['when']> } : {}),
    applies: rule.applies,
    let: rule.let,
    holds: rule.holds,
    message: rule.message[language],
    remedy: rule.remedy[language],
    parameters: rule.parameters as RuleExplanation['parameters'],
    policies: rule.policies.flatMap((name) => book.policies.filter((policy) => policy.name === name)).map((policy) => ({ name: policy.name, title: policy.title[language], why: policy.why[language], default: policy.default })),
    sources: rule.basis.map((basis) => ({ ...basis, citation: citation(basis) })),
    checkedOn: rule.checkedOn,
    ...(predecessor === undefined ? {} : { predecessor }),
    examples: rule.examples,
  }
}

function predecessorOf(rule: Rule, earlier: readonly RuleBook[]): RuleExplanation['predecessor'] {
  for (const { version, released, rules } of earlier) {
    const before = rules.find((one) => one.rule === rule.rule)
    const parts = before === undefined ? [] : differingKeys(before, rule)
    if (parts.length > 0) return { version, released, parts }
  }
  return undefined
}

/** The IDs of a book that look most like a mistyped one. */
export function nearestRules(typed: string, book: Pick<RuleBook, 'rules'>, most = 3): string[] {
  const wanted = typed.toUpperCase()
  const scored = book.rules.map(({ rule }) => ({ rule, distance: editDistance(wanted, rule) }))
  return scored.sort((left, right) => left.distance - right.distance || (left.rule < right.rule ? -1 : 1)).slice(0, most).map(({ rule }) => rule)
}

/** How many letters must be put in, taken out or exchanged. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      next[j] = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (left[i - 1] === right[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[right.length] as number
}
