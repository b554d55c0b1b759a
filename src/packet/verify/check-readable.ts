import { unzlibSync } from 'fflate'
import { formatEuros } from '../../templates/format.js'
import type { PacketContent } from '../content.js'
import { viewOf, type PacketView } from '../view.js'
import { euroNumber } from '../../formats/xlsx/sheet.js'
import { safeText } from '../../formats/xlsx/safe-text.js'
import { same } from './check-manifest.js'
import { differs, type Difference } from './difference.js'

/**
 * What can be proven of the files for people when another version laid them out: that the form carries the packet's own
 * claim.json, and that workbook and page show every claimed item with its amount, no other one, and the same total.
 */
export async function checkReadable(content: PacketContent, files: ReadonlyMap<string, Uint8Array>): Promise<Difference[]> {
  const view = viewOf(content)
  const [form, workbook, page] = ['claim.pdf', 'cost-specification.xlsx', 'report.html'].map((name) => files.get(name))
  return [
    ...(form !== undefined && !carries(form, files.get('claim.json')) ? [differs('attachment-differs', { file: 'claim.pdf' })] : []),
    ...(workbook !== undefined && !(await workbookShows(workbook, view)) ? [differs('rendering-differs', { file: 'cost-specification.xlsx' })] : []),
    ...(page !== undefined && !pageShows(new TextDecoder().decode(page), view) ? [differs('rendering-differs', { file: 'report.html' })] : []),
  ]
}

/** Whether an attachment of the PDF holds these bytes; every version attaches the claim as a deflated stream. */
function carries(pdf: Uint8Array, claim: Uint8Array | undefined): boolean {
  const bytes = Buffer.from(pdf)
  const at = bytes.indexOf('/Type /EmbeddedFile')
  if (at < 0 || claim === undefined) return false
  const start = bytes.indexOf('stream\n', at) + 7
  try {
    return same(unzlibSync(bytes.subarray(start, bytes.indexOf('\nendstream', start))), claim)
  } catch {
    return false
  }
}

async function workbookShows(xlsx: Uint8Array, { claimed, total }: PacketView): Promise<boolean> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(xlsx) as never)
  const sheet = workbook.worksheets[0]
  if (sheet === undefined || sheet.rowCount !== claimed.length + (claimed.length === 0 ? 1 : 2)) return false
  const numbers = (row: number) => (sheet.getRow(row).values as unknown[]).map((value) => (typeof value === 'object' && value !== null && 'result' in value ? value.result : value))
  return claimed.every(({ id, amount }, index) => sheet.getCell(index + 2, 1).value === safeText(id) && numbers(index + 2).includes(euroNumber(amount))) && (claimed.length === 0 || numbers(claimed.length + 2).includes(euroNumber(total)))
}

function pageShows(page: string, { claimed, total, language }: PacketView): boolean {
  const section = page.slice(page.indexOf('<h2 id="items">'), page.indexOf('<h2 id="left-out">'))
  const rows = [...section.matchAll(/<tr id="item-[^"]*">(.*?)<\/tr>/gs)].map(([, row]) => cellsOf(row ?? ''))
  const sums = [...section.matchAll(/<tfoot>(.*?)<\/tfoot>/gs)].map(([, row]) => cellsOf(row ?? '').at(-1))
  return rows.length === claimed.length && claimed.every(({ id, amount }, index) => rows[index]?.[0] === id && rows[index]?.at(-1) === formatEuros(amount, language)) && sums.every((sum) => sum === formatEuros(total, language)) && page.includes(`<p class="big">${formatEuros(total, language)}</p>`)
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

function cellsOf(row: string): string[] {
  return [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] as string))
}
