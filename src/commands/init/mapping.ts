import { basename } from 'node:path'
import { columnsOf, sheetKinds, type Column, type SheetKind } from '../../model/columns.js'
import { KorvausError } from '../../model/errors.js'
import { findIdentifiers } from '../../model/identifiers.js'
import type { Language } from '../../model/language.js'
import { nearestOf } from '../../model/nearest.js'
import { keyOf } from '../../read/headings.js'
import type { Join } from '../../read/mapping.js'
import { isOwnTable, valuesToTranslate, type MappedColumn, type ProposedTable } from '../../read/propose-mapping.js'
import { mappingTexts } from '../../templates/init-texts.js'
import { mappingFileText, type MappingLine } from '../../report/mapping-file.js'

/** What was decided of a table: by the proposal where it is sure, otherwise by a person. */
export interface TableDecisions {
  readonly table: ProposedTable
  /** By column index; a column that is not here waits for a person. */
  readonly meanings: Map<number, { keys: readonly string[] | 'skip'; byPerson: boolean }>
  readonly constants: Map<string, string>
  /** By key of the column and value. */
  readonly values: Map<string, Map<string, string>>
  /** Whether a person said which table it is. */
  readonly isChosen?: boolean
}

/** A spreadsheet that was offered, with what its tables probably hold. */
export interface OfferedInput {
  /** As `korvaus.yaml` names it. */
  readonly path: string
  /** The file that was looked at; the first of a pattern. */
  readonly file: string
  readonly isTextFile: boolean
  readonly tables: TableDecisions[]
  /** The sheets that are no table of a service log. */
  readonly leftOut: readonly string[]
  /** The sheets that a person does not want to have read. */
  readonly skipped: string[]
}

/** What the proposal of a table is sure of. */
export function decisionsOf(table: ProposedTable): TableDecisions {
  const decisions: TableDecisions = { table, meanings: new Map(), constants: new Map(), values: new Map() }
  for (const { index, keys, sure } of table.columns) if (sure) decisions.meanings.set(index, { keys, byPerson: false })
  translateSure(decisions)
  return decisions
}

/** Takes up what the words of values tell, where nobody has said otherwise. */
function translateSure(decisions: TableDecisions): void {
  for (const { column, values } of translationsOf(decisions)) {
    const said = decisions.values.get(column.key)
    for (const { value, code } of values) if (code !== undefined && said?.has(value) !== true) translate(decisions, column.key, value, code)
  }
}

/** The list columns in use with the values that they do not know. */
export function translationsOf({ table, meanings }: TableDecisions): { column: Column; values: ReturnType<typeof valuesToTranslate> }[] {
  return table.columns.flatMap(({ index }) => {
    const keys = meanings.get(index)?.keys ?? 'skip'
    const columns = keys === 'skip' ? [] : columnsOf[table.kind].filter((column) => keys.includes(column.key))
    return columns.map((column) => ({ column, values: valuesToTranslate(table, index, column) })).filter(({ values }) => values.length > 0)
  })
}

/** The columns that the service log needs and that nothing fills yet. */
export function lackingOf({ table, meanings, constants }: TableDecisions): Column[] {
  const used = new Set([...meanings.values()].flatMap(({ keys }) => (keys === 'skip' ? [] : keys)))
  return columnsOf[table.kind].filter(({ key, must }) => must && !used.has(key) && !constants.has(key))
}

/** Records what a value of a list column means. */
export function translate({ values }: TableDecisions, key: string, value: string, code: string): void {
  const known = values.get(key) ?? new Map<string, string>()
  known.set(value, code)
  values.set(key, known)
}

