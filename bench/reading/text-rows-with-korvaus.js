// All rows of a csv file as cells, consumed as they come.
import { openCsv } from '../../dist/read/csv/open-csv.js'
import { TextFacts } from '../../dist/read/csv/utf8-text.js'
import { FileBytes } from '../../dist/read/file-bytes.js'

let [rows, signs] = [0, 0]
const facts = new TextFacts()
const file = FileBytes.open(process.argv[2], 'costs.csv', (block) => facts.take(block))
for (const sheet of openCsv(file, facts, 'costs.csv')) {
  for (const some of sheet.rows()) {
    for (const { cells } of some) {
      rows += 1
      for (const cell of cells) signs += cell?.text.length ?? 0
    }
  }
}
console.log(rows, signs)
