// All rows of a workbook, typed and consumed as they come.
import { openInput } from '../../dist/read/open-input.js'

let [rows, sum] = [0, 0]
const { sheets } = await openInput({ path: process.argv[2], name: 'service-log' })
for (const sheet of sheets) {
  for await (const some of sheet.rows()) {
    for (const { cells } of some) {
      rows += 1
      for (const cell of cells) if (cell?.kind === 'number') sum += Number(cell.text)
    }
  }
}
console.log(rows, sum)
