import type { Language } from '../model/language.js'
import { centsOf, type Cents } from '../model/money.js'
import type { Paper, Unclaimed } from '../model/unclaimed.js'
import { allOnOneLine } from '../model/unseen.js'
import { fill } from '../templates/fill.js'
import { formatCount, formatDate, formatEuros, formatItems } from '../templates/format.js'
import { paperNames, unclaimedTexts } from '../templates/unclaimed-texts.js'

const mostItems = 5
const mostRows = 20

/** What is still left on the table, for people: the money that is lost first stands first. */
export function renderUnclaimedText(left: Unclaimed, claimant: string, language: Language): string {
  const unclaimed = allOnOneLine(left)
  const { asOf, ruleBook } = unclaimed
  const parts = [deadlineLines(unclaimed, language), paperLines(unclaimed, language), lumpSumLines(unclaimed, language), sentences(unclaimedTexts.endingDecisions[language], decisionRows(unclaimed, language), language), sentences(unclaimedTexts.serviceGaps[language], gapRows(unclaimed, language), language)].filter((lines) => lines.length > 0)
  const standing = fill(unclaimedTexts.standing[language], { date: formatDate(asOf, language), version: ruleBook.version })
  const body = parts.length === 0 ? [unclaimedTexts.nothing[language]] : parts.flatMap((lines) => [...lines, ''])
  const next = unclaimed.deadlines.length === 0 ? [] : [unclaimedTexts.next[language]]
  return `${[`${claimant} · ${unclaimedTexts.title[language]}`, standing, '', ...body, ...next].join('\n').trimEnd()}\n`
}

/** Items that lack one paper, counted by paper; the most money first. */
export function byPaper(rows: Unclaimed['missingPapers']): { readonly paper: Paper; readonly items: readonly string[]; readonly amount: Cents }[] {
  const groups = new Map<Paper, { paper: Paper; items: string[]; amount: Cents }>()
  for (const { paper, item, amount } of rows) {
    const group = groups.get(paper) ?? { paper, items: [], amount: 0n }
    group.items.push(item)
    group.amount += amount === undefined ? 0n : centsOf(amount)
    groups.set(paper, group)
  }
  return [...groups.values()].sort((left, right) => (left.amount === right.amount ? (left.paper < right.paper ? -1 : 1) : left.amount > right.amount ? -1 : 1))
}

/** Euros of a contract as people read them. */
export function shownEuros(amount: string, language: Language): string {
  return formatEuros(centsOf(amount), language)
}

/** Days that are left, in words. */
export function shownDaysLeft(days: number, language: Language): string {
  return fill(unclaimedTexts.daysLeft[language], { count: formatCount(days, language) })
}

function deadlineLines({ deadlines, totals }: Unclaimed, language: Language): string[] {
  if (deadlines.length === 0) return []
  const rows = deadlines.map(({ deadline, daysLeft, amount, items, cases }) => [
    `  ${formatDate(deadline, language)}  ${shownDaysLeft(daysLeft, language)}  ${shownEuros(amount, language)}  ${formatItems(items.length, language)}, ${fill(unclaimedTexts.cases[language], { count: formatCount(cases, language) })}`,
    `      ${capped(items, language)}`,
  ])
  return [`${unclaimedTexts.eligible[language]}: ${shownEuros(totals.amount, language)}`, ...rows.flat()]
}

function paperLines({ missingPapers, totals }: Unclaimed, language: Language): string[] {
  if (missingPapers.length === 0) return []
  const rows = byPaper(missingPapers).flatMap(({ paper, items, amount }) => [
    `  ${paperNames[paper][language]}: ${formatEuros(amount, language)}, ${formatItems(items.length, language)}`,
    `      ${capped(items, language)}`,
  ])
  return [`${unclaimedTexts.missingPapers[language]}: ${shownEuros(totals.missingPaperAmount, language)}`, ...rows]
}

function lumpSumLines({ lumpSums, totals }: Unclaimed, language: Language): string[] {
  if (lumpSums.length === 0) return []
  const rows = lumpSums.slice(0, mostRows).flatMap(({ case: theCase, rule, from, to, amount, toCome, ageKnown, years }) => [
    `  ${fill(unclaimedTexts.lumpSum[language], { case: theCase, rule, from: formatDate(from, language), to: formatDate(to, language), amount: shownEuros(amount, language), toCome: shownEuros(toCome, language) })}${ageKnown ? '' : ` – ${unclaimedTexts.ageUnknown[language]}`}`,
    ...years.map((year) => `      ${fill(unclaimedTexts.lumpSumYear[language], { year: String(year.year), amount: shownEuros(year.amount, language), deadline: formatDate(year.deadline, language) })}`),
  ])
  return [`${unclaimedTexts.lumpSums[language]}: ${shownEuros(totals.lumpSumAmount, language)}`, ...rows, ...moreLine(lumpSums.length, language)]
}

/** The decisions about to end, each in a sentence. */
export function decisionRows({ endingDecisions }: Unclaimed, language: Language): string[] {
  return endingDecisions.map(({ decision, case: theCase, endsOn, daysLeft }) => fill(unclaimedTexts.decisionEnds[language], { decision, case: theCase, date: formatDate(endsOn, language), daysLeft: shownDaysLeft(daysLeft, language) }))
}

const gapTexts = { admission: 'gapAfterAdmission', move: 'gapAfterMove', area: 'gapOfArea' } as const

/** The gaps in service, each in a sentence. */
export function gapRows({ serviceGaps }: Unclaimed, language: Language): string[] {
  return serviceGaps.map(({ case: theCase, after, from, days, until }) => {
    const text = fill(unclaimedTexts[gapTexts[after]][language], { case: theCase, date: formatDate(from, language), days: formatCount(days, language) })
    return until === undefined ? `${text} – ${unclaimedTexts.gapOpen[language]}` : text
  })
}

function sentences(title: string, rows: readonly string[], language: Language): string[] {
  return rows.length === 0 ? [] : [title, ...rows.slice(0, mostRows).map((row) => `  ${row}`), ...moreLine(rows.length, language)]
}

function capped(items: readonly string[], language: Language): string {
  const more = items.length - mostItems
  return [...items.slice(0, mostItems), ...(more > 0 ? [fill(unclaimedTexts.more[language], { count: formatCount(more, language) })] : [])].join(', ')
}

function moreLine(count: number, language: Language): string[] {
  return count <= mostRows ? [] : [`  ${fill(unclaimedTexts.more[language], { count: formatCount(count - mostRows, language) })}`]
}
