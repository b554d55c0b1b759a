// A large service log made from the example: its items repeated under other IDs and vouchers. Kept in bench/data.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { countyLog } from '../scripts/example/county.js'

const data = join(dirname(fileURLToPath(import.meta.url)), 'data')
const sheets = [['costs', 'Kustannukset'], ['cases', 'Asiakkaat'], ['residences', 'Kotikunnat'], ['decisions', 'Päätökset']]

/** The path of a workbook with so many cost items; it is written once. */
export function largeServiceLog(items) {
  const path = join(data, `service-log-${items}.xlsx`)
  if (existsSync(path)) return path
  mkdirSync(data, { recursive: true })
  const log = countyLog()
  const good = log.costs.filter((row) => !String(row.serviceDate).startsWith('text:'))
  const costs = Array.from({ length: items }, (_, index) => repeated(good[index % good.length], index))
  const rows = { ...log, costs }
  const parts = Object.fromEntries(sheets.map(([kind], index) => [`xl/worksheets/sheet${index + 1}.xml`, strToU8(sheetXml(log.headings[kind], rows[kind]))]))
  writeFileSync(path, zipSync({ ...frame(), ...parts }, { level: 1 }))
  return path
}

function repeated(row, index) {
  return { ...row, id: `I-${index}`, voucher: `${row.voucher}-${index}`, credits: undefined, need: `${row.need} (${index})` }
}

function sheetXml(headings, rows) {
  const lines = [headings.map(([, heading]) => textCell(heading)).join('')]
  for (const row of rows) lines.push(headings.map(([key]) => cell(row[key])).join(''))
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.map((line, index) => `<row r="${index + 1}">${addressed(line, index + 1)}</row>`).join('')}</sheetData></worksheet>`
}

/** Puts the addresses into the cells of a row; an empty cell keeps its column. */
function addressed(line, row) {
  let column = -1
  return line.replace(/<c|<!>/g, (mark) => {
    column += 1
    return mark === '<c' ? `<c r="${letter(column)}${row}"` : ''
  })
}

function cell(value) {
  if (value === undefined) return '<!>'
  if (typeof value === 'number') return `<c><v>${value}</v></c>`
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? `<c s="1"><v>${Date.parse(value) / 86_400_000 + 25_569}</v></c>` : textCell(value)
}

function textCell(value) {
  return `<c t="inlineStr"><is><t>${String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`
}

function letter(index) {
  return index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(39 + index)}`
}

function frame() {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relation}"><sheets>${sheets.map(([, name], index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId9" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
  }
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
}
