import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Zip, ZipDeflate, ZipPassThrough, strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columnLetter, rowsOf } from '../../../src/read/cells.js'
import { openInput } from '../../../src/read/open-input.js'

type Parts = Readonly<Record<string, string | Buffer>>

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const strictOffice = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

const texts = ['Palvelu', 'Käynti & tulkki', 'Åsa  ']
const shared = `<sst xmlns="${spreadsheet}" count="3" uniqueCount="3"><si><t>Palvelu</t></si><si><t>Käynti &amp; tulkki</t></si><si><t xml:space="preserve">Åsa  </t></si></sst>`
const styles = `<styleSheet xmlns="${spreadsheet}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d\\.m\\.yyyy;@"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`
const first = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>'
const third = '<row r="3"><c r="A3"><v>80.290000000000006</v></c><c r="B3" s="1"><v>46086</v></c><c r="C3" s="2"><v>46087</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><v>#REF!</v></c></row>'
const sheet = (rows = first + third, before = '<dimension ref="A1:E3"/>', after = '') => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${spreadsheet}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`

/** What every writer below means. */
const expected = {
  A1: `text ${texts[0]}`, B1: `text ${texts[1]}`, D1: `text ${texts[2]}`,
  A3: 'number 80.290000000000006', B3: 'date 2026-03-05', C3: 'date 2026-03-06', D3: 'boolean TRUE', E3: 'error #REF!',
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-writers-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('one table reads the same', () => {
  it.each<[string, () => Buffer]>([
    ['as Excel writes it', () => zipped(parts())],
    ['without addresses on rows and cells, as some exports have it', () => zipped(parts({ 'xl/worksheets/sheet1.xml': sheet('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c/><c t="s"><v>2</v></c></row><row/><row><c><v>80.290000000000006</v></c><c s="1"><v>46086</v></c><c s="2"><v>46087</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row>') }))],
    ['with a prefix on every tag', () => zipped(parts({ 'xl/worksheets/sheet1.xml': prefixed(sheet()), 'xl/sharedStrings.xml': prefixed(shared), 'xl/styles.xml': prefixed(styles), 'xl/workbook.xml': prefixed(workbook()) }))],
    ['in strict form, with dates as text', () => zipped(strictParts())],
    ['without a dimension', () => zipped(parts({ 'xl/worksheets/sheet1.xml': sheet(undefined, '') }))],
    ['with a dimension that is too small', () => zipped(parts({ 'xl/worksheets/sheet1.xml': sheet(undefined, '<dimension ref="A1"/>') }))],
    ['with absolute part names', () => zipped(parts({ 'xl/_rels/workbook.xml.rels': relations('/xl/') }))],
    ['with part names in other capitals', () => zipped({ ...without(parts(), 'xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'), 'xl/SharedStrings.xml': shared, 'xl/Worksheets/Sheet1.xml': sheet() })],
    ['in a folder of its own', () => zipped(moved(parts()))],
    ['with texts in the cells', () => zipped(without(parts({ 'xl/worksheets/sheet1.xml': sheet(texts.reduce((rows, text, index) => rows.replace(`t="s"><v>${index}</v>`, `t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is>`), first) + third) }), 'xl/sharedStrings.xml'))],
    ['with rich text and readings in other signs', () => zipped(parts({ 'xl/sharedStrings.xml': shared.replace('<t>Palvelu</t>', '<r><rPr><b/></rPr><t>Pal</t></r><r><t>velu</t></r><rPh sb="0" eb="1"><t>パ</t></rPh><phoneticPr fontId="1"/>') }))],
    ['with rich text in the cells', () => zipped(parts({ 'xl/worksheets/sheet1.xml': sheet().replace('t="s"><v>0</v>', 't="inlineStr"><is><r><t>Pal</t></r><r><rPr><i/></rPr><t>velu</t></r></is>') }))],
    ['with formulas and their stored values', () => zipped(parts({ 'xl/worksheets/sheet1.xml': sheet().replace('<c r="A1" t="s"><v>0</v>', '<c r="A1" t="str"><f>"Pal"&amp;"velu"</f><v>Palvelu</v>').replace('<c r="A3"><v>', '<c r="A3"><f t="shared" ref="A3:A4" si="0">B3*2</f><v>') }))],
    ['with CDATA, comments, numbered signs and single quotes', () => zipped(parts({ 'xl/sharedStrings.xml': shared.replace('Käynti &amp; tulkki', '<![CDATA[Käynti & tulkki]]>').replace('Åsa', '&#197;&#x73;a'), 'xl/worksheets/sheet1.xml': sheet().replace('<row r="3">', '<!-- <row r="2"> -->\n<?note x?><row r=\'3\' spans=\'1:5\' ht = \'15\' >') }))],
    ['with empty cells, empty values and white space between tags', () => zipped(parts({ 'xl/worksheets/sheet1.xml': sheet().replaceAll('</c><c', '</c>\n  <c').replace('<c r="D1"', '<c r="C1" s="1"/><c r="D1"').replace('<row r="3">', '<row r="2"><c r="A2"><v></v></c><c r="B2" s="1"><v/></c></row><row r="3">') }))],
    ['in UTF-16', () => zipped(parts({ 'xl/worksheets/sheet1.xml': utf16(sheet()), 'xl/sharedStrings.xml': utf16(shared) }))],
    ['with byte-order marks', () => zipped(parts({ 'xl/worksheets/sheet1.xml': `\uFEFF${sheet()}`, 'xl/workbook.xml': `\uFEFF${workbook()}` }))],
    ['in another encoding that the part names', () => zipped(parts({ 'xl/sharedStrings.xml': Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${shared}`, 'latin1') }))],
    ['with dates that count from 1904', () => zipped(parts({ 'xl/workbook.xml': workbook('<workbookPr date1904="1"/>'), 'xl/worksheets/sheet1.xml': sheet().replace('46086', String(46_086 - 1462)).replace('46087', String(46_087 - 1462)) }))],
    ['with dates that count from 1904, and an extension of the workbook after them, as Excel on a Mac has it', () => zipped(parts({ 'xl/workbook.xml': workbook('<workbookPr date1904="1"/>', '<extLst><ext uri="{79F54976}" xmlns:x14="x"><x14:workbookPr defaultImageDpi="32767"/></ext></extLst>'), 'xl/worksheets/sheet1.xml': sheet().replace('46086', String(46_086 - 1462)).replace('46087', String(46_087 - 1462)) }))],
    ['with a rule for so many ranges that its tag is longer than what is unpacked at a time', () => zipped(parts({ 'xl/worksheets/sheet1.xml': sheet(undefined, undefined, `<conditionalFormatting sqref="${Array.from({ length: 40_000 }, (_, index) => `E${index + 1}`).join(' ')}"><cfRule type="expression" priority="1"><formula>E1&gt;0</formula></cfRule></conditionalFormatting>`) }))],
    ['with the name of a document type that defines nothing', () => zipped(parts({ 'xl/workbook.xml': `<!DOCTYPE workbook PUBLIC "-//Example//DTD Workbook 1.0//EN" "Workbook.dtd">${workbook()}` }))],
    ['with what other programs add around the table', () => zipped(parts({ 'xl/worksheets/sheet1.xml': sheet(undefined, '<sheetPr><tabColor rgb="FF00FF00"/></sheetPr><dimension ref="A1:E3"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="5" width="12" customWidth="1"/></cols>', '<autoFilter ref="A1:E3"/><mc:AlternateContent xmlns:mc="x"><mc:Choice Requires="x14"><v>9</v></mc:Choice></mc:AlternateContent><extLst><ext uri="{x}"><x14:c r="Z9"><v>1</v></x14:c></ext></extLst>') }))],
    ['stored without packing', () => Buffer.from(zipSync(bytesOf(parts()), { level: 0 }))],
    ['as a stream, the sizes behind the parts', () => streamed(parts())],
    ['with folders and other parts among the entries', () => zipped({ 'xl/': '', 'docProps/app.xml': '<Properties/>', 'customXml/item1.xml': '<a/>', ...parts() })],
  ])('%s', async (name, make) => {
    const path = join(folder, `${name.replaceAll(' ', '-').slice(0, 40)}.xlsx`)
    await writeFile(path, make())
    expect(await cellsOf(path)).toEqual(expected)
  })
})

