import type { IsoDate } from '../../model/dates.js'
import type { Language } from '../../model/language.js'
import { categoryNames, claimantKindNames } from '../../model/value-names.js'
import { citation, type Rule, type RuleBook } from '../book.js'

/** A part of the law that has a chapter of the guide, with the rules that belong there by the letters of their IDs. */
const chapters = [
  { chapter: 'claimant', topics: ['REG', 'CLM'] },
  { chapter: 'person', topics: ['PER'] },
  { chapter: 'costs', topics: ['CAT', 'AMT'] },
  { chapter: 'deadline', topics: ['DL'] },
  { chapter: 'papers', topics: ['DEC', 'PKT'] },
  { chapter: 'overlap', topics: ['OVL'] },
  { chapter: 'afterwards', topics: ['APL', 'RCV'] },
] as const
export type Chapter = (typeof chapters)[number]['chapter']

export interface GuideRegime {
  readonly title: string
  readonly from: IsoDate
  readonly to?: IsoDate
  readonly claimants: readonly string[]
  readonly categories: readonly string[]
  readonly deadlineYears: number
  readonly addressee: string
  readonly procedure: string
  /** The papers that the law of the time demands. */
  readonly papers: readonly GuidePaper[]
}
export type GuidePaper = 'statement' | 'decision' | 'voucher'

export interface GuideRule {
  readonly rule: string
  readonly title: string
  readonly summary: string
  readonly remedy: string
  /** Whether a cost that fails it cannot be claimed. */
  readonly rejects: boolean
  readonly from?: IsoDate
  readonly to?: IsoDate
  readonly sources: readonly { readonly citation: string; readonly url?: string }[]
}

/** A book as guidance: made from the same texts and dates that judge, so that the two never disagree. */
export interface Guide {
  readonly title: string
  readonly disclaimer: string
  readonly version: string
  readonly released: IsoDate
  readonly regimes: readonly GuideRegime[]
  readonly chapters: readonly { readonly chapter: Chapter; readonly rules: readonly GuideRule[] }[]
  readonly choices: readonly { readonly name: string; readonly title: string; readonly why: string; readonly default: string }[]
}

/** The guide of a book in a language. */
export function guideOf(book: RuleBook, language: Language): Guide {
  return {
    title: book.title[language],
    disclaimer: book.disclaimer[language],
    version: book.version,
    released: book.released,
    regimes: book.tables.regimes.map((regime) => ({
      title: regime.title[language],
      from: regime.from,
      ...(regime.to === undefined ? {} : { to: regime.to }),
      claimants: regime.claimants.map((kind) => claimantKindNames[kind][language]),
      categories: regime.categories.map((category) => categoryNames[category][language]),
      deadlineYears: regime.deadlineYears,
      addressee: regime.addressee[language],
      procedure: regime.procedure[language],
      papers: [...(regime.statementNeeded ? ['statement' as const] : []), ...(regime.decisionNeeded ? ['decision' as const] : []), 'voucher' as const],
    })),
    chapters: chapters.map(({ chapter, topics }) => ({ chapter, rules: book.rules.filter(({ rule }) => topics.some((topic) => rule.startsWith(`${topic}-`))).map((rule) => guideRule(rule, language)) })),
    choices: book.policies.map(({ name, title, why, default: value }) => ({ name, title: title[language], why: why[language], default: String(value) })),
  }
}

function guideRule(rule: Rule, language: Language): GuideRule {
  return {
    rule: rule.rule,
    title: rule.title[language],
    summary: rule.summary[language],
    remedy: rule.remedy[language],
    rejects: rule.effect === 'reject',
    ...(rule.when?.from === undefined ? {} : { from: rule.when.from }),
    ...(rule.when?.to === undefined ? {} : { to: rule.when.to }),
    sources: rule.basis.map((basis) => ({ citation: citation(basis), ...(basis.url === undefined ? {} : { url: basis.url }) })),
  }
}
