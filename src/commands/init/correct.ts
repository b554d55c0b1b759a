import type { Io } from '../../cli/io.js'
import { columnsOf, sheetKinds, sheetNames, type Column, type SheetKind } from '../../model/columns.js'
import type { Language } from '../../model/language.js'
import { isOwnTable, type MappedColumn } from '../../read/propose-mapping.js'
import { fitted } from '../../report/terminal/layout.js'
import { fill } from '../../templates/fill.js'
import { formatCount, formatRows } from '../../templates/format.js'
import { initTexts } from '../../templates/init-texts.js'
import { ask } from '../../cli/ask.js'
import { takeAs } from './inputs.js'
import { isDecidedElsewhere, lackingOf, translate, translationsOf, type OfferedInput, type TableDecisions } from './mapping.js'

/** Shows what each column of a spreadsheet was taken for; samples of texts only to the person who sits at the terminal. */
export function showTables({ file, tables, leftOut }: OfferedInput, language: Language, io: Io, withTexts: boolean): string {
  if (tables.length === 0) return `${fill(initTexts.noTable[language], { file })}\n`
  return tables.map((decisions) => {
    const { table } = decisions
    const sheets = table.sheets.filter((sheet) => sheet !== '').join(', ')
    const place = sheets === '' ? '' : `${sheets}: `
    const head = fill(initTexts.tableFound[language], { file, place, rows: formatRows(table.rowCount, language), row: String(table.headingRow), table: sheetNames[table.kind][language] })
    const heading = fitted(head, io.width).join('\n')
    if (isOwnTable(table)) return `${heading}\n`
    const rows = table.columns.map((column) => [column.letter, shortened(column.heading, io.width), meaningShown(decisions, column, language), samplesShown(decisions, column, withTexts)])
    const widths = [0, 1, 2].map((index) => Math.max(...rows.map((row) => (row[index] as string).length)))
    const lines = rows.map((row) => `  ${row.map((text, index) => (index < 3 ? text.padEnd(widths[index] as number) : text)).join('  ')}`.trimEnd().slice(0, io.width ?? 400))
    const lacking = lackingOf(decisions).map((column) => `  ${fill(initTexts.lackingLine[language], { column: column.heading[language] })}`)
    return [heading, ...lines, ...lacking, ''].join('\n')
  }).join('') + (leftOut.length === 0 ? '' : `${fill(initTexts.leftOut[language], { file, sheets: leftOut.join(', ') })}\n`)
}

/** A heading in at most a third of the terminal, so that the samples beside it are seen. */
function shortened(heading: string, width: number | undefined): string {
  const most = width === undefined ? heading.length : Math.max(16, Math.floor(width / 3))
  return heading.length <= most ? heading : `${heading.slice(0, most - 1)}…`
}

/** Lets a person correct which table a sheet is and what its columns were taken for, fill what is lacking, and say what the values mean. */
export async function correctTables(io: Io, input: OfferedInput, language: Language): Promise<void> {
  for (const offered of input.tables.slice()) {
    if (isOwnTable(offered.table)) {
      io.stderr(showTables({ ...input, tables: [offered], leftOut: [] }, language, io, true))
      continue
    }
    const decisions = await correctColumns(io, input, offered, language)
    if (decisions === undefined) continue
    for (const column of lackingOf(decisions)) await askLacking(decisions, column, language)
    for (const { column, values } of translationsOf(decisions)) await askValues(decisions, column, values, language)
    leaveRest(decisions, input.tables)
  }
}

/** Columns that a person has seen, that nothing was taken for, and that nothing lacks: from now on they are known, and not read. */
function leaveRest(decisions: TableDecisions, tables: readonly TableDecisions[]): void {
  const { table, meanings } = decisions
  for (const { index, keys, reason } of table.columns) if (keys.length === 0 && reason !== 'identifies' && !meanings.has(index) && !isDecidedElsewhere(tables, decisions, index)) meanings.set(index, { keys: 'skip', byPerson: false })
}

/** The table as a person accepts it; nothing when it is not to be read. */
async function correctColumns(io: Io, input: OfferedInput, offered: TableDecisions, language: Language): Promise<TableDecisions | undefined> {
  let decisions = offered
  for (;;) {
    io.stderr(`\n${showTables({ ...input, tables: [decisions], leftOut: [] }, language, io, true)}\n`)
    const { table } = decisions
    const changes = table.columns.map((column) => ({ value: column.index, name: fill(initTexts.mappingChange[language], { letter: column.letter, heading: column.heading, meaning: meaningShown(decisions, column, language) }) }))
    const choices = [{ value: -1, name: initTexts.mappingAccept[language] }, ...changes, { value: -2, name: fill(initTexts.otherTable[language], { table: sheetNames[table.kind][language] }) }]
    const { index } = await ask<{ index: number }>([{ type: 'select', name: 'index', message: initTexts.mappingRight[language], pageSize: 20, choices }], language)
    if (index === -1) return decisions
    if (index >= 0) await askMeaning(decisions, table.columns.find((column) => column.index === index) as MappedColumn, language)
    else {
      const other = takeAs(input, decisions, await askTable(table.kind, language))
      if (other === undefined) return undefined
      decisions = other
    }
  }
}

async function askTable(now: SheetKind, language: Language): Promise<SheetKind | undefined> {
  const choices = [...sheetKinds.map((value) => ({ value, name: sheetNames[value][language] })), { value: 'skip' as const, name: initTexts.noSuchTable[language] }]
  const { kind } = await ask<{ kind: SheetKind | 'skip' }>([{ type: 'select', name: 'kind', message: initTexts.whichTable[language], choices, default: now }], language)
  return kind === 'skip' ? undefined : kind
}