/** What options say of headings, constants and values. Throws `usage` with the nearest name for one that is not there. */
export function applyOptions(tables: readonly TableDecisions[], options: { map?: readonly string[]; constant?: readonly string[]; value?: readonly string[] }): void {
  for (const text of options.map ?? []) {
    const [heading, words] = halves(text, '--map')
    const found = tables.flatMap((decisions) => decisions.table.columns.filter((column) => keyOf(column.heading) === keyOf(heading)).map((column) => ({ decisions, column })))
    if (found.length === 0) throw unknownName('--map', heading, tables.flatMap(({ table }) => table.columns.map((column) => column.heading)))
    for (const { decisions, column } of found) decisions.meanings.set(column.index, { keys: words === 'skip' ? 'skip' : words.split('+').map((word) => columnNamed(word, decisions.table.kind, '--map').key), byPerson: true })
  }
  const ofColumn = (key: string) => tables.filter(({ table }) => columnsOf[table.kind].some((column) => column.key === key))
  const kind = tables.find(({ table }) => table.kind === 'costs')?.table.kind ?? tables[0]?.table.kind ?? 'costs'
  for (const text of options.constant ?? []) {
    const [word, value] = halves(text, '--constant')
    const { key } = columnNamed(word, kind, '--constant')
    const having = ofColumn(key)
    for (const { table, constants } of having) if (table.kind === (having[0] as TableDecisions).table.kind) constants.set(key, value)
  }
  for (const text of options.value ?? []) {
    const [place, word] = halves(text, '--value')
    const [name, value] = halves(place, '--value', ':')
    const column = columnNamed(name, kind, '--value')
    const code = (column.choices ?? []).find(([one, names]) => [one, ...Object.values(names)].some((known) => keyOf(known) === keyOf(word)))?.[0]
    if (code === undefined) throw unknownName('--value', word, (column.choices ?? []).map(([one]) => one))
    for (const one of ofColumn(column.key)) translate(one, column.key, value, code)
  }
  for (const one of tables) translateSure(one)
}

/** The mapping of a file as text; nothing when the reader understands the file by itself. */
export function mappingTextOf({ path: file, tables, leftOut, skipped, isTextFile }: OfferedInput, joins: readonly Join[], language: Language): string | undefined {
  if (skipped.length === 0 && joins.length === 0 && tables.every(isUnderstood)) return undefined
  const keys = [...new Set(tables.flatMap((one) => translationsOf(one).map(({ column }) => column.key)))]
  return mappingFileText({
    file,
    sheets: [...kindsBySheet(tables), ...[...leftOut, ...skipped].map((name) => ({ name, value: 'skip' }))].map(({ name, value }) => ({ name: isTextFile ? '*' : name, value, isComment: false })),
    headings: unique(tables.flatMap((one) => one.table.columns.filter(({ index }) => one.meanings.has(index) || !isDecidedElsewhere(tables, one, index)).flatMap((column) => headingLine(one, column, language)))),
    constants: unique(tables.flatMap((one) => constantLines(one))),
    joins: joins.map((join) => Object.fromEntries(Object.entries(join).filter(([, value]) => value !== undefined)) as Record<string, string>),
    values: keys.map((column) => ({ column, lines: unique(tables.flatMap((one) => valueLines(one, column))) })),
  }, language)
}

/** A mapping file for each input, named after it: with its ending, and then its folder, where others are called the same. */
export function mappingNamesOf(files: readonly string[]): string[] {
  const ways = [(file: string) => basename(file).replace(/\.[^.]+$/, ''), (file: string) => basename(file), (file: string) => file.replaceAll('/', '-')]
  return files.map((file) => {
    const names = ways.map((way) => ({ own: way(file), all: files.map((one) => way(one).toLowerCase()) }))
    const name = names.find(({ own, all }) => all.filter((one) => one === own.toLowerCase()).length === 1) ?? names.at(-1)
    return `mappings/${name?.own}.yaml`
  })
}

function kindsBySheet(tables: readonly TableDecisions[]): { name: string; value: string | readonly string[] }[] {
  const names = [...new Set(tables.flatMap(({ table }) => table.sheets))]
  return names.map((name) => {
    const kinds = tables.filter(({ table }) => table.sheets.includes(name)).map(({ table }) => table.kind)
    return { name, value: kinds.length === 1 ? (kinds[0] as string) : kinds }
  })
}

