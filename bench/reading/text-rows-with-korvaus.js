// All rows of a csv file as cells, consumed as they come.
import { readFileSync } from 'node:fs'
import { openCsv } from '../../dist/read/csv/open-csv.js'

let [rows, signs] = [0, 0]
for (const sheet of openCsv(readFileSync(process.argv[2]), 'costs.csv')) {
  for (const some of sheet.rows()) {
    for (const { cells } of some) {
      rows += 1
      for (const cell of cells) signs += cell?.text.length ?? 0
    }
  }
}
console.log(rows, signs)
