import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import papaparse from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KorvausError } from '../../../src/model/errors.js'
import type { Row } from '../../../src/read/cells.js'
import { openCsv } from '../../../src/read/csv/open-csv.js'
import { TextFacts } from '../../../src/read/csv/utf8-text.js'
import { FileBytes } from '../../../src/read/file-bytes.js'

const path = 'log.csv'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'korvaus-csv-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('openCsv', () => {
  it('reads what papaparse reads, whatever the delimiter, the line ends and the quotation marks', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ä', '1', ' ', '"', ';', ',', '\t', '\r\n', '\n', '€'), maxLength: 8 })
    fc.assert(fc.property(fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 12 }).map(withRepeats), fc.constantFrom(';', ',', '\t', '|'), fc.constantFrom('\r\n', '\n'), (table, delimiter, newline) => {
      const rows = [['Otsikko', 'Toinen'], ...table]
      const text = papaparse.unparse(rows, { delimiter, newline, quotes: true })
      expect(cellsOf(Buffer.from(text))).toEqual(filled(papaparse.parse<string[]>(text, { delimiter, newline }).data))
      expect(cellsOf(Buffer.from(text))).toEqual(filled(rows))
    }), { seed: 20261124, numRuns: 500 })
  })

  it('reads the same wherever its bytes are cut into pieces, in every encoding', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ä', '1', ' ', '"', ';', '\t', '\r\n', '\n', '\r', '€', '𝄞'), maxLength: 8 })
    const encodings = [(text: string) => Buffer.from(text), (text: string) => Buffer.from(`\uFEFF${text}`), (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'), (text: string) => Buffer.from(text.replaceAll('𝄞', 'ö').replaceAll('€', 'å'), 'latin1')]
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), fc.constantFrom('\r\n', '\n', '\r'), fc.constantFrom(...encodings), fc.integer({ min: 1, max: 40 }), (table, newline, encoded, size) => {
      const bytes = encoded(papaparse.unparse([['Otsikko', 'Toinen'], ...table], { delimiter: ';', newline, quotes: true }))
      expect(outcome(bytes, size)).toEqual(outcome(bytes))
    }), { seed: 20261128, numRuns: 500 })
  })

  it('names the row of a quotation mark without its pair wherever the bytes are cut', () => {
    for (let size = 1; size < 20; size++) expect(() => rowsOf(Buffer.from('a;b\n1;"2\n"\n3;"x\n4;5\n'), size)).toThrow(expect.objectContaining({ code: 'csv-quote', values: { path, row: '3' } }) as Error)
  })

  it('reads a cell like the one above it, however often it stands there, and not one that only begins or ends so', () => {
    const rows = [['a', 'x', '"q"'], ['a', 'x', '"q"'], ['a', 'x', '"q"'], ['a', 'xy', '"q""r"'], ['a', 'x', '"q"'], ['', '', ''], ['a', 'x', 'q'], ['a', 'x'], ['a', 'x', '"q"', 'b'], ['a', 'x', '"q"', 'b']]
    for (const lineEnd of ['\n', '\r\n', '\r']) expect(cellsOf(Buffer.from(rows.map((row) => row.join(';')).join(lineEnd)))).toEqual(filled(rows.map((row) => row.map((text) => text.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')))))
    expect(cellsOf(Buffer.from('a;x\r\na;x\r\na;x\r\na;x\r;b\r\n'))).toEqual([['a', 'x'], ['a', 'x'], ['a', 'x'], ['a', 'x\r', 'b']])
    expect(cellsOf(Buffer.from('a;x\r;b\r\na;x\r;b\r\na;x\r;b\r\na;x\r\n'))).toEqual([['a', 'x\r', 'b'], ['a', 'x\r', 'b'], ['a', 'x\r', 'b'], ['a', 'x']])
  })

  it('reads a row that is longer than many pieces', () => {
    const long = Array.from({ length: 2000 }, (_, index) => `"${index} ""ä"""`).join(';')
    expect(cellsOf(Buffer.from(`a;b\n${long}\nx;y\n`), 100)[1]).toEqual(Array.from({ length: 2000 }, (_, index) => `${index} "ä"`))
  })

  const table = 'Tunnus;Päivä;Summa;Selite\r\nK-1;5.3.2026;"1 234,50";"Käynti; ""kotona""\r\ntoinen rivi"\r\nK-2;6.3.2026;−12,00;Åsa\r\n'
  const expected = [['Tunnus', 'Päivä', 'Summa', 'Selite'], ['K-1', '5.3.2026', '1 234,50', 'Käynti; "kotona"\r\ntoinen rivi'], ['K-2', '6.3.2026', '−12,00', 'Åsa']]
  const windows = Buffer.from(table.replace('−', '-'), 'latin1')

  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${table}`)],
    ['UTF-16 as Excel saves it', Buffer.from(`\uFEFF${table}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(table, 'utf16le')],
    ['UTF-16 with the large byte first', Buffer.from(`\uFEFF${table}`, 'utf16le').swap16()],
    ['UTF-16 with the large byte first, without a mark', Buffer.from(table, 'utf16le').swap16()],
    ['line feeds alone', Buffer.from(table.replaceAll('\r\nK', '\nK'))],
    ['no line end after the last row', Buffer.from(table.slice(0, -2))],
  ])('reads the same from %s', (_, bytes) => {
    expect(cellsOf(bytes)).toEqual(expected)
  })

  it('reads Windows-1252 with its own signs', () => {
    expect(cellsOf(windows)).toEqual(expected.map((row) => row.map((text) => text.replace('−', '-'))))
    expect(cellsOf(Buffer.concat([Buffer.from('Summa;Valuutta\n10;'), Buffer.from([0x80]), Buffer.from('\n')]))).toEqual([['Summa', 'Valuutta'], ['10', '€']])
  })

  it.each([
    ['behind the headings', 'a;b\r1;2\r\n3;4\n', [['a', 'b'], ['1', '2'], ['3', '4']]],
    ['between rows of Windows', 'a;b\r\n1;2\r3;4\r\n5;6\r\n', [['a', 'b'], ['1', '2'], ['3', '4'], ['5', '6']]],
    ['behind a row like the one above it', 'a;b\n1;2\n1;2\r1;2\n', [['a', 'b'], ['1', '2'], ['1', '2'], ['1', '2']]],
    ['as the last sign of the file', 'a;b\n1;2\r', [['a', 'b'], ['1', '2']]],
    ['inside quotation marks, where it belongs to the cell', 'a;b\n"1\r1";2\n', [['a', 'b'], ['1\r1', '2']]],
  ])('ends a row at a carriage return alone in a file of other line ends, so that no row ends up in a heading: %s', (_, text, rows) => {
    expect(cellsOf(Buffer.from(text))).toEqual(rows)
  })

  it('ends rows at carriage returns where there is no line feed', () => {
    expect(cellsOf(Buffer.from('a;b\r1;2\r'))).toEqual([['a', 'b'], ['1', '2']])
  })

  it('takes quotation marks in the middle of a cell as they stand', () => {
    expect(cellsOf(Buffer.from('a;b\n5" putki;2\n'))).toEqual([['a', 'b'], ['5" putki', '2']])
  })

  it('counts rows as a spreadsheet shows them, empty ones too', () => {
    expect(rowsOf(Buffer.from('a;b\n\n;\n1;"x\ny"\n2;3\n')).map(({ number }) => number)).toEqual([1, 4, 5])
  })

  it.each([
    ['that is never closed', 'a;b\n1;2\n3;"x\n4;5\n', '3'],
    ['that closes before the end of its cell', 'a;b\n1;2\n"Asunto" Oy;4\n', '3'],
  ])('refuses a quotation mark %s, and names the row', (_, text, row) => {
    expect(() => cellsOf(Buffer.from(text))).toThrow(expect.objectContaining({ code: 'csv-quote', values: { path, row } }) as Error)
  })

  it('refuses bytes that are no text', () => {
    expect(() => rowsOf(Buffer.from('a;b\u0000c;d\n'))).toThrow(expect.objectContaining({ code: 'input-not-spreadsheet' }) as Error)
  })
})

