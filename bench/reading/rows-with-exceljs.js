import ExcelJS from 'exceljs'

let rows = 0
const reader = new ExcelJS.stream.xlsx.WorkbookReader(process.argv[2], { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit', hyperlinks: 'ignore' })
for await (const sheet of reader) for await (const row of sheet) rows += row.values.length > 0 ? 1 : 0
console.log(rows)
