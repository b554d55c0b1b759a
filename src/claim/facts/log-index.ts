import type { Case, CostItem, Decision, Residence, ServiceLog } from '../../model/service-log.js'

/** The log by the keys that facts are looked up with. */
export interface LogIndex {
  item(id: string): CostItem | undefined
  /** The first row of each case. */
  readonly cases: ReadonlyMap<string, Case>
  /** The residences of a case in the order of their days. */
  readonly residences: ReadonlyMap<string, readonly Residence[]>
  /** The rows of a decision: it may have one for each case, time or category. */
  readonly decisions: ReadonlyMap<string, readonly Decision[]>
}

export function indexLog(log: ServiceLog): LogIndex {
  const cases = new Map<string, Case>()
  for (const one of log.cases) if (!cases.has(one.case)) cases.set(one.case, one)
  const residences = groups(log.residences, (residence) => residence.case)
  for (const rows of residences.values()) rows.sort((left, right) => compare(orderOf(left), orderOf(right)))
  const decisions = groups(log.decisions, ({ decision }) => decision)
  for (const rows of decisions.values()) rows.sort((left, right) => compare(validityOf(left), validityOf(right)))
  let items: Map<string, CostItem> | undefined
  const item = (id: string) => (items ??= new Map(log.items.map((one) => [one.id, one]))).get(id)
  return { item, cases, residences, decisions }
}

/** Rows that begin on one day keep an order of their own, so that the order of the file decides nothing. */
function orderOf({ from, to = '9999', municipality }: Residence): string {
  return `${from} ${to} ${municipality}`
}

function validityOf({ case: theCase, decidedOn = '', validFrom = '', validTo = '9999', categories = [], result }: Decision): string {
  return `${theCase} ${validFrom} ${validTo} ${decidedOn} ${categories.join()} ${result ?? ''}`
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
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
