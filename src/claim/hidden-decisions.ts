import type { InputsKey } from '../model/inputs.js'
import type { CaseFacts } from '../model/facts.js'
import type { ServiceLog } from '../model/service-log.js'
import { pseudonym } from './namer.js'

/**
 * The log with other names for the decisions of protected clients: an authority or a place can stand in the number of a
 * decision. A name follows from the claim's own key, so that who holds the key can tell it again, and nobody else.
 */
export function withHiddenDecisions(log: ServiceLog, cases: readonly CaseFacts[], { key }: InputsKey): ServiceLog {
  const isHidden = protectedCases(cases)
  const renamed = <Row extends { readonly case?: string | undefined; readonly decision?: string | undefined }>(row: Row): Row =>
    (row.decision === undefined || !isHidden(row.case) ? row : { ...row, decision: pseudonym(key, `hidden decision\u0000${row.decision}`) })
  return { ...log, items: log.items.map(renamed), decisions: log.decisions.map(renamed) }
}

/** The claimant's own number of each decision that the claim calls otherwise. */
export function ownDecisions(log: ServiceLog, cases: readonly CaseFacts[], key: InputsKey): ReadonlyMap<string, string> {
  const hidden = withHiddenDecisions(log, cases, key).decisions
  return new Map(log.decisions.flatMap(({ decision }, index) => (hidden[index]?.decision === decision ? [] : [[hidden[index]?.decision as string, decision] as const])))
}

/** Whether a case is under non-disclosure, or may be, as nothing is known of it. */
export function protectedCases(cases: readonly CaseFacts[]): (theCase: string | undefined) => boolean {
  const open = new Set(cases.flatMap(({ id, nonDisclosure }) => (nonDisclosure ? [] : [id])))
  return (theCase) => theCase === undefined || !open.has(theCase)
}
