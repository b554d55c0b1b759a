import type { Case, CostItem, Decision, Residence, RowSource, ServiceLog, SourceFinding } from '../../src/model/service-log.js'

const source = (kind: RowSource['table']['kind'], row: number): RowSource => ({ row, table: { file: 'log.xlsx', sheet: kind, kind, columns: { id: 'A', case: 'B', serviceDate: 'C', net: 'H', voucher: 'K', decision: 'L' } } })

/** A cost item that every rule of the example claimant accepts, changed as the test needs it. */
export function anItem(more: Partial<CostItem> = {}, row = 2): CostItem {
  return {
    id: String(row), case: 'A', serviceDate: '2026-03-04', category: 'HEALTH', description: 'Trauma therapy', need: 'Treatment of trauma caused by human trafficking',
    provider: 'Therapy centre', providerKind: 'company', net: 10000n, vat: 0n, gross: 10000n, voucher: `V${row}`, decision: 'D1',
    unreadable: [], source: source('costs', row), ...more,
  }
}

export function aCase(more: Partial<Case> = {}): Case {
  return { case: 'A', admittedOn: '2025-01-01', nonDisclosure: false, finnishCitizen: false, unreadable: [], source: source('cases', 2), ...more }
}

export function aResidence(more: Partial<Residence> = {}): Residence {
  return { case: 'A', municipality: 'Turku', from: '2025-01-01', unreadable: [], source: source('residences', 2), ...more }
}

export function aDecision(more: Partial<Decision> = {}): Decision {
  return { decision: 'D1', case: 'A', authority: 'Lounais-Suomen elinvoimakeskus', decidedOn: '2026-01-10', validFrom: '2026-01-01', validTo: '2026-12-31', result: 'granted', unreadable: [], source: source('decisions', 2), ...more }
}

/** A service log of the given items, with case `A`, its residence and its decision unless told otherwise. */
export function aLog(items: readonly CostItem[], more: { cases?: Case[]; residences?: Residence[]; decisions?: Decision[]; findings?: SourceFinding[] } = {}): ServiceLog {
  const { cases = [aCase()], residences = [aResidence()], decisions = [aDecision()], findings = [] } = more
  return { files: [{ kind: 'log', path: 'log.xlsx', sha256: '0'.repeat(64) }], tables: [], items, cases, residences, decisions, findings, answers: [] }
}
