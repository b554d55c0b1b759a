// Runs the measurements one after the other: npm run bench, or npm run bench -- reading check
// Each prints its own ratios; only a ratio measured in one run says anything.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const wanted = process.argv.slice(2)
const measurements = readdirSync(here, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.bench.js'))
  .sort()
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))

for (const name of measurements) {
  console.log(`\n${name.replace(/\.bench\.js$/, '')}`)
  const result = spawnSync(process.execPath, [join(here, name)], { stdio: 'inherit' })
  if (result.status !== 0) process.exitCode = 1
}
