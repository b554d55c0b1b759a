import { readFileSync } from 'node:fs'
import papaparse from 'papaparse'

let [rows, signs] = [0, 0]
for (const cells of papaparse.parse(new TextDecoder().decode(readFileSync(process.argv[2]))).data) {
  rows += 1
  for (const text of cells) signs += text.length
}
console.log(rows, signs)