describe('a line end in a text', () => {
  it.each([
    ['of the file itself, wherever its bytes are cut, is a line feed', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['that is written as a sign stays what it is', 'a&#13;&#10;b_x000D_\nc', 'a\r\nb\r\nc'],
  ])('%s', async (name, written, read) => {
    const path = join(folder, `${name.replaceAll(' ', '-').slice(0, 40)}.xlsx`)
    const rows = Array.from({ length: 30_000 }, (_, index) => `<row r="${index + 1}">\r\n<c r="A${index + 1}" t="inlineStr"><is><t>${written}</t></is></c>\r\n</row>`).join('\r\n')
    await writeFile(path, zipped(parts({ 'xl/worksheets/sheet1.xml': sheet(rows) })))
    const found = Object.values(await cellsOf(path))
    expect(found.length).toBe(30_000)
    expect(new Set(found)).toEqual(new Set([`text ${read}`]))
  })
})

async function cellsOf(path: string): Promise<Record<string, string>> {
  const { sheets } = await openInput({ path, name: 'log.xlsx' })
  const cells: Record<string, string> = {}
  for (const one of sheets) {
    for await (const row of rowsOf(one)) {
      row.cells.forEach((cell, column) => {
        if (cell !== undefined) cells[`${columnLetter(column)}${row.number}`] = `${cell.kind} ${cell.kind === 'date' ? cell.date : cell.text}`
      })
    }
  }
  return cells
}

function parts(changed: Parts = {}): Parts {
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': workbook(),
    'xl/_rels/workbook.xml.rels': relations(''),
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': shared,
    'xl/worksheets/sheet1.xml': sheet(),
    ...changed,
  }
}

