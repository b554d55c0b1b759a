import { readFileSync } from 'node:fs'
import papaparse from 'papaparse'

console.log(papaparse.parse(new TextDecoder().decode(readFileSync(process.argv[2]))).data.length)
