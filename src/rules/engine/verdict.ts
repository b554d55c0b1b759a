import { createHash } from 'node:crypto'
import type { EvidenceProfile } from '../../model/assessment.js'

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

/**
 * Writes the verdicts of all rules, in the order of the rules, as the canonical text of an evidence profile. It is made
 * of parts that are written once for each rule, as there may be as many profiles as items.
 */
export function createProfileText(rules: readonly string[], paths: readonly string[]): (found: readonly Verdict[]) => string {
  const names = rules.map((rule) => JSON.stringify(rule))
  const reasons = new Map(Object.values(verdicts).map((verdict) => [verdict as Verdict, reasonOf(verdict)]))
  return (found) => {
    const [held, failed, inapplicable, lacking]: [string[], string[], string[], string[]] = [[], [], [], []]
    for (let index = 0; index < names.length; index++) {
      const [verdict, name] = [found[index] as Verdict, names[index] as string]
      if (verdict === verdicts.held) held.push(name)
      else if (verdict === verdicts.failed) failed.push(name)
      else if (verdict < lackingFrom) inapplicable.push(`{"rule":${name},"because":"${reasons.get(verdict)}"}`)
      else lacking.push(`{"rule":${name},"fact":${JSON.stringify(lackingOf(verdict, paths))}}`)
    }
    return `{"held":[${held.join()}],"failed":[${failed.join()}],"inapplicable":[${inapplicable.join()}],"lacking":[${lacking.join()}]}`
  }
}

/** A short key that only depends on what the profile says. */
export function keyOfProfile(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