function workbook(properties = '', after = ''): string {
  return `<workbook xmlns="${spreadsheet}" xmlns:r="${office}">${properties}<sheets><sheet name="Kustannukset" sheetId="1" r:id="rId1"/></sheets>${after}</workbook>`
}

function relations(base: string): string {
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${base}${target}"/>`
  return `<Relationships xmlns="${packageRelations}">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'styles', 'styles.xml')}${relation('rId3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`
}

function strictParts(): Parts {
  const dates = sheet().replace('<c r="B3" s="1"><v>46086</v>', '<c r="B3" s="1" t="d"><v>2026-03-05</v>').replace('<c r="C3" s="2"><v>46087</v>', '<c r="C3" t="d"><v>2026-03-06T00:00:00.000</v>')
  return Object.fromEntries(Object.entries(parts({ 'xl/worksheets/sheet1.xml': dates })).map(([name, text]) => [name, String(text).replaceAll(spreadsheet, strict).replaceAll(office, strictOffice)]))
}

/** Every tag with the prefix `x`. */
function prefixed(text: string): string {
  return text.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replaceAll('xmlns=', 'xmlns:x=')
}

/** The workbook under another folder, as writers of other languages name theirs. */
function moved(all: Parts): Parts {
  return Object.fromEntries(Object.entries(all).map(([name, text]) => [name.replace(/^xl\//, 'book/'), String(text).replace('Target="xl/workbook.xml"', 'Target="/book/workbook.xml"')]))
}

function without(all: Parts, ...names: readonly string[]): Parts {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)))
}

function escaped(text: string): string {
  return text.replace('&', '&amp;')
}

function utf16(text: string): Buffer {
  return Buffer.from(`\uFEFF${text.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`, 'utf16le')
}

function bytesOf(all: Parts): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(all).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : new Uint8Array(text)]))
}

function zipped(all: Parts): Buffer {
  return Buffer.from(zipSync(bytesOf(all)))
}

/** A zip written without going back: each entry says its sizes only behind its bytes. */
function streamed(all: Parts): Buffer {
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error
    pieces.push(piece)
  })
  Object.entries(bytesOf(all)).forEach(([name, bytes], index) => {
    const entry = index % 2 === 0 ? new ZipDeflate(name) : new ZipPassThrough(name)
    zip.add(entry)
    entry.push(bytes, true)
  })
  zip.end()
  return Buffer.concat(pieces)
}
