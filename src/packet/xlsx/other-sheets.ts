import { categoryNames, decisionResultNames, outcomeNames } from '../../model/value-names.js'
import { formTexts } from '../../templates/packet-form.js'
import { packetTexts, reviewAnswerNames } from '../../templates/packet-texts.js'
import { sheetTexts } from '../../templates/packet-sheets.js'
import { codeName } from '../labels.js'
import type { PacketView } from '../view.js'
import { sourceText } from './claimed-sheet.js'
import type { CellValue, SheetContent } from '../../formats/xlsx/sheet-content.js'

const text = (value: string | undefined): CellValue => (value === undefined || value === '' ? undefined : { text: value })
const lines = (values: readonly (string | undefined)[]) => text([...new Set(values.filter((value) => value !== undefined && value !== ''))].join('\n'))
const date = (value: string | undefined): CellValue => (value === undefined ? undefined : { date: value })

/** The items of the period that are not claimed, each with what keeps it out and what can be done. */
export function leftOutSheet({ leftOut, language }: PacketView): SheetContent {
  return {
    name: sheetTexts.leftOutSheet[language],
    columns: [
      { heading: formTexts.item[language], width: 14 },
      { heading: formTexts.case[language], width: 12 },
      { heading: formTexts.day[language], width: 12 },
      { heading: packetTexts.category[language], width: 20 },
      { heading: packetTexts.amount[language], width: 14, sum: true },
      { heading: packetTexts.outcome[language], width: 13 },
      { heading: packetTexts.rule[language], width: 11 },
      { heading: packetTexts.reason[language], width: 48 },
      { heading: packetTexts.remedy[language], width: 44 },
      { heading: packetTexts.basis[language], width: 20 },
      { heading: sheetTexts.source[language], width: 28 },
    ],
    rows: leftOut.map(({ id, case: theCase, facts, amount, assessed, reasons }) => [
      text(id),
      text(theCase),
      date(facts?.serviceDate),
      text(codeName(categoryNames, facts?.category, language)),
      amount === undefined ? undefined : { euros: amount },
      text(outcomeNames[assessed.outcome][language]),
      lines(reasons.map(({ rule }) => rule)),
      lines(reasons.map(({ message }) => message)),
      lines(reasons.map(({ remedy }) => remedy)),
      lines(reasons.flatMap(({ basis }) => basis ?? [])),
      text(sourceText(assessed, language)),
    ]),
  }
}

/** The decisions that claimed items rely on. */
export function decisionsSheet({ decisions, language }: PacketView): SheetContent {
  return {
    name: sheetTexts.decisionsSheet[language],
    columns: [
      { heading: formTexts.decisionNumber[language], width: 18 },
      { heading: formTexts.case[language], width: 12 },
      { heading: formTexts.authority[language], width: 36 },
      { heading: sheetTexts.decidedOn[language], width: 13 },
      { heading: sheetTexts.validFrom[language], width: 13 },
      { heading: sheetTexts.validTo[language], width: 13 },
      { heading: packetTexts.category[language], width: 30 },
      { heading: formTexts.result[language], width: 14 },
      { heading: sheetTexts.itemCount[language], width: 10 },
      { heading: packetTexts.amount[language], width: 15, sum: true },
    ],
    rows: decisions.map(({ decision, authority, items, amount }) => [
      text(decision.decision),
      text(decision.case),
      text(authority),
      date(decision.decidedOn),
      date(decision.validFrom),
      date(decision.validTo),
      text((decision.categories ?? []).map((code) => codeName(categoryNames, code, language)).join(', ')),
      text(codeName(decisionResultNames, decision.result, language)),
      { count: items },
      { euros: amount },
    ]),
  }
}

/** The recorded reviews. */
export function reviewsSheet({ reviews, language }: PacketView): SheetContent {
  return {
    name: sheetTexts.reviewsSheet[language],
    columns: [
      { heading: formTexts.item[language], width: 14 },
      { heading: packetTexts.rule[language], width: 11 },
      { heading: sheetTexts.answer[language], width: 14 },
      { heading: sheetTexts.why[language], width: 60 },
      { heading: sheetTexts.by[language], width: 24 },
      { heading: sheetTexts.on[language], width: 13 },
      { heading: sheetTexts.until[language], width: 13 },
    ],
    rows: reviews.map(({ item, rule, answer, reason, by, on, until }) => [text(item), text(rule), text(reviewAnswerNames[answer][language]), text(reason), text(by), date(on), date(until)]),
  }
}
