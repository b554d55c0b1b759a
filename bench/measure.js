// Runs commands as whole processes, in turn, and tells the median of their wall-clock seconds and their peak memory.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const inside = fileURLToPath(new URL('./measured-process.js', import.meta.url))

/** Measures scripts side by side: `{ name: [script, ...arguments] }` gives `{ name: { seconds, megabytes } }`. */
export function sideBySide(commands, rounds = 3) {
  const runs = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of Object.entries(commands)) runs[name].push(run(command))
  }
  return Object.fromEntries(Object.entries(runs).map(([name, figures]) => [name, { seconds: median(figures.map(({ seconds }) => seconds)), megabytes: median(figures.map(({ megabytes }) => megabytes)) }]))
}

/** Prints the figures with their ratio to the one named. */
export function printRatios(figures, reference) {
  for (const [name, { seconds, megabytes }] of Object.entries(figures)) {
    console.log(`  ${name.padEnd(34)} ${seconds.toFixed(2).padStart(7)} s  ${(figures[reference].seconds / seconds).toFixed(1).padStart(6)} times as fast as ${reference}  ${String(Math.round(megabytes)).padStart(5)} MB`)
  }
}

function run(command) {
  const isPython = command[0].endsWith('.py')
  const result = spawnSync(isPython ? 'python3' : process.execPath, isPython ? command : [inside, ...command], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const line = result.stderr.trim().split('\n').at(-1) ?? ''
  const figures = /^measured (\S+) (\S+)$/.exec(line)
  if (!figures) throw new Error(`${command.join(' ')} failed: ${result.stderr.slice(-500)}`)
  return { seconds: Number(figures[1]), megabytes: Number(figures[2]) }
}

function median(values) {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)]
}
