import type { Language } from '../../model/language.js'
import { withoutIdentifiers } from '../../model/identifiers.js'
import { KorvausError } from '../../model/errors.js'
import { effectNames } from '../../model/value-names.js'
import { addFills, colourCells, insertAfterData } from './colour-cells.js'
import { addComments, addNotes } from './comments.js'
import { findingsSheet } from './findings-sheet.js'
import type { ListedFinding, Mark, ReviewSheetPlan } from './marks.js'
import { attributesOf, PackageParts } from './package-parts.js'
import { addSheetStyles } from './sheet-styles.js'

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
const commentsType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const relationsNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * The officer's own workbook with the findings in it: cells coloured, comments at them, and a first sheet that lists
 * the findings and takes answers. No cell of the workbook is changed; marks of an earlier run are replaced, and a sheet
 * of the officer's own is left alone, whatever it is called.
 * Throws `annotate-unsupported` for a workbook whose parts are written in a way that cannot be added to.
 */
export function annotateWorkbook(bytes: Uint8Array, path: string, findings: readonly ListedFinding[], plan: ReviewSheetPlan): Uint8Array {
  const parts = new PackageParts(bytes, path)
  const workbook = parts.relations('').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const stylesPart = parts.relations(workbook).find(({ type }) => type === 'styles')?.target ?? ''
  const [workbookXml, stylesXml] = [parts.text(workbook), parts.text(stylesPart)]
  if (workbookXml === undefined || stylesXml === undefined || !/<workbook\b/.test(workbookXml) || !/<cellXfs\b/.test(stylesXml)) throw new KorvausError('annotate-unsupported', { path })
  const fills = addFills(stylesXml)
  const formats = addSheetStyles(fills.xml)
  parts.write(stylesPart, formats.xml)
  for (const { name, part } of sheetsOf(parts, workbook, workbookXml)) {
    if (name !== plan.name) annotateSheet(parts, part, marksOf(findings, withoutIdentifiers(name), plan.language), fills.numbers)
  }
  const datesFrom1904 = /<workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbookXml)
  putFirst(parts, workbook, workbookXml, plan.name, findingsSheet(findings, formats.styles, { ...plan, datesFrom1904 }))
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

function putFirst(parts: PackageParts, workbook: string, xml: string, sheetName: string, sheet: string): void {
  const existing = sheetsOf(parts, workbook, xml).find(({ name }) => name === sheetName)
  if (existing) {
    parts.write(existing.part, sheet)
    return
  }
  const part = parts.freeName('xl/worksheets/sheet', '.xml')
  parts.write(part, sheet)
  parts.declare(part, sheetType)
  const relation = parts.relate(workbook, 'worksheet', part)
  const highest = Math.max(0, ...[...xml.matchAll(/\bsheetId="(\d+)"/g)].map((match) => Number(match[1])))
  const listed = `<sheet xmlns:r="${relationsNamespace}" name="${sheetName}" sheetId="${highest + 1}" r:id="${relation}"/>`
  const shifted = xml
    .replace(/<sheets\b[^>]*>/, (start) => start + listed)
    .replace(/\blocalSheetId="(\d+)"/g, (_, index: string) => `localSheetId="${Number(index) + 1}"`)
    .replace(/ (?:activeTab|firstSheet)="\d+"/g, '')
  parts.write(workbook, shifted)
}
