import { nameMask } from '../claim/name-mask.js'
import type { InputFile } from '../model/inputs.js'
import type { ServiceLog, SourceFinding, TableSource } from '../model/service-log.js'

/**
 * The log with the clients' names withheld from what its files, sheets and headings are called: a packet tells where
 * each item stands. Files that would then be called alike are numbered.
 */
export function withNamelessPlaces(log: ServiceLog): ServiceLog {
  if (log.cases.every(({ name }) => name === undefined)) return log
  const mask = nameMask(log)
  const paths = namelessPaths(log.files, mask)
  const fileOf = (path: string) => paths.get(path) ?? mask(path)
  const tables = new Map(log.tables.map((table) => [table, { ...table, file: fileOf(table.file), sheet: mask(table.sheet) }]))
  const placed = <Row extends { readonly source: { readonly table: TableSource } }>(row: Row): Row => ({ ...row, source: { ...row.source, table: tables.get(row.source.table) ?? row.source.table } })
  const ofFinding = (finding: SourceFinding): SourceFinding => ({
    ...finding,
    at: { ...finding.at, file: fileOf(finding.at.file), ...(finding.at.sheet === undefined ? {} : { sheet: mask(finding.at.sheet) }), ...(finding.at.raw === undefined ? {} : { raw: mask(finding.at.raw) }) },
    values: Object.fromEntries(Object.entries(finding.values).map(([key, value]) => [key, mask(value)])),
  })
  return {
    ...log,
    files: log.files.map((file) => ({ ...file, path: fileOf(file.path), ...(file.mapping === undefined ? {} : { mapping: fileOf(file.mapping) }) })),
    tables: [...tables.values()],
    items: log.items.map(placed),
    cases: log.cases.map(placed),
    residences: log.residences.map(placed),
    decisions: log.decisions.map(placed),
    findings: log.findings.map(ofFinding),
  }
}

function namelessPaths(files: readonly InputFile[], mask: (text: string) => string): Map<string, string> {
  const taken = new Set<string>()
  const numbered = (path: string, number = 1): string => {
    const one = number === 1 ? path : path.replace(/(?=\.[^./\\]*$)|(?<!\.[^./\\]*)$/, ` (${number})`)
    return taken.has(one) ? numbered(path, number + 1) : one
  }
  return new Map(files.map(({ path }) => {
    const nameless = numbered(mask(path))
    taken.add(nameless)
    return [path, nameless]
  }))
}