async function askMeaning({ table, meanings }: TableDecisions, column: MappedColumn, language: Language): Promise<void> {
  const likely = new Set(column.keys)
  const columns = columnsOf[table.kind].toSorted((left, right) => Number(likely.has(right.key)) - Number(likely.has(left.key)))
  const choices = [...columns.map((one) => ({ value: one.key, name: one.heading[language] })), { value: 'skip', name: initTexts.meaningSkip[language] }, { value: '', name: initTexts.meaningLater[language] }]
  const { key } = await ask<{ key: string }>([{ type: 'select', name: 'key', message: fill(initTexts.meaningOf[language], { heading: column.heading }), choices, pageSize: 15 }], language)
  if (key === '') meanings.delete(column.index)
  else {
    for (const [other, { keys }] of meanings) if (keys !== 'skip' && keys.includes(key) && keys.length === 1) meanings.delete(other)
    meanings.set(column.index, { keys: key === 'skip' ? 'skip' : [key], byPerson: true })
  }
}

async function askLacking(decisions: TableDecisions, column: Column, language: Language): Promise<void> {
  const { table, meanings, constants } = decisions
  const also = table.lacking.find((one) => one.column.key === column.key)?.also
  const possible = table.columns.filter(({ index, keys }) => keys.includes(column.key) && !meanings.has(index))
  const choices = [
    ...possible.map(({ index, heading }) => ({ value: `column:${index}`, name: fill(initTexts.lackingColumn[language], { heading }) })),
    ...(also === undefined ? [] : [{ value: `also:${also}`, name: fill((column.choices === undefined ? initTexts.lackingColumn : initTexts.lackingWords)[language], { heading: also }) }]),
    ...(column.key === 'id' ? [{ value: 'number', name: initTexts.lackingNumber[language] }] : []),
    ...(column.choices ?? []).map(([code, names]) => ({ value: `same:${code}`, name: fill(initTexts.lackingSame[language], { value: names[language] }) })),
    ...table.columns.filter(({ index, keys }) => !keys.includes(column.key) && !meanings.has(index)).map(({ index, heading }) => ({ value: `column:${index}`, name: fill(initTexts.lackingColumn[language], { heading }) })),
    ...(column.type === 'text' && column.key !== 'id' ? [{ value: 'write', name: initTexts.lackingWrite[language] }] : []),
    { value: '', name: initTexts.meaningLater[language] },
  ]
  const { chosen } = await ask<{ chosen: string }>([{ type: 'select', name: 'chosen', message: fill(initTexts.lackingAsk[language], { column: column.heading[language] }), choices, pageSize: 15 }], language)
  const [how = '', what = ''] = [chosen.split(':', 1)[0], chosen.slice(chosen.indexOf(':') + 1)]
  if (how === 'column') meanings.set(Number(what), { keys: [column.key], byPerson: true })
  if (how === 'same') constants.set(column.key, what)
  if (how === 'number') constants.set(column.key, '{sheet}-{row}')
  if (how === 'also') {
    const index = table.columns.find(({ heading }) => heading === what)?.index as number
    const before = meanings.get(index)?.keys
    meanings.set(index, { keys: [...(before === undefined || before === 'skip' ? [] : before), column.key], byPerson: true })
  }
  if (how === 'write') {
    const { value } = await ask<{ value: string }>([{ type: 'input', name: 'value', message: initTexts.lackingValue[language], validate: (text: string) => text.trim() !== '' || initTexts.lackingValueEmpty[language] }], language)
    constants.set(column.key, value.trim())
  }
}

async function askValues(decisions: TableDecisions, column: Column, values: ReturnType<typeof translationsOf>[number]['values'], language: Language): Promise<void> {
  const bySource = decisions.table.lacking.some((one) => one.column.key === column.key && one.also !== undefined)
  for (const { value, count, code } of values) {
    if (bySource && code !== undefined) {
      translate(decisions, column.key, value, code)
      continue
    }
    const choices = [...(column.choices ?? []).map(([one, names]) => ({ value: one, name: names[language] })), { value: '', name: initTexts.meaningLater[language] }]
    const message = fill(initTexts.valueMeaning[language], { column: column.heading[language], value, count: formatCount(count, language) })
    const { chosen } = await ask<{ chosen: string }>([{ type: 'select', name: 'chosen', message, choices, default: decisions.values.get(column.key)?.get(value) ?? code ?? '', pageSize: 12 }], language)
    if (chosen === '') decisions.values.get(column.key)?.delete(value)
    else translate(decisions, column.key, value, chosen)
  }
}

function meaningShown({ table, meanings }: TableDecisions, { index, keys, reason }: MappedColumn, language: Language): string {
  const name = (key: string) => columnsOf[table.kind].find((column) => column.key === key)?.heading[language] ?? key
  const decided = meanings.get(index)?.keys
  if (decided === 'skip') return initTexts.skipMark[language]
  if (decided !== undefined) return `→ ${decided.map(name).join(' + ')}`
  if (reason === 'identifies') return `! ${initTexts.identifiesMark[language]}`
  return keys.length === 0 ? '–' : `? ${keys.slice(0, 2).map(name).join(' / ')} (${initTexts.unsureMark[language]})`
}

function samplesShown({ table, meanings }: TableDecisions, { index, samples }: MappedColumn, withTexts: boolean): string {
  const decided = meanings.get(index)?.keys ?? []
  const types = decided === 'skip' ? [] : columnsOf[table.kind].filter(({ key }) => decided.includes(key)).map(({ type }) => type)
  return withTexts || (types.length > 0 && types.every((type) => type !== 'text')) ? samples.join(' | ') : ''
}
