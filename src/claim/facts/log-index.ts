import type { Case, CostItem, Decision, Residence, ServiceLog } from '../../model/service-log.js'

/** The log by the keys that facts are looked up with. */
export interface LogIndex {
  readonly items: ReadonlyMap<string, CostItem>
  /** The first row of each case. */
  readonly cases: ReadonlyMap<string, Case>
  /** The residences of a case in the order of their days. */
  readonly residences: ReadonlyMap<string, readonly Residence[]>
  readonly decisions: ReadonlyMap<string, readonly Decision[]>
}

export function indexLog(log: ServiceLog): LogIndex {
  const cases = new Map<string, Case>()
  for (const one of log.cases) if (!cases.has(one.case)) cases.set(one.case, one)
  const residences = groups(log.residences, (residence) => residence.case)
  for (const rows of residences.values()) rows.sort((left, right) => (left.from < right.from ? -1 : 1))
  return { items: new Map(log.items.map((item) => [item.id, item])), cases, residences, decisions: groups(log.decisions, ({ decision }) => decision) }
}

function groups<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>()
  for (const row of rows) {
    const group = grouped.get(keyOf(row))
    if (group) group.push(row)
    else grouped.set(keyOf(row), [row])
  }
  return grouped
}
