import { writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { WalkedAssessment } from '../claim/assess.js'
import type { AssessedItem, Assessment } from '../model/assessment.js'
import { withUnseenShown } from '../model/unseen.js'
import { summarise } from '../report/summary.js'
import { renderText } from '../report/text.js'
import { writeFolderAtomically } from '../workspace/atomic-files.js'
import { mostRowsOfRule, renderReportPage, type ReportPageOptions } from './report-page.js'

const rowsInText = 5
const bufferedLength = 1 << 20

/** What a report says in figures. */
export interface ReportFigures {
  readonly totals: Assessment['totals']
  /** Rule or reader's code → items that it is found on. */
  readonly found: Readonly<Record<string, number>>
}

/** Writes the report of an assessment into a folder of its own, item by item: as JSON, as text and as a page. */
export async function writeReport(folder: string, assessment: WalkedAssessment, options: ReportPageOptions): Promise<ReportFigures> {
  const found = new Map<string, number>()
  let totals: Assessment['totals'] | undefined
  await writeFolderAtomically(folder, async (write, inside) => {
    const json = await openJson(join(inside, 'assessment.json'), assessment)
    try {
      const { groups } = summarise(each(assessment.items, (item) => {
        json.item(item)
        countFindings(found, item)
      }), mostRowsOfRule)
      const tail = assessment.tail()
      totals = tail.totals
      await json.end(tail)
      const summary = { ...assessment.head, ...tail, groups }
      await write('report.txt', withUnseenShown(renderText({ ...summary, groups: groups.map((group) => ({ ...group, shown: group.shown.slice(0, rowsInText) })) }, options)))
      await write('report.html', renderReportPage(summary, options))
    } finally {
      await json.close()
    }
  })
  return { totals: totals as Assessment['totals'], found: Object.fromEntries([...found].sort(([left], [right]) => (left < right ? -1 : 1))) }
}

/** The contract of `check --format json`, an item a line, so that a large one needs no memory of its size. */
async function openJson(path: string, { head }: WalkedAssessment) {
  const { findings, ...first } = head
  const handle = await open(path, 'w', 0o600)
  let text = `${JSON.stringify(first).slice(0, -1)},\n"items":[`
  let separator = '\n'
  const flush = () => {
    writeWhole(handle.fd, Buffer.from(text))
    text = ''
  }
  return {
    item: (item: AssessedItem): void => {
      text += separator + JSON.stringify(item)
      separator = ',\n'
      if (text.length > bufferedLength) flush()
    },
    end: async (tail: ReturnType<WalkedAssessment['tail']>): Promise<void> => {
      text += `\n],\n${JSON.stringify({ ...tail, findings }).slice(1)}\n`
      flush()
      await handle.sync()
    },
    close: () => handle.close(),
  }
}

/** The system may write less than it was given, as on a disk that is filling up; only the next attempt says why. */
function writeWhole(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

function* each<One>(all: Iterable<One>, seen: (one: One) => void): Generator<One> {
  for (const one of all) {
    seen(one)
    yield one
  }
}

/** On how many items each rule found something that still stands. */
function countFindings(found: Map<string, number>, { findings }: AssessedItem): void {
  for (const rule of new Set(findings.flatMap((one) => (one.effect === 'note' || one.reviewed ? [] : [one.rule])))) found.set(rule, (found.get(rule) ?? 0) + 1)
}
