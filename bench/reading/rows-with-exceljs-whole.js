import ExcelJS from 'exceljs'

const workbook = new ExcelJS.Workbook()
await workbook.xlsx.readFile(process.argv[2])
let rows = 0
for (const sheet of workbook.worksheets) sheet.eachRow(() => (rows += 1))
console.log(rows)
