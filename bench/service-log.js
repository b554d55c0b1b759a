// A large service log made from the example: its items repeated under other IDs and vouchers, 18 columns wide, written as
// Excel writes it: texts shared, dates by style, each cell with its address. Kept in bench/data.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { countyLog } from '../scripts/example/county.js'

const data = join(dirname(fileURLToPath(import.meta.url)), 'data')
const sheets = [['costs', 'Kustannukset'], ['cases', 'Asiakkaat'], ['residences', 'Kotikunnat'], ['decisions', 'Päätökset']]

const columns = new Set(['id', 'case', 'serviceDate', 'category', 'description', 'need', 'provider', 'providerKind', 'quantity', 'unit', 'unitPrice', 'net', 'vat', 'voucher', 'voucherDate', 'decision', 'worker', 'hours'])

/** The path of a workbook with so many cost items; it is written once. */
export function largeServiceLog(items) {
  const path = join(data, `service-log-${items}.xlsx`)
  if (existsSync(path)) return path
  const log = largeTables(items)
  mkdirSync(data, { recursive: true })
  const texts = new Map()
  const parts = Object.fromEntries(sheets.map(([kind], index) => [`xl/worksheets/sheet${index + 1}.xml`, Buffer.concat([...sheetXml(log.headings[kind], log[kind], texts)].map((text) => Buffer.from(text)))]))
  writeFileSync(path, zipSync({ ...frame(), ...parts, 'xl/sharedStrings.xml': strToU8(stringsXml(texts)) }, { level: 6 }))
  return path
}

/** The same as a folder of csv files, one a table. */
export function largeCsv(items) {
  const path = join(data, `costs-${items}.csv`)
  if (existsSync(path)) return path
  const log = largeTables(items)
  mkdirSync(data, { recursive: true })
  const headings = log.headings.costs
  const lines = log.costs.map((row) => headings.map(([key]) => csvCell(row[key])).join(';'))
  writeFileSync(path, [headings.map(([, heading]) => heading).join(';'), ...lines, ''].join('\r\n'))
  return path
}

function largeTables(items) {
  const log = countyLog()
  const good = log.costs.filter((row) => !String(row.serviceDate).startsWith('text:'))
  const costs = Array.from({ length: items }, (_, index) => repeated(good[index % good.length], index))
  return { ...log, costs, headings: { ...log.headings, costs: log.headings.costs.filter(([key]) => columns.has(key)) } }
}

function repeated(row, index) {
  return { ...row, id: `I-${index}`, voucher: `${row.voucher}-${index}` }
}

function* sheetXml(headings, rows, texts) {
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
  yield rowXml(headings.map(([, heading]) => heading), 1, texts)
  for (const [index, row] of rows.entries()) yield rowXml(headings.map(([key]) => row[key]), index + 2, texts)
  yield '</sheetData></worksheet>'
}

function rowXml(values, number, texts) {
  const cells = values.map((value, index) => (value === undefined ? '' : cell(value, `${letter(index)}${number}`, texts)))
  return `<row r="${number}" spans="1:${values.length}">${cells.join('')}</row>`
}

function cell(value, address, texts) {
  if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return `<c r="${address}" s="1"><v>${Date.parse(value) / 86_400_000 + 25_569}</v></c>`
  const index = texts.get(value) ?? texts.size
  texts.set(value, index)
  return `<c r="${address}" t="s"><v>${index}</v></c>`
}

function csvCell(value) {
  if (value === undefined) return ''
  return typeof value === 'number' ? String(value).replace('.', ',') : value
}

function stringsXml(texts) {
  const items = [...texts.keys()].map((text) => `<si><t>${String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></si>`)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${items.length}">${items.join('')}</sst>`
}

function letter(index) {
  return index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(39 + index)}`
}

function frame() {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relation}"><sheets>${sheets.map(([, name], index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId8" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId9" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
  }
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
}
