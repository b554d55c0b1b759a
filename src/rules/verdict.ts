import { createHash } from 'node:crypto'
import type { EvidenceProfile } from '../model/assessment.js'

/** What a rule says, as a number: small ones are as named here, from `lackingFrom` on the place of the fact that lacked. */
export const verdicts = { held: 0, failed: 1, date: 2, condition: 3, noDate: 4, noCase: 5 } as const
export const lackingFrom = 8
/** A verdict of a rule: one of `verdicts`, or `lackingFrom` plus a place. */
export type Verdict = number

const because = { [verdicts.date]: 'date', [verdicts.condition]: 'condition', [verdicts.noDate]: 'no-date', [verdicts.noCase]: 'no-case' } as const

export function isFinding(verdict: Verdict): boolean {
  return verdict === verdicts.failed || verdict >= lackingFrom
}

/** Why a rule was inapplicable; `undefined` when it was applicable. */
export function reasonOf(verdict: Verdict): EvidenceProfile['inapplicable'][number]['because'] | undefined {
  return because[verdict as keyof typeof because]
}

/** Path of the fact that lacked. */
export function lackingOf(verdict: Verdict, paths: readonly string[]): string | undefined {
  return verdict >= lackingFrom ? paths[verdict - lackingFrom] : undefined
}

/** Verdicts of all rules, in the order of the rules, as evidence that names them. */
export function profileOf(found: ArrayLike<Verdict>, rules: readonly string[], paths: readonly string[]): EvidenceProfile {
  const profile = { held: [] as string[], failed: [] as string[], inapplicable: [] as EvidenceProfile['inapplicable'], lacking: [] as EvidenceProfile['lacking'] }
  rules.forEach((rule, index) => {
    const verdict = found[index] as Verdict
    const reason = reasonOf(verdict)
    const fact = lackingOf(verdict, paths)
    if (verdict === verdicts.held) profile.held.push(rule)
    else if (verdict === verdicts.failed) profile.failed.push(rule)
    else if (reason !== undefined) profile.inapplicable.push({ rule, because: reason })
    else profile.lacking.push({ rule, fact: fact as string })
  })
  return profile
}

/** A short key that only depends on what the profile says. */
export function keyOfProfile(profile: EvidenceProfile): string {
  return createHash('sha256').update(JSON.stringify(profile)).digest('hex').slice(0, 12)
}
