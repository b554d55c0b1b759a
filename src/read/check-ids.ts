import { writtenOut } from '../model/unseen.js'
import { cellOf, type Case, type CostItem, type Decision, type Residence, type RowSource, type SourceFinding } from '../model/service-log.js'
import { NearIds, type Nearness } from './near-ids.js'

/** The rows whose IDs are compared; a near ID is put right in them, and the row waits until a person has said so. */
interface Rows {
  readonly items: readonly CostItem[]
  readonly cases: readonly Case[]
  readonly residences: readonly Residence[]
  readonly decisions: readonly Decision[]
}

type Named = { readonly source: RowSource; case?: string | undefined; decision?: string | undefined }

/**
 * Compares the IDs of all rows: a case is listed once, and each item's case is listed. An ID that is nearly a listed one
 * is read as that one, so that one cause has one finding; the row waits until the mapping says that the two are the same.
 */
export function checkIds({ items, cases, residences, decisions }: Rows): SourceFinding[] {
  const listed = new Set<string>()
  const findings: SourceFinding[] = []
  for (const one of cases) {
    if (listed.has(one.case)) findings.push({ rule: 'SRC-023', effect: 'reject', at: cellOf(one.source, 'case'), case: one.case, values: {} })
    listed.add(one.case)
  }
  const nearCases = new NearIds(listed)
  for (const row of [...residences, ...decisions]) {
    const near = caseNear(row, nearCases)
    if (near !== undefined) findings.push({ ...near, case: row.case })
  }
  const nearDecisions = new NearIds(new Set(decisions.map(({ decision }) => decision)))
  for (const item of items) {
    const near = caseNear(item, nearCases)
    if (near !== undefined) findings.push({ ...near, item: item.id })
    else if (item.case !== undefined && !listed.has(item.case)) findings.push({ rule: 'SRC-020', effect: 'reject', at: cellOf(item.source, 'case'), item: item.id, values: {} })
    const decision = decisionNear(item, nearDecisions, decisions)
    if (decision !== undefined) findings.push({ ...decision, item: item.id })
  }
  return findings
}

function caseNear(row: Named, known: NearIds): SourceFinding | undefined {
  const given = row.case
  if (given === undefined || known.has(given)) return undefined
  const near = known.nearTo(given)
  if (near === undefined) return undefined
  row.case = near.id
  return nearFinding(row.source, 'case', given, near.id, near.why)
}

function decisionNear(item: CostItem, known: NearIds, decisions: readonly Decision[]): SourceFinding | undefined {
  const given = item.decision
  if (given === undefined || known.has(given)) return undefined
  const several = known.namedIn(given)
  const near = several.length > 0 ? { id: fitting(several, item, decisions), why: ['several'] as const } : known.nearTo(given)
  if (near === undefined) return undefined
  ;(item as Named).decision = near.id
  return nearFinding(item.source, 'decision', given, near.id, near.why)
}

/** Of several decisions the first that is of the item's case and in force on its day. */
function fitting(numbers: readonly string[], item: CostItem, decisions: readonly Decision[]): string {
  const day = item.serviceDate ?? ''
  const fits = decisions.find((one) => numbers.includes(one.decision) && one.case === item.case && (one.validFrom ?? '') <= day && day <= (one.validTo ?? '9999'))
  return fits?.decision ?? (numbers[0] as string)
}

function nearFinding(source: RowSource, column: string, given: string, near: string, why: readonly Nearness[]): SourceFinding {
  return { rule: 'SRC-050', effect: 'reject', at: cellOf(source, column), values: { column, key: column, given: writtenOut(given), listed: writtenOut(near), why: why.join(',') } }
}
