// Many workspaces in one batch, beside one process a workspace on two lanes, and beside exceljs that only reads the logs.
//   npm run bench -- batch/batch              100 workspaces of 2 000 items
//   node bench/batch/batch.bench.js 20 500
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { largeServiceLog } from '../service-log.js'

const [count, items] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 2000)]
const rounds = 5
const here = dirname(fileURLToPath(import.meta.url))
const korvaus = join(here, '../../bin/korvaus.js')
const measured = join(here, '../measured-process.js')
const folder = mkdtempSync(join(tmpdir(), 'korvaus-bench-'))

try {
  const names = Array.from({ length: count }, (_, index) => `ws-${index + 1}`)
  const log = largeServiceLog(items)
  for (const name of names) makeWorkspace(join(folder, name), log)
  const asOf = ['--quiet', '--as-of', '2026-11-23']
  const batch = [measured, korvaus, 'batch', 'ws-*', '--jobs', '2', ...asOf]
  const single = timed(process.execPath, [measured, korvaus, 'batch', 'ws-1', '--out', 'one', '--jobs', '1', ...asOf])
  const half = `node=$0; korvaus=$1; shift; exec "$node" "$korvaus" batch "$@" --out "halves/$1" --jobs 1 ${asOf.join(' ')}`
  const pairs = Array.from({ length: rounds }, (_, round) => {
    const whole = timed(process.execPath, [...batch, '--out', `out-${round}`])
    rmSync(join(folder, 'halves'), { recursive: true, force: true })
    return [whole, timed('xargs', ['-P2', `-n${Math.ceil(count / 2)}`, 'sh', '-c', half, process.execPath, korvaus], names.join('\n'))]
  })
  const [whole, shared] = [0, 1].map((place) => median(pairs.map((pair) => pair[place])))
  const again = timed(process.execPath, [...batch, '--out', 'out-0'])
  const processes = timed('xargs', ['-P2', '-I{}', process.execPath, korvaus, 'check', '--workspace', '{}', '--format', 'json', '--as-of', '2026-11-23'], names.join('\n'))
  const exceljs = timed(process.execPath, [join(here, 'read-with-exceljs.js'), ...names.map((name) => join(folder, name, 'log.xlsx'))])
  console.log(`  ${count} workspaces of ${items} items, two lanes, whole processes; of the batch and the two processes the medians of ${rounds} rounds in turn`)
  line('batch', whole, whole, megabytes(whole))
  line('batch again, nothing changed', again, whole)
  line('two processes sharing the list', shared, whole)
  line('a process for each, xargs -P2', processes, whole)
  line('exceljs only reading, two workers', exceljs, whole)
  console.log(`  peak memory of a batch of one workspace: ${megabytes(single)}`)
} finally {
  rmSync(folder, { recursive: true })
}

function makeWorkspace(path, log) {
  mkdirSync(path)
  cpSync(log, join(path, 'log.xlsx'))
  cpSync(join(here, '../../fixtures/example/workspace/rates.yaml'), join(path, 'rates.yaml'))
  writeFileSync(join(path, 'korvaus.yaml'), 'claimant: { kind: wellbeing-services-county, name: County, businessId: 1234567-1, county: "05" }\npolicies: { ownWorkRates: rates.yaml }\ninputs: [ { path: log.xlsx } ]\n')
}

function timed(command, argv, input) {
  const start = performance.now()
  const { stderr, error } = spawnSync(command, argv, { cwd: folder, input, encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['pipe', 'ignore', 'pipe'] })
  if (error) throw error
  return { seconds: (performance.now() - start) / 1000, stderr }
}

function median(runs) {
  return runs.toSorted((left, right) => left.seconds - right.seconds)[Math.floor(runs.length / 2)]
}

function megabytes({ stderr }) {
  return `${Math.round(Number(/^measured \S+ (\S+)$/m.exec(stderr)?.[1]))} MB`
}

function line(name, { seconds }, reference, more = '') {
  console.log(`  ${name.padEnd(34)} ${seconds.toFixed(2).padStart(7)} s  ${(seconds / reference.seconds).toFixed(2).padStart(6)} times the batch  ${more}`)
}
