import { unzipSync } from 'fflate'
import { packetTexts } from '../../templates/packet-texts.js'
import { sheetTexts } from '../../templates/packet-sheets.js'
import type { PacketView } from '../view.js'
import { zipOf } from '../../formats/zip.js'
import { claimedSheet } from './claimed-sheet.js'
import { correctionsSheet } from './corrections-sheet.js'
import { decisionsSheet, leftOutSheet, reviewsSheet } from './other-sheets.js'
import { addListSheet } from '../../formats/xlsx/sheet.js'
import { addTotalsSheet } from './totals-sheet.js'

/** `cost-specification.xlsx`: claimed items, totals, left-out items with reasons, decisions, reviews. */
export async function renderSpecification(view: PacketView): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs')
  const { claim, language } = view
  const workbook = new ExcelJS.Workbook()
  const date = new Date(`${claim.asOf}T00:00:00Z`)
  const title = `${claim.claimant.name} \u00B7 ${packetTexts.claimForm[language]} ${claim.number}`
  Object.assign(workbook, { creator: `korvaus ${claim.tool.version}`, lastModifiedBy: `korvaus ${claim.tool.version}`, created: date, modified: date, title: `${sheetTexts.title[language]} ${claim.number}` })
  addListSheet(workbook, claimedSheet(view), title, language)
  addTotalsSheet(workbook, view, title)
  if (claim.corrections !== undefined) addListSheet(workbook, correctionsSheet(view), title, language)
  for (const sheet of [leftOutSheet(view), decisionsSheet(view), reviewsSheet(view)]) addListSheet(workbook, sheet, title, language)
  return withFixedTimes(new Uint8Array(await workbook.xlsx.writeBuffer(unpacked)))
}

/** What is packed again afterwards is not packed before. */
const unpacked = { zip: { compression: 'STORE' } } as object

/** The library writes the parts with the time of the day; the zip is packed again without it. */
function withFixedTimes(xlsx: Uint8Array): Uint8Array {
  return zipOf(new Map(Object.entries(unzipSync(xlsx))))
}
