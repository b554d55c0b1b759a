import { readFileSync } from 'node:fs'
import papaparse from 'papaparse'

let [rows, signs] = [0, 0]
papaparse.parse(new TextDecoder().decode(readFileSync(process.argv[2])), {
  step: ({ data }) => {
    rows += 1
    for (const text of data) signs += text.length
  },
})
console.log(rows, signs)
