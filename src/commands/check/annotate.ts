import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Io } from '../../cli/io.js'
import { reviewStates, type ReviewCase } from '../../claim/review-states.js'
import type { AssessedItem, Assessment, Finding, GeneralFinding } from '../../model/assessment.js'
import { KorvausError } from '../../model/errors.js'
import type { Facts } from '../../model/facts.js'
import { withoutIdentifiers } from '../../model/identifiers.js'
import type { Language } from '../../model/language.js'
import { reviewSheetName } from '../../model/review-sheet.js'
import { openInput } from '../../read/open-input.js'
import { reviewSheetOf } from '../../read/review-sheet.js'
import { annotateWorkbook } from '../../report/annotate/annotate-workbook.js'
import type { ListedFinding, ReviewSheetPlan } from '../../report/annotate/marks.js'
import { recordedText } from '../../report/reviews.js'
import { annotateTexts } from '../../templates/annotate-texts.js'
import { fill } from '../../templates/fill.js'
import { reviewTexts } from '../../templates/review-texts.js'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { resolveInputs } from '../../workspace/load-workspace.js'
import { say, type GlobalOptions } from '../../cli/options.js'
import type { Session } from '../../desk/session.js'
import { requireFree } from '../../workspace/present-file.js'

interface Annotating {
  readonly target: string
  readonly files: readonly string[]
  readonly session: Session
  readonly facts: Facts
  readonly assessment: Assessment
  readonly language: Language
}

/** A finding with the file that it is about. */
interface FiledFinding {
  readonly file: string | undefined
  readonly listed: ListedFinding
}

/**
 * Hands the officer's own workbook back with the findings in it; of several, each into a folder with its own findings.
 * Throws `file-exists`, `annotate-one-workbook` and others; writes nothing then.
 */
export async function annotate(io: Io, options: GlobalOptions, { target, files, session, facts, assessment, language }: Annotating): Promise<void> {
  const inputs = await resolveInputs(session.workspace, io.cwd, files)
  const read = await Promise.all(inputs.map(async ({ path, name }) => ({ path, name, bytes: await readFile(path) })))
  const workbooks = annotatable(read)
  const cases = reviewStates(assessment, facts, session.book, session.reviews)
  const asked = new Map(cases.map((one) => [`${one.item.id}\u0000${one.finding.rule}`, one]))
  const findings: FiledFinding[] = [
    ...assessment.findings.map((finding) => ({ file: finding.file, listed: general(finding) })),
    ...assessment.items.flatMap((item) => item.findings.map((finding) => ({ file: finding.file ?? item.source.file, listed: ofItem(item, finding, asked.get(`${item.id}\u0000${finding.rule}`), language) }))),
  ]
  const names = workbooks.map(({ name }) => withoutIdentifiers(name))
  const plans = await Promise.all(workbooks.map(({ path, name }) => sheetPlan(path, name)))
  const targets = targetsOf(resolve(io.cwd, target), names)
  for (const path of targets) await requireFree(path)
  const written = targets.map((path, index) => {
    const { bytes, name } = workbooks[index] as (typeof workbooks)[number]
    const own = findings.filter(({ file }) => workbooks.length === 1 || file === names[index] || (index === 0 && !names.includes(file ?? '')))
    return { path, bytes: annotateWorkbook(bytes, name, own.map(({ file, listed }) => (file === undefined || file === names[index] ? listed : { ...listed, elsewhere: placeElsewhere(file, listed) })), { language, asOf: session.asOf, ...(plans[index] as SheetPlan) }) }
  })
  for (const { path, bytes } of written) await writeFileAtomically(path, bytes)
  say(fill(annotateTexts.written[language], { path: written.map(({ path }) => path).join(', ') }), options, io)
}

/** The xlsx workbooks; what is found in csv and ods files beside them is listed in the first. An ods file alone is refused by name. */
function annotatable<File extends { readonly bytes: Buffer }>(files: readonly File[]): readonly File[] {
  const packages = files.filter(({ bytes }) => bytes.subarray(0, 2).toString('latin1') === 'PK')
  const workbooks = packages.filter(({ bytes }) => bytes.includes('[Content_Types].xml'))
  return workbooks.length > 0 ? workbooks : packages
}

function placeElsewhere(file: string, { sheet, cell }: ListedFinding): string {
  return `${file}${sheet ? `: ${sheet}!` : ':'}${cell ?? ''}`
}

type SheetPlan = Pick<ReviewSheetPlan, 'name' | 'isThere'>

/** What the sheet of findings is called in a workbook: that of an earlier run, or a name that no other sheet has. */
async function sheetPlan(path: string, name: string): Promise<SheetPlan> {
  const { sheets } = await openInput({ path, name })
  const there = await reviewSheetOf(sheets)
  if (there !== undefined) return { name: there.name, isThere: true }
  const taken = new Set(sheets.map((sheet) => sheet.name.toLowerCase()))
  let number = 1
  const called = () => (number === 1 ? reviewSheetName : `${reviewSheetName} ${number}`)
  while (taken.has(called().toLowerCase())) number += 1
  return { name: called(), isThere: false }
}

/** One workbook is written under the name given; several into a folder of that name, each under its own. */
function targetsOf(target: string, names: readonly string[]): string[] {
  if (names.length === 1) return [target]
  if (names.length === 0 || /\.xls[xm]$/i.test(target)) throw new KorvausError('annotate-one-workbook', { count: String(names.length) })
  return names.map((name) => join(target, name.replaceAll(/[/\\]/g, '-')))
}

function general({ rule, effect, case: theCase, sheet, cell, message, remedy }: GeneralFinding): ListedFinding {
  return { rule, effect, message, ...(theCase ? { case: theCase } : {}), ...(sheet ? { sheet } : {}), ...(cell ? { cell } : {}), ...(remedy ? { remedy } : {}) }
}

function ofItem(item: AssessedItem, finding: Finding, asked: ReviewCase | undefined, language: Language): ListedFinding {
  const lapsed = asked?.review === undefined || asked.state === 'answered' || asked.state === 'open' ? undefined : `${reviewTexts.states[asked.state][language]}. ${recordedText(asked.review, language)}`
  const { rule, effect, message, remedy, reviewed } = finding
  return {
    rule, effect, message, item: item.id, sheet: finding.sheet ?? item.source.sheet, cell: finding.cell ?? String(item.source.row),
    ...(item.case ? { case: item.case } : {}), ...(item.amount ? { amount: item.amount } : {}), ...(remedy ? { remedy } : {}), ...(asked ? { facts: asked.facts } : {}), ...(lapsed === undefined ? {} : { lapsed }), ...(reviewed ? { reviewed } : {}),
  }
}