function cellsOf(bytes: Buffer, blockSize?: number): string[][] {
  return filled(rowsOf(bytes, blockSize).map(({ cells }) => cells.map((cell) => cell?.text ?? '')))
}

function rowsOf(bytes: Buffer, blockSize?: number): Row[] {
  writeFileSync(join(folder, path), bytes)
  const facts = new TextFacts()
  const file = FileBytes.open(join(folder, path), path, (block) => facts.take(block), blockSize)
  return openCsv(file, facts, path).flatMap((sheet) => [...(sheet.rows() as Iterable<readonly Row[]>)].flat())
}

/** Of each cell it is said whether it repeats the one above it, as most cells of real tables do. */
function withRepeats(table: readonly (readonly [text: string, repeats: boolean][])[]): string[][] {
  const rows: string[][] = []
  for (const row of table) rows.push(row.map(([text, repeats], column) => (repeats ? rows.at(-1)?.[column] : undefined) ?? text))
  return rows
}

function outcome(bytes: Buffer, blockSize?: number): unknown {
  try {
    return rowsOf(bytes, blockSize)
  } catch (error) {
    return error instanceof KorvausError ? { code: error.code, values: error.values } : error
  }
}

/** Rows that hold something, blank cells empty and left out at the end. */
function filled(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => row.map((text) => (text.trim() === '' ? '' : text))).map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1)).filter((row) => row.length > 0)
}
