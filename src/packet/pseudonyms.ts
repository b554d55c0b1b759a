import { createHmac } from 'node:crypto'
import type { ServiceLog, SourceFinding } from '../model/service-log.js'

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const length = 7

/** A log whose case IDs are good for one packet alone, and the claimant's own ID behind each. */
export interface PseudonymousLog {
  readonly log: ServiceLog
  /** Pseudonym → the case ID of the service log. */
  readonly originals: ReadonlyMap<string, string>
}

/**
 * Gives each case a pseudonym that follows from the secret key, the claim and its own ID: the same again for the same
 * packet, and nothing that an outsider could link with another packet.
 */
export function withPacketPseudonyms(log: ServiceLog, key: Uint8Array, claimNumber: string): PseudonymousLog {
  const pseudonyms = new Map<string, string>()
  const originals = new Map<string, string>()
  const pseudonymOf = (id: string): string => {
    const known = pseudonyms.get(id)
    if (known !== undefined) return known
    const made = unused(id, 0)
    pseudonyms.set(id, made)
    originals.set(made, id)
    return made
  }
  const unused = (id: string, attempt: number): string => {
    const made = pseudonym(key, `${claimNumber}\u0000${id}\u0000${attempt}`)
    return originals.has(made) ? unused(id, attempt + 1) : made
  }
  const ofCase = <Row extends { readonly case: string }>(row: Row): Row => ({ ...row, case: pseudonymOf(row.case) })
  return {
    originals,
    log: {
      ...log,
      items: log.items.map((item) => (item.case === undefined ? item : { ...item, case: pseudonymOf(item.case) })),
      cases: log.cases.map(ofCase),
      residences: log.residences.map(ofCase),
      decisions: log.decisions.map(ofCase),
      findings: log.findings.map((finding) => (finding.case === undefined ? finding : ofFinding(finding, pseudonymOf))),
    },
  }
}

function ofFinding(finding: SourceFinding, pseudonymOf: (id: string) => string): SourceFinding {
  const own = finding.case as string
  const values = Object.fromEntries(Object.entries(finding.values).map(([name, value]) => [name, value === own ? pseudonymOf(own) : value]))
  return { ...finding, case: pseudonymOf(own), values }
}

function pseudonym(key: Uint8Array, text: string): string {
  const hash = createHmac('sha256', key).update(text).digest()
  return Array.from({ length }, (_, index) => letters[(hash[index] as number) % letters.length]).join('')
}
