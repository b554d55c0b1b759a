import type { Language } from '../../model/language.js'
import { withoutIdentifiers } from '../../model/identifiers.js'
import { KorvausError } from '../../model/errors.js'
import { reviewSheetName } from '../../model/review-sheet.js'
import { effectNames } from '../../model/value-names.js'
import { addFills, colourCells, insertAfterData } from './colour-cells.js'
import { addComments, addNotes } from './comments.js'
import { findingsSheet, type SheetStyles } from './findings-sheet.js'
import type { ListedFinding, Mark } from './marks.js'
import { attributesOf, PackageParts } from './package-parts.js'

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
const commentsType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const relationsNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * The officer's own workbook with the findings in it: cells coloured, comments at them, and a first sheet that lists
 * the findings and takes answers. No cell of the workbook is changed; marks of an earlier run are replaced.
 * Throws `annotate-unsupported` for a workbook whose parts are written in a way that cannot be added to.
 */
export function annotateWorkbook(bytes: Uint8Array, path: string, findings: readonly ListedFinding[], language: Language): Uint8Array {
  const parts = new PackageParts(bytes)
  const workbook = parts.relations('').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const stylesPart = parts.relations(workbook).find(({ type }) => type === 'styles')?.target ?? ''
  const [workbookXml, stylesXml] = [parts.text(workbook), parts.text(stylesPart)]
  if (workbookXml === undefined || stylesXml === undefined || !/<workbook\b/.test(workbookXml) || !/<cellXfs\b/.test(stylesXml)) throw new KorvausError('annotate-unsupported', { path })
  const fills = addFills(stylesXml)
  const formats = addFormats(fills.xml)
  parts.write(stylesPart, formats.xml)
  for (const { name, part } of sheetsOf(parts, workbook, workbookXml)) {
    if (name !== reviewSheetName) annotateSheet(parts, part, marksOf(findings, withoutIdentifiers(name), language), fills.numbers)
  }
  putFirst(parts, workbook, workbookXml, findingsSheet(findings, formats.styles, language))
  return parts.bytes()
}

function sheetsOf(parts: PackageParts, workbook: string, xml: string): { name: string; part: string }[] {
  const relations = parts.relations(workbook)
  return [...xml.matchAll(/<sheet\s[^>]*>/g)].flatMap(([tag]) => {
    const attributes = attributesOf(tag)
    const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
    const relation = relations.find((one) => one.id === id)
    return relation?.type === 'worksheet' ? [{ name: attributes.name ?? '', part: relation.target }] : []
  })
}

function marksOf(findings: readonly ListedFinding[], sheet: string, language: Language): Mark[] {
  return findings.flatMap((finding) => {
    const cell = /^\d+$/.test(finding.cell ?? '') ? `A${finding.cell}` : finding.cell
    if (finding.sheet !== sheet || cell === undefined || !/^[A-Z]{1,3}\d+$/.test(cell)) return []
    const text = `${finding.rule} (${effectNames[finding.effect][language]}): ${finding.message}${finding.remedy ? `\n→ ${finding.remedy}` : ''}`
    return [{ cell, effect: finding.effect, text }]
  })
}

function annotateSheet(parts: PackageParts, part: string, marks: readonly Mark[], fills: Parameters<typeof colourCells>[2]): void {
  const before = parts.text(part) ?? ''
  let sheet = colourCells(before.replace(/(<sheetView\b[^>]*?) tabSelected="(?:1|true)"/g, '$1'), marks, fills)
  const related = parts.relations(part)
  const commentsPart = related.find(({ type }) => type === 'comments')?.target
  if (marks.length > 0 || commentsPart !== undefined) {
    const comments = addComments(commentsPart === undefined ? undefined : parts.text(commentsPart), marks)
    const named = commentsPart ?? parts.freeName('xl/comments', '.xml')
    parts.write(named, comments.xml)
    if (commentsPart === undefined) parts.relate(part, 'comments', named)
    parts.declare(named, commentsType)
    sheet = withNotes(parts, part, sheet, comments)
  }
  if (sheet !== before) parts.write(part, sheet)
}

