import { inflateSync } from 'node:zlib'
import { FileBytes } from '../../read/file-bytes.js'
import { rowsOf } from '../../read/cells.js'
import { openWorkbook } from '../../read/xlsx/open-workbook.js'
import { zipEntries } from '../../read/zip.js'
import { KorvausError } from '../../model/errors.js'
import { formatEuros } from '../../templates/format.js'
import type { PacketContent } from '../content.js'
import { viewOf, type PacketView } from '../view.js'
import { euroNumber } from '../../formats/xlsx/sheet.js'
import { safeText } from '../../formats/xlsx/safe-text.js'
import { same } from './check-manifest.js'
import { differs, type Difference } from './difference.js'
import { unpackedLimit } from './limits.js'

const workbookName = 'cost-specification.xlsx'

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
    return same(inflateSync(bytes.subarray(start, bytes.indexOf('\nendstream', start)), { maxOutputLength: claim.length + 1 }), claim)
  } catch {
    return false
  }
}

/** Read by the bounded reader of inputs, and only so far as a workbook of these items goes. */
async function workbookShows(xlsx: Uint8Array, { claimed, total }: PacketView): Promise<boolean> {
  try {
    const file = FileBytes.of(Buffer.from(xlsx), workbookName)
    const entries = zipEntries(file, workbookName)
    const unpacked = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
    const [sheet] = unpacked > unpackedLimit(xlsx.length) ? [] : await openWorkbook(file, entries, workbookName)
    if (sheet === undefined) return false
    const shown: { id: string | undefined; numbers: number[] }[] = []
    for await (const { cells } of rowsOf(sheet)) {
      shown.push({ id: cells[0]?.text, numbers: cells.flatMap((cell) => (cell?.kind === 'number' || cell?.kind === 'measure' ? Number(cell.text) : [])) })
      if (shown.length > claimed.length + 2) return false
    }
    if (shown.length !== claimed.length + (claimed.length === 0 ? 1 : 2)) return false
    const items = claimed.every(({ id, amount }, index) => shown[index + 1]?.id === safeText(id) && shown[index + 1]?.numbers.includes(euroNumber(amount)))
    return items && (claimed.length === 0 || shown.at(-1)?.numbers.includes(euroNumber(total)) === true)
  } catch (error) {
    if (error instanceof KorvausError) return false
    throw error
  }
}

function pageShows(page: string, { claimed, total, language }: PacketView): boolean {
  const section = page.slice(page.indexOf('<h2 id="items">'), page.indexOf('<h2 id="left-out">'))
  const rows = [...between(section, '<tr id="item-', '</tr>')].map(cellsOf)
  const sums = [...between(section, '<tfoot>', '</tfoot>')].map((row) => cellsOf(row).at(-1))
  return rows.length === claimed.length && claimed.every(({ id, amount }, index) => rows[index]?.[0] === id && rows[index]?.at(-1) === formatEuros(amount, language)) && sums.every((sum) => sum === formatEuros(total, language)) && page.includes(`<p class="big">${formatEuros(total, language)}</p>`)
}

/** What stands between two marks, each time, in one walk over the text. */
function* between(text: string, open: string, close: string): Generator<string> {
  for (let at = text.indexOf(open); at >= 0; ) {
    const end = text.indexOf(close, at)
    if (end < 0) return
    yield text.slice(at + open.length, end)
    at = text.indexOf(open, end)
  }
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

function cellsOf(row: string): string[] {
  return row.split(/<\/t[hd]>/).slice(0, -1).map((piece) => {
    const start = piece.search(/<t[hd]/)
    return start < 0 ? '' : piece.slice(piece.indexOf('>', start) + 1).replace(/<[^<>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] as string)
  })
}
