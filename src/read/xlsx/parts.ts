import { unescapeXml, xmlPieces } from './xml.js'

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string
  readonly hidden: boolean
  readonly relation: string
}

export interface WorkbookPart {
  readonly sheets: readonly ListedSheet[]
  readonly datesFrom1904: boolean
}

/** Reads `workbook.xml`: the sheets in their order, and the date system. */
export function readWorkbookPart(xml: string): WorkbookPart {
  const sheets: ListedSheet[] = []
  let datesFrom1904 = false
  for (const piece of xmlPieces(xml)) {
    if (piece.kind !== 'start') continue
    const { attributes } = piece
    if (piece.name === 'workbookPr') datesFrom1904 = isTrue(attributes.date1904)
    if (piece.name === 'sheet') sheets.push({ name: attributes.name ?? '', hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden', relation: attributes['r:id'] ?? relationId(attributes) })
  }
  return { sheets, datesFrom1904 }
}

/** Reads a relations part: ID → target. */
export function readRelations(xml: string): Map<string, { target: string; type: string }> {
  const relations = new Map<string, { target: string; type: string }>()
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'start' && piece.name === 'Relationship') relations.set(piece.attributes.Id ?? '', { target: piece.attributes.Target ?? '', type: (piece.attributes.Type ?? '').split('/').at(-1) ?? '' })
  }
  return relations
}

/** Reads the shared strings: rich text joined, phonetic readings left out. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = []
  let current: string[] | undefined
  let inText = false
  let phonetic = 0
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (inText && phonetic === 0) current?.push(piece.text)
    } else if (piece.kind === 'start') {
      if (piece.name === 'si') current = []
      if (piece.name === 'si' && piece.empty) strings.push('')
      if (piece.name === 'rPh' && !piece.empty) phonetic += 1
      if (piece.name === 't') inText = !piece.empty
    } else {
      if (piece.name === 't') inText = false
      if (piece.name === 'rPh') phonetic -= 1
      if (piece.name === 'si') strings.push((current ?? []).join(''))
    }
  }
  return strings
}

/** Which cell styles show a number as a date. */
export function readDateStyles(xml: string): boolean[] {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  let inCellFormats = false
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'end' && piece.name === 'cellXfs') inCellFormats = false
    if (piece.kind !== 'start') continue
    if (piece.name === 'numFmt') formats.set(Number(piece.attributes.numFmtId), unescapeXml(piece.attributes.formatCode ?? ''))
    if (piece.name === 'cellXfs') inCellFormats = !piece.empty
    if (piece.name === 'xf' && inCellFormats) {
      const id = Number(piece.attributes.numFmtId ?? 0)
      styles.push(isDateFormat(id, formats.get(id)))
    }
  }
  return styles
}

/** Built-in formats 14–22, 27–36, 45–47 and 50–58 are dates; a custom one is when day or year letters stand outside quotes. */
function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  const bare = code.split(';')[0]?.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '') ?? ''
  return /[dy]/i.test(bare) && !/[#0?]/.test(bare)
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** Some writers give the relation ID another prefix. */
function relationId(attributes: Readonly<Record<string, string>>): string {
  return attributes.id ?? ''
}
