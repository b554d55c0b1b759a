// The memory of a process that consumes rows as they come, at growing numbers of rows, in the workbook of the other
// benchmarks (two texts new in each row, shared as Excel shares them) and in csv.
//   npm run bench -- reading/memory
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sideBySide } from '../measure.js'
import { largeCsv, largeServiceLog } from '../service-log.js'

const sizes = process.argv.slice(2).map(Number)
const here = dirname(fileURLToPath(import.meta.url))
const kinds = { xlsx: ['rows-with-korvaus.js', largeServiceLog], csv: ['text-rows-with-korvaus.js', largeCsv] }

for (const [kind, [script, made]] of Object.entries(kinds)) {
  const figures = sideBySide(Object.fromEntries((sizes.length > 0 ? sizes : [2000, 200_000, 500_000, 1_000_000]).map((items) => [`${kind}, ${items} rows`, [join(here, script), made(items)]])))
  const [first, ...others] = Object.entries(figures)
  console.log(`  ${first[0].padEnd(26)} ${String(Math.round(first[1].megabytes)).padStart(5)} MB`)
  for (const [name, { megabytes }] of others) console.log(`  ${name.padEnd(26)} ${String(Math.round(megabytes)).padStart(5)} MB, ${(megabytes / first[1].megabytes).toFixed(2)} times the first`)
}
