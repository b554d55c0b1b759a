import { ageOn } from '../../model/dates.js'
import type { CaseFacts } from '../../model/facts.js'
import { readIdentityCode } from '../../model/identity-code.js'
import type { Case, CostItem } from '../../model/service-log.js'

/** The age on the service day, by the birth date or else by the identity code. */
export function ageOnService(item: CostItem, theCase: Case | undefined): number | undefined {
  const born = theCase && birthDateOf(theCase)
  return born === undefined || item.serviceDate === undefined ? undefined : ageOn(born, item.serviceDate)
}

type IdentityCodeFacts = Pick<CaseFacts, 'hasPersonalId' | 'personalIdIntroducedIn2023' | 'personalIdTwin'> &
  { readonly personalIdProblem: string | undefined; readonly birthDateAgrees: boolean | undefined }

/** What may be said of the identity codes of cases without showing them. */
export function twinsAmong(cases: readonly Case[]): (one: Case) => IdentityCodeFacts {
  const bySkeleton = new Map<string, Set<string>>()
  for (const { personalId } of cases) {
    if (personalId === undefined) continue
    const codes = bySkeleton.get(skeleton(personalId)) ?? new Set()
    bySkeleton.set(skeleton(personalId), codes.add(personalId))
  }
  return ({ personalId, birthDate }) => {
    const reading = personalId === undefined ? undefined : readIdentityCode(personalId)
    return {
      hasPersonalId: personalId !== undefined,
      personalIdProblem: reading?.valid === false ? reading.problem : undefined,
      personalIdIntroducedIn2023: reading?.valid === true && reading.introducedIn2023,
      personalIdTwin: personalId !== undefined && (bySkeleton.get(skeleton(personalId))?.size ?? 0) > 1,
      birthDateAgrees: reading?.valid === true && birthDate !== undefined ? reading.birthDate === birthDate : undefined,
    }
  }
}

/** The birth date as entered, or as a valid identity code has it. */
export function birthDateOf({ birthDate, personalId }: Case): string | undefined {
  const reading = birthDate === undefined && personalId !== undefined ? readIdentityCode(personalId) : undefined
  return birthDate ?? (reading?.valid === true ? reading.birthDate : undefined)
}

/** The code without its separator: two persons may differ by the separator alone. */
function skeleton(code: string): string {
  return code.slice(0, 6) + code.slice(7)
}
