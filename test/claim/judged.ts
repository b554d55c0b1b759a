import { assembleClaim } from '../../src/claim/assemble.js'
import { assess } from '../../src/claim/assess.js'
import { deadlineOf } from '../../src/claim/deadline.js'
import { scopeOf } from '../../src/claim/scope.js'
import { askedBy } from '../../src/claim/facts/asked.js'
import { deriveFacts, type EarlierClaim } from '../../src/claim/derive-facts.js'
import type { RateOn } from '../../src/model/hourly-rates.js'
import type { Claimant } from '../../src/model/claimant.js'
import type { Language } from '../../src/model/language.js'
import { parsePeriod, type Period } from '../../src/model/period.js'
import type { Review } from '../../src/model/review.js'
import type { ServiceLog } from '../../src/model/service-log.js'
import { compileRuleBook } from '../../src/rules/engine/compile-book.js'
import { loadRuleBook } from '../../src/rules/load-book.js'

export const book = compileRuleBook(await loadRuleBook({ version: '2026.1' }))
export const county: Claimant = { kind: 'wellbeing-services-county', name: 'County', businessId: '1234567-1', county: '05', iban: 'FI21 1234 5600 0007 85' }

interface Judging {
  claimant?: Claimant
  asOf?: string
  period?: string
  policy?: Record<string, string | number | boolean | string[]>
  reviews?: Review[]
  earlier?: EarlierClaim
  rateOn?: RateOn
  language?: Language
}

/** Facts, assessment and claim of a log under rule book 2026.1. */
export function judged(log: ServiceLog, { claimant = county, asOf = '2026-11-23', period, policy = {}, reviews = [], earlier, rateOn, language = 'en' }: Judging = {}) {
  const policies = Object.fromEntries(book.book.policies.map((one) => [one.name, one.default]))
  const days = period === undefined ? undefined : (parsePeriod(period) as Period)
  const facts = deriveFacts(log, { claimant, asOf, policy: { ...policies, ...policy }, tables: book.book.tables, deadline: (day) => deadlineOf(day, book.book), asked: askedBy(book.book.rules, asOf), ...(days ? { period: days } : {}), ...(earlier ? { earlier } : {}), ...(rateOn ? { rateOn } : {}) })
  const assessment = assess({ log, facts, book, claimant, reviews, language, period: days, toolVersion: '0.0.0' })
  const claim = assembleClaim({ ...scopeOf({ log, facts, assessment, reviews }), claimant, period: days ?? { from: '2020-01-01', to: '2029-12-31', name: '2020-01-01..2029-12-31' }, number: 1, secret: new Uint8Array(32) })
  return { facts, assessment, claim }
}
