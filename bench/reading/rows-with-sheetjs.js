import { readFileSync } from 'node:fs'
import * as XLSX from 'xlsx'

const workbook = XLSX.read(readFileSync(process.argv[2]), { dense: true, cellDates: true })
let rows = 0
for (const name of workbook.SheetNames) rows += XLSX.utils.sheet_to_json(workbook.Sheets[name], { header: 1, raw: true }).length
console.log(rows)