function withNotes(parts: PackageParts, part: string, sheet: string, { removed, added }: { removed: ReadonlySet<string>; added: ReadonlySet<string> }): string {
  const drawn = /<legacyDrawing\b[^>]*>/.exec(sheet)?.[0]
  const id = drawn === undefined ? undefined : Object.entries(attributesOf(drawn)).find(([name]) => name.endsWith(':id'))?.[1]
  const existing = parts.relations(part).find((one) => one.id === id)?.target
  const name = existing ?? parts.freeName('xl/drawings/vmlDrawing', '.vml')
  parts.write(name, addNotes(existing === undefined ? undefined : parts.text(existing), removed, added))
  if (existing !== undefined) return sheet
  parts.declare(name, 'application/vnd.openxmlformats-officedocument.vmlDrawing')
  const relation = parts.relate(part, 'vmlDrawing', name)
  return insertAfterData(sheet, `<legacyDrawing xmlns:r="${relationsNamespace}" r:id="${relation}"/>`, ['legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst'])
}

/** A bold heading, wrapped text, and the colour of cells that wait for an answer. */
function addFormats(styles: string): { xml: string; styles: SheetStyles } {
  const font = withItem(styles, 'fonts', '<font><b/><sz val="11"/><name val="Calibri"/></font>')
  const fill = withItem(font.xml, 'fills', '<fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/><bgColor indexed="64"/></patternFill></fill>')
  const wrapped = '<alignment vertical="top" wrapText="1"/>'
  const heading = withItem(fill.xml, 'cellXfs', `<xf numFmtId="0" fontId="${font.number}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${wrapped}</xf>`)
  const text = withItem(heading.xml, 'cellXfs', `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${wrapped}</xf>`)
  const answer = withItem(text.xml, 'cellXfs', `<xf numFmtId="0" fontId="0" fillId="${fill.number}" borderId="0" xfId="0" applyFill="1" applyAlignment="1">${wrapped}</xf>`)
  return { xml: answer.xml, styles: { heading: heading.number, wrapped: text.number, answer: answer.number } }
}

/** The styles with one more item in a list of theirs, and its number. */
function withItem(xml: string, list: string, item: string): { xml: string; number: number } {
  const found = new RegExp(`<${list}\\b[^>]*>([\\s\\S]*?)</${list}>`).exec(xml)
  const inside = found?.[1] ?? ''
  const count = topLevel(inside)
  return { xml: found ? xml.replace(found[0], () => `<${list} count="${count + 1}">${inside}${item}</${list}>`) : xml, number: count }
}

/** How many elements stand directly inside. */
function topLevel(inside: string): number {
  let depth = 0
  let count = 0
  for (const [tag] of inside.matchAll(/<[^!?][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1
    else {
      if (depth === 0) count += 1
      if (!tag.endsWith('/>')) depth += 1
    }
  }
  return count
}

function putFirst(parts: PackageParts, workbook: string, xml: string, sheet: string): void {
  const existing = sheetsOf(parts, workbook, xml).find(({ name }) => name === reviewSheetName)
  if (existing) {
    parts.write(existing.part, sheet)
    return
  }
  const part = parts.freeName('xl/worksheets/sheet', '.xml')
  parts.write(part, sheet)
  parts.declare(part, sheetType)
  const relation = parts.relate(workbook, 'worksheet', part)
  const highest = Math.max(0, ...[...xml.matchAll(/\bsheetId="(\d+)"/g)].map((match) => Number(match[1])))
  const listed = `<sheet xmlns:r="${relationsNamespace}" name="${reviewSheetName}" sheetId="${highest + 1}" r:id="${relation}"/>`
  const shifted = xml
    .replace(/<sheets\b[^>]*>/, (start) => start + listed)
    .replace(/\blocalSheetId="(\d+)"/g, (_, index: string) => `localSheetId="${Number(index) + 1}"`)
    .replace(/ (?:activeTab|firstSheet)="\d+"/g, '')
  parts.write(workbook, shifted)
}
