// Small work as whole processes, each as a ratio to a bare node: help, a check of the example, preparing and verifying its claim.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const korvaus = join(root, 'bin/korvaus.js')
const folder = mkdtempSync(join(tmpdir(), 'korvaus-start-'))
const workspace = join(folder, 'workspace')
const asOf = ['--as-of', '2026-11-23', '--workspace', workspace]
const rounds = 9

/** Each takes its turn in every round, so that whatever else the machine does falls on all alike. */
const commands = {
  'bare node': () => ['-e', '0'],
  '--help': () => [korvaus, '--help'],
  'check of 167 items': () => [korvaus, 'check', ...asOf],
  prepare() {
    rmSync(workspace, { recursive: true, force: true })
    cpSync(join(root, 'fixtures/example/workspace'), workspace, { recursive: true })
    return [korvaus, 'prepare', ...asOf, '--period', '2023-11-01..2026-10-31', '--yes']
  },
  verify: () => [korvaus, 'verify', join(workspace, 'packets', readdirSync(join(workspace, 'packets')).find((name) => !name.endsWith('.zip'))), '--workspace', workspace],
}
const most = { '--help': 2.5, 'check of 167 items': 5, prepare: 20, verify: 15 }

cpSync(join(root, 'fixtures/example/workspace'), workspace, { recursive: true })
const figures = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
for (let round = 0; round < rounds; round++) {
  for (const [name, line] of Object.entries(commands)) figures[name].push(run(line()))
}
rmSync(folder, { recursive: true, force: true })

const bare = medians(figures['bare node'])
for (const [name, runs] of Object.entries(figures)) {
  const { wall, cpu } = medians(runs)
  const ratio = cpu === 0 ? `${(wall / bare.wall).toFixed(1)}` : `${(cpu / bare.cpu).toFixed(1)} (wall ${(wall / bare.wall).toFixed(1)})`
  console.log(`  ${name.padEnd(20)} ${(cpu === 0 ? wall : cpu).toFixed(2).padStart(6)} s  ${ratio} times a bare node${most[name] === undefined ? '' : `, at most ${most[name]} wanted`}`)
}

/** Seconds by the clock, and those that the processor worked, where the system tells. */
function run(argv) {
  const [before, began] = [childrenSeconds(), performance.now()]
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8', env: { ...process.env, KORVAUS_LANG: 'en' }, maxBuffer: 1 << 26 })
  if (status !== 0 && status !== 1) throw new Error(`${argv.join(' ')} failed: ${stderr.slice(-500)}`)
  return { wall: (performance.now() - began) / 1000, cpu: childrenSeconds() - before }
}

function childrenSeconds() {
  try {
    const [user = 0, system = 0] = readFileSync('/proc/self/stat', 'latin1').split(') ')[1].split(' ').slice(13, 15).map(Number)
    return (user + system) / 100
  } catch {
    return 0
  }
}

function medians(runs) {
  const median = (key) => runs.map((one) => one[key]).toSorted((left, right) => left - right)[Math.floor(runs.length / 2)]
  return { wall: median('wall'), cpu: median('cpu') }
}
