import { withoutIdentifiers } from '../model/identifiers.js'
import { cellOf, type RowSource, type ServiceLog, type SourceFinding } from '../model/service-log.js'
import { nameMask } from './name-mask.js'

/** The log with a finding for each case ID and item ID that holds a name of a client, as far as the log tells the names. */
export function withNamedIds(log: ServiceLog): ServiceLog {
  const holds = idsWithNames(log)
  if (holds === undefined) return log
  const found = [
    ...log.cases.flatMap((one) => (holds(one.case) ? [said(one.source, 'case', one.case)] : [])),
    ...log.items.flatMap((item) => (holds(item.id) ? [said(item.source, 'id', item.case)] : [])),
  ]
  return found.length === 0 ? log : { ...log, findings: [...log.findings, ...found] }
}

function said(source: RowSource, column: string, theCase: string | undefined): SourceFinding {
  return { rule: 'SRC-053', effect: 'note', at: cellOf(source, column), ...(theCase === undefined ? {} : { case: theCase }), values: { column } }
}

/** Whether an ID of a case or an item tells a client's name: a packet must then call them otherwise. */
export function hasNamedIds(log: Pick<ServiceLog, 'cases' | 'items'>): boolean {
  const holds = idsWithNames(log)
  return holds !== undefined && (log.cases.some((one) => holds(one.case)) || log.items.some(({ id }) => holds(id)))
}

function idsWithNames(log: Pick<ServiceLog, 'cases'>): ((id: string) => boolean) | undefined {
  if (log.cases.every(({ name }) => name === undefined)) return undefined
  const mask = nameMask(log)
  return (id) => mask(id) !== withoutIdentifiers(id)
}
