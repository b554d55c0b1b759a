import { withheldMark } from '../model/privacy.js'
import type { Case, ServiceLog, SourceFinding } from '../model/service-log.js'
import { ownIdMask } from './own-id-mask.js'

/** The log with the numbers of protected clients' decisions withheld from what the reader says of its cells. */
export function withUntoldDecisions(log: ServiceLog): ServiceLog {
  const known = new Map<string, boolean>()
  for (const one of log.cases) known.set(one.case, known.get(one.case) === true || isProtected(one))
  const hidden = (theCase: string | undefined) => theCase === undefined || known.get(theCase) !== false
  const items = log.items.filter(({ case: theCase }) => hidden(theCase))
  const decisions = log.decisions.filter(({ case: theCase }) => hidden(theCase))
  if (items.length + decisions.length === 0) return log
  const ofProtected = new Set(items.map(({ id }) => id))
  const numbers = new Set([...items, ...decisions].flatMap(({ decision }) => decision ?? []))
  const mask = ownIdMask({ items: [], cases: [], decisions: [...numbers].map((decision) => ({ decision })) })
  const ofFinding = (finding: SourceFinding): SourceFinding => {
    const untold = finding.values.key === 'decision' && finding.item !== undefined && ofProtected.has(finding.item)
    return { ...finding, values: Object.fromEntries(Object.entries(finding.values).map(([name, value]) => [name, untold && (name === 'given' || name === 'listed') ? withheldMark : mask(value)])) }
  }
  return { ...log, findings: log.findings.map(ofFinding) }
}

function isProtected({ nonDisclosure, unreadable }: Case): boolean {
  return nonDisclosure === true || unreadable.includes('nonDisclosure')
}