/** Whether the other table of the same sheet takes a column that this one leaves open. */
export function isDecidedElsewhere(tables: readonly TableDecisions[], { table }: TableDecisions, index: number): boolean {
  return tables.some((other) => other.table !== table && other.table.sheets[0] === table.sheets[0] && other.meanings.has(index))
}

function isUnderstood({ table, meanings, constants, values, isChosen }: TableDecisions): boolean {
  return isChosen !== true && isOwnTable(table) && constants.size + values.size === 0 && [...meanings.values()].every(({ byPerson }) => !byPerson)
}

function unique(lines: readonly MappingLine[]): MappingLine[] {
  return [...new Map(lines.map((line) => [keyOf(line.name) || line.name, line])).values()]
}

/** The case IDs of the costs, where no identity code stands in their place. */
export function caseIdsOf(tables: readonly TableDecisions[]): string[] {
  const ids = tables.filter(({ table }) => table.kind === 'costs').flatMap(({ table, meanings }) => {
    const index = [...meanings].find(([, { keys }]) => keys !== 'skip' && keys.includes('case'))?.[0]
    return index === undefined ? [] : table.table.rows.map((row) => row.cells[index]?.text.trim() ?? '')
  }).filter((id) => id !== '')
  return ids.some((id) => findIdentifiers(id).length > 0) ? [] : [...new Set(ids)].sort()
}

function headingLine({ meanings }: TableDecisions, column: MappedColumn, language: Language): MappingLine[] {
  const { index, heading, keys, reason } = column
  const decided = meanings.get(index)
  if (decided === undefined) return [{ name: heading, value: keys[0] ?? 'skip', isComment: true, remark: [mappingTexts.reasons[reason][language], keys.slice(1).join(', ')].filter((text) => text !== '').join('; ') }]
  if (reason === 'own' && !decided.byPerson) return []
  const value = decided.keys === 'skip' ? 'skip' : decided.keys.length === 1 ? decided.keys[0] : decided.keys
  return [{ name: heading, value, isComment: false, remark: mappingTexts.reasons[decided.byPerson ? 'person' : reason][language] }]
}

function constantLines(decisions: TableDecisions): MappingLine[] {
  const used = [...decisions.constants].map(([name, value]): MappingLine => ({ name, value, isComment: false }))
  const open = lackingOf(decisions).map(({ key, choices }): MappingLine => ({ name: key, value: key === 'id' ? '{sheet}-{row}' : undefined, isComment: true, ...(choices ? { remark: choices.map(([code]) => code).join(', ') } : {}) }))
  return [...used, ...open]
}

function valueLines(decisions: TableDecisions, key: string): MappingLine[] {
  return translationsOf(decisions).filter(({ column }) => column.key === key).flatMap(({ column, values }) => values.map(({ value }): MappingLine => {
    const code = decisions.values.get(key)?.get(value)
    return { name: value, value: code, isComment: code === undefined, ...(code === undefined ? { remark: (column.choices ?? []).map(([one]) => one).join(', ') } : {}) }
  }))
}

/** A column of a table by its key or by its heading in any language. */
function columnNamed(word: string, kind: SheetKind, option: string): Column {
  const all = [...columnsOf[kind], ...sheetKinds.flatMap((one) => columnsOf[one])]
  const found = all.find(({ key, heading }) => [key, ...Object.values(heading)].some((name) => keyOf(name) === keyOf(word)))
  if (found === undefined) throw unknownName(option, word, all.map(({ key }) => key))
  return found
}

function halves(text: string, option: string, mark = '='): [string, string] {
  const at = mark === '=' ? text.lastIndexOf(mark) : text.indexOf(mark)
  if (at <= 0 || at === text.length - 1) throw new KorvausError('usage', { reason: `${option} ${text}: NAME${mark}VALUE.` })
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

/** A name that is not there, with the nearest one that is. */
export function unknownName(option: string, word: string, known: readonly string[]): KorvausError {
  const near = nearestOf(keyOf(word), known, keyOf)
  return new KorvausError('usage', { reason: `${option} ${word}: ${near === undefined ? [...new Set(known)].join(', ') : `→ ${near}?`}` })
}
