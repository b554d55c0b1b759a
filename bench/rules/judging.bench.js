// Judging with the full rule book beside plain closures that do the same checks: node bench/rules/judging.bench.js 1000000
import * as modelDates from '../../dist/model/dates.js'
import { compileRuleBook } from '../../dist/rules/engine/compile-book.js'
import { createJudge } from '../../dist/rules/engine/judge.js'
import { loadRuleBook } from '../../dist/rules/load-book.js'
import { regimeLawOn } from '../../dist/rules/tables/regimes.js'
import { madeContext, madeItem } from './made-facts.js'
import { plainClosures } from './plain-closures.js'

const countOfItems = Number(process.argv[2] ?? 1_000_000)
const countOfCases = 2000
const batch = 50_000
const dates = { ...modelDates, weekday: (date) => ((modelDates.epochDay(date) + 3) % 7) + 1 }

const compiled = compileRuleBook(await loadRuleBook())
const context = madeContext(compiled.book, countOfCases)
const cases = new Map(context.cases.map((one) => [one.id, one]))
const closures = plainClosures(compiled, dates)

const times = { judge: 0, closures: 0 }
const failed = { judge: 0, closures: 0 }
const spans = []
const judge = measured('judge', () => createJudge(compiled, context))
const itemRules = compiled.rules.map(({ grain }) => grain === 'item')
for (let start = 0; start < countOfItems; start += batch) {
  const items = Array.from({ length: Math.min(batch, countOfItems - start) }, (_, index) => madeItem(start + index, countOfCases))
  const before = times.judge
  failed.judge += measured('judge', () => items.reduce((sum, item) => sum + judge.judgeItem(item).findings.length, 0))
  spans.push((times.judge - before) / items.length)
  failed.closures += measured('closures', () => items.reduce((sum, item) => sum + failuresOf(item), 0))
}

function failuresOf(item) {
  const theCase = cases.get(item.case)
  const regime = regimeLawOn(compiled.book.tables, item.serviceDate)
  let count = 0
  for (let index = 0; index < closures.length; index++) {
    if (itemRules[index] && closures[index](item, theCase, context.claimant, context.claim, context.policy, regime)) count += 1
  }
  return count
}

function measured(what, work) {
  const start = process.cpuUsage().user
  const result = work()
  times[what] += (process.cpuUsage().user - start) / 1000
  return result
}

if (failed.judge !== failed.closures) throw new Error(`the two disagree: ${failed.judge} and ${failed.closures} findings`)
const rate = (milliseconds) => `${Math.round(countOfItems / milliseconds)} 000 items a second`
const tenth = Math.max(1, Math.floor(spans.length / 10))
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
console.log(`${countOfItems} items of ${countOfCases} cases, ${compiled.rules.length} rules, ${failed.judge} findings, ${Object.keys(judge.profiles()).length} evidence profiles`)
console.log(`judging with findings and evidence   ${rate(times.judge)}`)
console.log(`plain closures, counting only        ${rate(times.closures)}`)
console.log(`judging takes ${(times.judge / times.closures).toFixed(2)} times as long (target: at most 3)`)
console.log(`an item of the last tenth costs ${(mean(spans.slice(-tenth)) / mean(spans.slice(0, tenth))).toFixed(2)} times one of the first`)
