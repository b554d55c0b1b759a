import { readFileSync, writeFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { unzipSync, zipSync } from 'fflate'

const sheetTitles = {
  fi: { costs: 'Kustannukset', cases: 'Asiakkaat', residences: 'Kotikunnat', decisions: 'Päätökset' },
  sv: { costs: 'Kostnader', cases: 'Klienter', residences: 'Hemkommuner', decisions: 'Beslut' },
}

/**
 * Writes a service log as an office would keep it: real date cells, number cells for money, headings in its language.
 * `log` is { language, headings: { costs: [[key, heading], …], … }, costs: [{ key: value }], … }.
 */
export async function writeWorkbook(path, log) {
  const workbook = new ExcelJS.Workbook()
  workbook.created = new Date(Date.UTC(2026, 0, 1))
  workbook.modified = workbook.created
  for (const [kind, title] of Object.entries(sheetTitles[log.language])) addSheet(workbook.addWorksheet(title), log.headings[kind], log[kind])
  await workbook.xlsx.writeFile(path)
  makeReproducible(path)
}

function addSheet(sheet, headings, rows) {
  sheet.addRow(headings.map(([, heading]) => heading)).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  for (const row of rows) {
    const added = sheet.addRow(headings.map(([key]) => cellValue(row[key])))
    headings.forEach(([key], index) => {
      const format = formatOf(row[key], key)
      if (format) added.getCell(index + 1).numFmt = format
    })
  }
  headings.forEach(([, heading], index) => {
    sheet.getColumn(index + 1).width = Math.max(12, heading.length + 2)
  })
}

/** `2026-03-01` becomes a date cell, a number stays a number, `text:…` stays text as typed. */
function cellValue(value) {
  if (typeof value !== 'string') return value
  if (value.startsWith('text:')) return value.slice(5)
  return isDate(value) ? new Date(`${value}T00:00:00Z`) : value
}

function formatOf(value, key) {
  if (typeof value === 'string' && isDate(value)) return 'd.m.yyyy'
  if (typeof value === 'number' && ['unitPrice', 'net', 'vat', 'gross', 'deductions'].includes(key)) return '#,##0.00'
  return undefined
}

function isDate(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}

function makeReproducible(path) {
  const parts = unzipSync(readFileSync(path))
  const sorted = Object.fromEntries(Object.keys(parts).sort().map((name) => [name, parts[name]]))
  writeFileSync(path, zipSync(sorted, { mtime: new Date(2026, 0, 1), level: 9 }))
}
