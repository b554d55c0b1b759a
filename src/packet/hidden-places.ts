import type { Namer } from '../claim/namer.js'
import type { InputFile } from '../model/inputs.js'
import type { CellSource, ServiceLog, SourceFinding, TableSource } from '../model/service-log.js'

/** Where rows and findings stand, as a packet tells it by which no other may be joined. */
export interface HiddenPlaces {
  fileOf(file: InputFile): InputFile
  tableOf(table: TableSource): TableSource
  /** The row under its hidden table, at its place in the packet. */
  placed<Row extends { readonly source: { readonly table: TableSource; readonly row: number } }>(row: Row, index: number): Row
  /** The column of a finding, and the place of its item in the packet. */
  cellOf(finding: SourceFinding): CellSource
}

/**
 * Hides what files and sheets are called and on which rows of them things stand: by these two packets of one file could be
 * joined. A row is told by its place in the packet, which follows the items' names there.
 */
export function hiddenPlaces({ tables, items }: ServiceLog, { nameOf }: Namer, itemNames: Namer): HiddenPlaces {
  const pathOf = (path: string) => `${nameOf(path)}${/\.[^./\\]{1,5}$/.exec(path)?.[0] ?? ''}`
  const sheetOf = (file: string, sheet: string) => nameOf(`${file}\u0000${sheet}`)
  const hide = (table: TableSource): TableSource => ({ ...table, file: pathOf(table.file), sheet: sheetOf(table.file, table.sheet) })
  const hidden = new Map(tables.map((table) => [table, hide(table)]))
  const tableOf = (table: TableSource) => hidden.get(table) ?? hide(table)
  const places = new Map(items.map(({ id }) => itemNames.nameOf(id)).sort().map((name, index) => [name, index + 1]))
  return {
    fileOf: (file) => ({ ...file, path: pathOf(file.path), ...(file.mapping === undefined ? {} : { mapping: pathOf(file.mapping) }) }),
    tableOf,
    placed: (row, index) => ({ ...row, source: { ...row.source, table: tableOf(row.source.table), row: index + 1 } }),
    cellOf: ({ at: { file, sheet, cell = '' }, item }) => {
      const [column] = /^[A-Z]*/.exec(cell) as unknown as [string]
      const place = item === undefined ? '' : String(places.get(itemNames.nameOf(item)) ?? '')
      return { file: pathOf(file), ...(sheet === undefined ? {} : { sheet: sheetOf(file, sheet) }), ...(column + place === '' ? {} : { cell: column + place }) }
    },
  }
}
