// 100 000 items recorded in ten claims and looked up for duplicates, against bare libsql inserts and look-ups of the same keys and traces.
import { fileURLToPath } from 'node:url'
import { printRatios, sideBySide } from '../measure.js'

const script = (name) => fileURLToPath(new URL(name, import.meta.url))
const items = '100000'
const figures = sideBySide({
  'bare libsql': [script('bare-libsql.js'), items],
  'the register, with its journal': [script('register-of.js'), items],
})
printRatios(figures, 'bare libsql')
const ratio = figures['the register, with its journal'].seconds / figures['bare libsql'].seconds
console.log(`  the register takes ${ratio.toFixed(2)} times the time of bare libsql (to stay under 2)`)
if (ratio >= 2) process.exitCode = 1
