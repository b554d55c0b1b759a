import { readFileSync } from 'node:fs'
import papaparse from 'papaparse'

let rows = 0
papaparse.parse(new TextDecoder().decode(readFileSync(process.argv[2])), { step: () => { rows += 1 } })
console.log(rows)
