// From csv to findings: the full rule book beside DuckDB's SQL over the same files on one thread, reading included.
// node bench/rules/csv.bench.js 1000000
import { createWriteStream, createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { caseFacts, itemFacts } from '../../dist/model/facts.js'
import { compileRuleBook } from '../../dist/rules/compile-book.js'
import { createJudge } from '../../dist/rules/judge.js'
import { loadRuleBook } from '../../dist/rules/load-book.js'
import { rowReader } from './csv-facts.js'
import { madeContext, madeItem } from './made-facts.js'
import { sqlOf } from './sql.js'

const countOfItems = Number(process.argv[2] ?? 1_000_000)
const countOfCases = 2000
const compiled = compileRuleBook(await loadRuleBook())
const context = madeContext(compiled.book, countOfCases)
const folder = mkdtempSync(join(tmpdir(), 'korvaus-bench-'))

try {
  const files = { items: join(folder, 'items.csv'), cases: join(folder, 'cases.csv') }
  await writeCsv(files.cases, caseFacts, context.cases.length, (index) => context.cases[index])
  await writeCsv(files.items, itemFacts, countOfItems, (index) => madeItem(index, countOfCases))
  const sql = await timed(() => byDuckDb(files))
  const own = await timed(() => byRuleBook(files.items))
  if (sql.result !== own.result) throw new Error(`the two disagree: ${own.result} and ${sql.result} findings`)
  console.log(`${countOfItems} items in csv, ${compiled.rules.length} rules, ${own.result} findings`)
  console.log(`reading and judging, with findings and evidence   ${shown(own)}`)
  console.log(`DuckDB on one thread, counting only               ${shown(sql)}`)
  console.log(`judging takes ${(own.seconds / sql.seconds).toFixed(2)} times as long (target: less than 1) and ${(own.processor / sql.processor).toFixed(2)} times the processor time`)
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

async function byDuckDb(files) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const reader = await connection.runAndReadAll(sqlOf(compiled, context, files))
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

/** Processor time counts every thread, those that compile and collect garbage too; on a busy machine it says more. */
function shown({ seconds, processor }) {
  return `${seconds.toFixed(1)} s, processor ${processor.toFixed(1)} s`
}
