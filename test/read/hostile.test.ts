import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const mostMegabytes = 256
const mostSeconds = 5
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
let folder: string
let workspace: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'korvaus-hostile-'))
  workspace = join(root, 'fixtures/example/workspace')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a hostile or broken input', () => {
  it.each<[string, () => Buffer, RegExp]>([
    ['a zip bomb of a gigabyte', () => zip({ ...frame(), 'xl/worksheets/sheet1.xml': bomb(1_000_000_000) }), /is too large/],
    ['a bomb that hides its size', () => zip({ ...frame(), 'xl/worksheets/sheet1.xml': { ...bomb(400_000_000), claimed: 1000 } }), /is damaged/],
    ['one enormous text', () => zip({ ...frame(), 'xl/worksheets/sheet1.xml': packed(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(60_000_000)}`) }), /is too large|is damaged/],
    ['one enormous shared text', () => workbook('<sheetData/>', { 'xl/sharedStrings.xml': `<sst><si><t>${'b'.repeat(40_000_000)}</t></si></sst>` }), /is too large/],
    ['a dimension of a million rows by sixteen thousand columns', () => workbook('<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'), /has no headings that are known/],
    ['a merge over the whole sheet', () => workbook('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), /has no headings that are known/],
    ['a drop-down on a whole column', () => workbook('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>'), /has no headings that are known/],
    ['entities that multiply', () => workbook('<sheetData/>', {}, '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'), /document type or entities of its own/],
    ['an external entity', () => workbook('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row></sheetData>', {}, '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), /document type or entities of its own/],
    ['an encrypted workbook', () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4000), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(100)]), /password|encrypted/i],
    ['a workbook of the old kind', () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4000), Buffer.from('Workbook', 'utf16le'), Buffer.alloc(100)]), /\.xls/],
    ['a truncated workbook', () => example().subarray(0, 9000), /is damaged/],
    ['a workbook with a hole in it', () => withHole(example()), /is damaged/],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), /is no spreadsheet/],
    ['a web page', () => Buffer.from('<!doctype html><html><table><tr><td>1</td></tr></table></html>'), /is no spreadsheet/],
    ['bytes of no kind', () => Buffer.from(Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 256)), /is no spreadsheet|has no headings/],
    ['an empty file', () => Buffer.alloc(0), /is empty/],
    ['part names that climb out of the archive', () => zip({ ...frame('../../../../tmp/evil.xml'), '../../../../tmp/evil.xml': packed('<worksheet><sheetData/></worksheet>') }), /is empty|has no headings|is damaged/],
    ['a million sheets', () => zip({ ...frame(), 'xl/workbook.xml': packed(`<workbook xmlns:r="${relation}"><sheets>${'<sheet name="S" r:id="rId1"/>'.repeat(1_000_000)}</sheets></workbook>`) }), /is too large/],
    ['more parts than any workbook has', () => zip({ ...frame(), ...Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`xl/extra/${index}.xml`, packed('<x/>')])) }), /is too large/],
    ['two parts of one name', () => twoOfOneName(), /two entries of one name/],
    ['a million cells in one row', () => workbook(`<sheetData><row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row></sheetData>`), /is damaged/],
    ['tags without an end', () => workbook('<sheetData><row r="1"><c r="A1"><v>1'), /is damaged/],
    ['a tag of many megabytes', () => workbook(`<sheetData><row r="1" x="${'y'.repeat(20_000_000)}"/></sheetData>`), /is damaged|is too large|is empty/],
    ['many sheets that are large together', () => manySheets(), /is too large/],
    ['shared texts without end', () => workbook('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>', { 'xl/sharedStrings.xml': `<sst>${'<si><t>abcdefghijklmnop</t></si>'.repeat(4_100_000)}</sst>` }), /is too large/],
    ['format codes that never end', () => workbook(`<sheetData>${headingRow()}</sheetData>`, { 'xl/styles.xml': `<styleSheet><numFmts>${Array.from({ length: 1000 }, (_, index) => `<numFmt numFmtId="${index + 200}" formatCode="${'[$'.repeat(120)}${'_'.repeat(index % 9)}"/>`).join('')}</numFmts><cellXfs>${Array.from({ length: 1000 }, (_, index) => `<xf numFmtId="${index + 200}"/>`).join('')}</cellXfs></styleSheet>` }), /is empty|lacks the sheet/],
    ['sixteen thousand unknown headings', () => workbook(`<sheetData>${headingRow(Array.from({ length: 16_000 }, (_, index) => `Otsikko numero ${index}`))}</sheetData>`), /lacks the sheet/],
    ['a heading of a megabyte', () => workbook(`<sheetData>${headingRow(['Otsikko '.repeat(125_000)])}</sheetData>`), /lacks the sheet/],
    ['an amount of a million spaces', () => workbook(`<sheetData>${headingRow()}<row>${headings.map((heading) => inline(heading === 'Netto' ? `1${' '.repeat(1_000_000)}x` : 'x')).join('')}</row></sheetData>`), /lacks the sheet/],
    ['a text table of nothing but delimiters', () => Buffer.alloc(50_000_000, ';'), /is too large/],
    ['a text table without line ends', () => Buffer.alloc(150_000_000, 'a'), /is too large/],
    ['a text table of one row of many megabytes', () => Buffer.from(Array.from({ length: 60 }, () => `"${'a'.repeat(900_000)}"`).join(';')), /too large.*in one row/],
    ['a text table whose quotation mark never ends', () => Buffer.concat([Buffer.from('a;b\n"'), Buffer.alloc(100_000_000, 'a')]), /quotation mark/],
    ['a large text table in another encoding', () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(100_000_000, 'a\u0000')]), /is too large/],
    ['a document of many large tables', () => ods('<table:table table:name="T"><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>'.replace('</table:table-row>', `</table:table-row>${' '.repeat(400_000)}`).repeat(200)), /is too large/],
    ['a document of rows that repeat', () => ods(`<table:table table:name="T">${'<table:table-row table:number-rows-repeated="90000"><table:table-cell table:number-columns-repeated="9000" office:value-type="float" office:value="1"/></table:table-row>'.repeat(100)}</table:table>`), /is too large/],
    ['a million nested tags', () => workbook(`<sheetData>${'<row>'.repeat(1_000_000)}</sheetData>`), /is damaged/],
  ])('as %s is one clear error within bounded memory and time', (name, make, message) => {
    const path = join(folder, `${name.replaceAll(' ', '-')}.xlsx`)
    writeFileSync(path, make())
    const { exitCode, stdout, stderr, seconds, megabytes } = check(path)
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 3, stdout: '', stderr: expect.stringMatching(message) as string })
    expect(stderr.trim().split('\n').length).toBe(1)
    expect(stderr).not.toMatch(/node:|\bat .*\.js/)
    expect(megabytes).toBeLessThan(mostMegabytes)
    expect(seconds).toBeLessThan(mostSeconds)
  })
})

/** At its end a process tells the most memory that it held, not that of the process which began it, and the seconds that it worked. */
const watch = `data:text/javascript,${encodeURIComponent(`import { readFileSync } from 'node:fs'
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  let most = maxRSS
  try { most = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))[1]) } catch {}
  process.stderr.write('\\npeak ' + most / 1024 + ' ' + (userCPUTime + systemCPUTime) / 1e6)
})`)}`

/** Checks a file in a process of its own. Its seconds are those of its own work: others may keep the machine busy meanwhile. */
function check(path: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', watch, join(root, 'bin/korvaus.js'), 'check', path, '--workspace', workspace, '--lang', 'en', '--as-of', '2026-11-23'], { encoding: 'utf8', timeout: 60_000 })
  const [said = '', peak = ''] = stderr.split('\npeak ')
  const [megabytes = Number.NaN, seconds = Number.NaN] = peak.split(' ').map(Number)
  return { exitCode: status, stdout, stderr: said, seconds, megabytes }
}

function example(): Buffer {
  return readFileSync(join(workspace, 'palveluloki.xlsx'))
}

function withHole(bytes: Buffer): Buffer {
  const damaged = Buffer.from(bytes)
  damaged.fill(0, 2000, 2600)
  return damaged
}

function frame(sheet = 'worksheets/sheet1.xml'): Record<string, Part> {
  return {
    '_rels/.rels': packed(`<Relationships><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    'xl/workbook.xml': packed(`<workbook xmlns:r="${relation}"><sheets><sheet name="Kustannukset" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': packed(`<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="${sheet}"/><Relationship Id="rId2" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`),
  }
}

function workbook(sheet: string, more: Record<string, string> = {}, doctype = ''): Buffer {
  const parts = Object.fromEntries(Object.entries(more).map(([name, text]) => [name, packed(text)]))
  return zip({ ...frame(), 'xl/worksheets/sheet1.xml': packed(`<?xml version="1.0"?>${doctype}<worksheet>${sheet}</worksheet>`), ...parts })
}

const headings = ['Rivitunnus', 'Asiakastunnus', 'Palvelupäivä', 'Kustannuslaji', 'Kuvaus', 'Erityistarpeen perustelu', 'Tuottajan laji', 'Netto', 'ALV', 'Brutto', 'Tositenumero']

function headingRow(more: readonly string[] = []): string {
  return `<row>${[...headings, ...more].map(inline).join('')}</row>`
}

function inline(text: string): string {
  return `<c t="inlineStr"><is><t>${text}</t></is></c>`
}

/** A hundred sheets, each well below every limit, that would take minutes together. */
function manySheets(): Buffer {
  const sheet = packed(`<worksheet><sheetData>${Array.from({ length: 400_000 }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`).join('')}</sheetData></worksheet>`)
  return zip({ ...frame(), ...Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet])) })
}

function ods(tables: string): Buffer {
  return zip({ mimetype: packed('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': packed(`<office:document-content><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`) })
}

interface Part {
  readonly bytes: Buffer
  readonly size: number
  readonly crc: number
  /** The size that the archive claims, where it lies. */
  readonly claimed?: number
}

function packed(text: string): Part {
  const bytes = Buffer.from(text)
  return { bytes: deflateRawSync(bytes, { level: 1 }), size: bytes.length, crc: crc32(bytes) }
}

/** Zeros that unpack to so many bytes: one block of deflate after the other, made once and repeated. */
function bomb(size: number): Part {
  const megabyte = Buffer.alloc(1_000_000)
  const block = deflateRawSync(megabyte, { finishFlush: 2 })
  return { bytes: Buffer.concat([...Array.from({ length: size / megabyte.length }, () => block), deflateRawSync(Buffer.alloc(0))]), size, crc: 0 }
}

function zip(parts: Record<string, Part>): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, { bytes, size, crc, claimed = size }] of Object.entries(parts)) {
    const title = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc, 10)
    fields.writeUInt32LE(bytes.length, 14)
    fields.writeUInt32LE(claimed, 18)
    fields.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, title, bytes])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), fields, tail, title]))
    locals.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, list, Buffer.from('PK\u0005\u0006', 'latin1'), end])
}

function twoOfOneName(): Buffer {
  const bytes = Buffer.from(zipSync({ 'xl/one.xml': strToU8('<a/>'), 'xl/two.xml': strToU8('<b/>') }))
  return Buffer.from(bytes.toString('latin1').replaceAll('xl/two.xml', 'xl/one.xml'), 'latin1')
}

function crc32(bytes: Buffer): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}
