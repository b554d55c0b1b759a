import type { Language } from '../../model/language.js'
import type { Unclaimed } from '../../model/unclaimed.js'
import { byPaper, decisionRows, gapRows, shownDaysLeft, shownEuros } from '../unclaimed-text.js'
import { fill } from '../../templates/fill.js'
import { formatCount, formatDate, formatEuros } from '../../templates/format.js'
import { paperNames, unclaimedTexts } from '../../templates/unclaimed-texts.js'
import { heading, paragraph } from '../../formats/pdf/flow.js'
import { createPaper, ink, type Paper } from '../../formats/pdf/paper.js'
import { table } from '../../formats/pdf/table.js'

/** As many rows of each part as one page can bear: the first of these numbers with which it is one. */
const rowsToTry = [8, 5, 4, 3, 2, 1]

/** What is still left on the table on one page, for the head of finance; the figures travel with it as JSON. */
export async function renderUnclaimedPdf(unclaimed: Unclaimed, claimant: string, language: Language, producer: string): Promise<Uint8Array> {
  for (const mostRows of rowsToTry) {
    const { bytes, pages } = await rendered(unclaimed, claimant, { language, mostRows }, producer)
    if (pages === 1 || mostRows === rowsToTry.at(-1)) return bytes
  }
  throw new RangeError('no number of rows to try')
}

interface Layout {
  readonly language: Language
  readonly mostRows: number
}

async function rendered(unclaimed: Unclaimed, claimant: string, layout: Layout, producer: string): Promise<{ bytes: Uint8Array; pages: number }> {
  const { asOf, ruleBook } = unclaimed
  const { language } = layout
  const title = `${claimant}: ${unclaimedTexts.title[language]}`
  const standing = fill(unclaimedTexts.standing[language], { date: formatDate(asOf, language), version: ruleBook.version })
  const json = new TextEncoder().encode(JSON.stringify(unclaimed))
  const paper = createPaper({ title, author: producer, language, date: asOf, producer, attachment: { name: 'unclaimed.json', bytes: json, description: standing } })
  heading(paper, 1, title)
  paragraph(paper, standing, { size: 8, color: ink.soft })
  totalsPart(paper, unclaimed, language)
  deadlinesPart(paper, unclaimed, layout)
  papersPart(paper, unclaimed, layout)
  lumpSumsPart(paper, unclaimed, layout)
  linesPart(paper, unclaimedTexts.endingDecisions[language], decisionRows(unclaimed, language), layout)
  linesPart(paper, unclaimedTexts.serviceGaps[language], gapRows(unclaimed, language), layout)
  let pages = 0
  const bytes = await paper.finish((page, all) => {
    pages = all
    return fill(unclaimedTexts.page[language], { page: String(page), pages: String(all) })
  })
  return { bytes, pages }
}

function totalsPart(paper: Paper, { totals, endingDecisions, serviceGaps }: Unclaimed, language: Language): void {
  table(paper, {
    columns: [{ heading: unclaimedTexts.what[language], share: 60 }, { heading: unclaimedTexts.itemsHeading[language], share: 14, align: 'right' }, { heading: unclaimedTexts.amount[language], share: 26, align: 'right' }],
    rows: [
      [unclaimedTexts.eligible[language], formatCount(totals.items, language), shownEuros(totals.amount, language)],
      [unclaimedTexts.missingPapers[language], formatCount(totals.missingPaperItems, language), shownEuros(totals.missingPaperAmount, language)],
      [unclaimedTexts.lumpSums[language], formatCount(totals.lumpSums, language), shownEuros(totals.lumpSumAmount, language)],
      [unclaimedTexts.endingDecisions[language], formatCount(endingDecisions.length, language), '–'],
      [unclaimedTexts.serviceGaps[language], formatCount(serviceGaps.length, language), '–'],
    ],
    rowHeadings: true,
    size: 9.5,
    summary: unclaimedTexts.title[language],
  })
}

function deadlinesPart(paper: Paper, { deadlines }: Unclaimed, { language, mostRows }: Layout): void {
  if (deadlines.length === 0) return
  heading(paper, 2, unclaimedTexts.eligible[language])
  table(paper, {
    columns: [{ heading: unclaimedTexts.deadline[language], share: 28 }, { heading: unclaimedTexts.daysLeftHeading[language], share: 28 }, { heading: unclaimedTexts.itemsHeading[language], share: 18, align: 'right' }, { heading: unclaimedTexts.amount[language], share: 26, align: 'right' }],
    rows: deadlines.slice(0, mostRows).map(({ deadline, daysLeft, items, amount }) => [formatDate(deadline, language), shownDaysLeft(daysLeft, language), formatCount(items.length, language), shownEuros(amount, language)]),
    rowHeadings: true,
    summary: unclaimedTexts.eligible[language],
  })
  moreRows(paper, deadlines.length, { language, mostRows })
}

function papersPart(paper: Paper, { missingPapers }: Unclaimed, { language, mostRows }: Layout): void {
  const groups = byPaper(missingPapers)
  if (groups.length === 0) return
  heading(paper, 2, unclaimedTexts.missingPapers[language])
  table(paper, {
    columns: [{ heading: unclaimedTexts.paper[language], share: 60 }, { heading: unclaimedTexts.itemsHeading[language], share: 14, align: 'right' }, { heading: unclaimedTexts.amount[language], share: 26, align: 'right' }],
    rows: groups.slice(0, mostRows).map(({ paper: lacking, items, amount }) => [paperNames[lacking][language], formatCount(items.length, language), formatEuros(amount, language)]),
    rowHeadings: true,
    summary: unclaimedTexts.missingPapers[language],
  })
  moreRows(paper, groups.length, { language, mostRows })
}

function lumpSumsPart(paper: Paper, { lumpSums }: Unclaimed, layout: Layout): void {
  const { language } = layout
  const years = lumpSums.flatMap(({ case: theCase, years: of }) => of.map((year) => ({ case: theCase, ...year }))).sort((left, right) => (left.deadline < right.deadline ? -1 : 1))
  const rows = years.map(({ case: theCase, year, amount, deadline }) => `${theCase} – ${fill(unclaimedTexts.lumpSumYear[language], { year: String(year), amount: shownEuros(amount, language), deadline: formatDate(deadline, language) })}`)
  linesPart(paper, unclaimedTexts.lumpSums[language], rows, layout)
}

/** A part whose rows are sentences, and how many more there are. */
function linesPart(paper: Paper, title: string, rows: readonly string[], { language, mostRows }: Layout): void {
  if (rows.length === 0) return
  heading(paper, 2, title)
  for (const row of rows.slice(0, mostRows)) paragraph(paper, row)
  moreRows(paper, rows.length, { language, mostRows })
}

function moreRows(paper: Paper, count: number, { language, mostRows }: Layout): void {
  if (count > mostRows) paragraph(paper, fill(unclaimedTexts.more[language], { count: formatCount(count - mostRows, language) }), { size: 8, color: ink.soft })
}
