// From csv to findings: the full rule book beside DuckDB's SQL over the same files on one thread, reading included.
// node bench/rules/csv.bench.js 1000000
import { createWriteStream, createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { caseFacts, itemFacts } from '../../dist/model/facts.js'
import { compileRuleBook } from '../../dist/rules/engine/compile-book.js'
import { createJudge } from '../../dist/rules/engine/judge.js'
import { loadRuleBook } from '../../dist/rules/load-book.js'
import { rowReader } from './csv-facts.js'
import { madeContext, madeItem } from './made-facts.js'
import { countingSql, judgingSql } from './sql.js'

const countOfItems = Number(process.argv[2] ?? 1_000_000)
const countOfCases = 2000
const compiled = compileRuleBook(await loadRuleBook())
const context = madeContext(compiled.book, countOfCases)
const folder = mkdtempSync(join(tmpdir(), 'korvaus-bench-'))

try {
  const files = { items: join(folder, 'items.csv'), cases: join(folder, 'cases.csv') }
  await writeCsv(files.cases, caseFacts, context.cases.length, (index) => context.cases[index])
  await writeCsv(files.items, itemFacts, countOfItems, (index) => madeItem(index, countOfCases))
  const counting = await timed(() => byDuckDb(countingSql(compiled, context, files)))
  const judging = await timed(() => byDuckDb(judgingSql(compiled, context, files)))
  const own = await timed(() => byRuleBook(files.items))
  for (const { result } of [counting, judging]) if (result !== own.result) throw new Error(`the two disagree: ${own.result} and ${result} findings`)
  console.log(`${countOfItems} items in csv, ${compiled.rules.length} rules, ${own.result} findings`)
  console.log(`reading and judging, with findings and evidence      ${shown(own)}`)
  console.log(`DuckDB on one thread, with findings and evidence     ${shown(judging)}`)
  console.log(`DuckDB on one thread, how many findings, nothing else ${shown(counting)}`)
  console.log(`beside DuckDB doing the same: ${ratio(own, judging)} (target: less than 1); beside DuckDB only counting: ${ratio(own, counting)}`)
} finally {
  rmSync(folder, { recursive: true })
}

async function byRuleBook(path) {
  const judge = createJudge(compiled, context)
  const read = rowReader(itemFacts)
  const row = { end: 0 }
  let findings = 0
  let rest = Buffer.alloc(0)
  let heading = true
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = Buffer.concat([rest, chunk])
    const end = bytes.lastIndexOf('\n') + 1
    row.end = heading ? bytes.indexOf('\n') + 1 : 0
    heading = false
    while (row.end < end) findings += judge.judgeItem(read(bytes, row.end, row)).findings.length
    rest = bytes.subarray(end)
  }
  return findings
}

async function byDuckDb(query) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const reader = await connection.runAndReadAll(query)
  return Number(reader.getRows()[0][0])
}

async function writeCsv(path, specs, count, rowAt) {
  const stream = createWriteStream(path)
  const keys = Object.keys(specs)
  stream.write(`${keys.join(',')}\n`)
  for (let index = 0; index < count; index++) {
    const row = rowAt(index)
    const line = keys.map((key) => (Array.isArray(row[key]) ? row[key].join('|') : String(row[key] ?? ''))).join(',')
    if (!stream.write(`${line}\n`)) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'close')
}

async function timed(work) {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6 }
}

function ratio(own, other) {
  return `${(own.seconds / other.seconds).toFixed(2)} times the time, ${(own.processor / other.processor).toFixed(2)} times the processor time`
}

/** Processor time counts every thread, those that compile and collect garbage too; on a busy machine it says more. */
function shown({ seconds, processor }) {
  return `${seconds.toFixed(1)} s, processor ${processor.toFixed(1)} s`
}
