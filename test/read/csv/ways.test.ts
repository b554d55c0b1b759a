import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readServiceLog } from '../../../src/read/read-service-log.js'

/** The signs that Windows-1252 has where Latin-1 has none. */
const windowsSigns = new Map([['€', 0x80], ['–', 0x96]])
const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16 without a mark': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16, large byte first': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'Windows-1252': (text) => Buffer.from([...text].map((sign) => windowsSigns.get(sign) ?? sign.charCodeAt(0))),
}
const delimiters = { semicolon: ';', comma: ',', tab: '\t' }
/** How 1234567.89 and -12.5 are written. */
const marks = {
  'decimal comma': ['1234567,89', '-12,5'],
  'decimal comma, thousands by space': ['1 234 567,89', '-12,50'],
  'decimal comma, thousands by no-break space': ['1\u00A0234\u00A0567,89', '-12,50 €'],
  'decimal comma, thousands by point': ['1.234.567,89', '-12,50'],
  'decimal point': ['1234567.89', '-12.5'],
  'decimal point, thousands by comma': ['1,234,567.89', '-12.50'],
} as const
const lineEnds = { 'of Windows': '\r\n', 'of Unix': '\n' }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'korvaus-ways-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a text table', () => {
  const ways = Object.entries(encodings).flatMap(([encoding, encoded]) => Object.entries(delimiters).flatMap(([name, delimiter]) => Object.entries(marks).flatMap(([mark, amounts]) => Object.entries(lineEnds).map(([end, lineEnd]) => ({ title: `${encoding}, ${name}, ${mark}, line ends ${end}`, encoded, delimiter, amounts, lineEnd })))))

  it.each(ways)('reads the same in $title', async ({ encoded, delimiter, amounts: [large, negative], lineEnd }) => {
    const cell = (text: string) => (/["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text)
    const table = (rows: readonly (readonly string[])[]) => encoded(`${rows.map((row) => row.map(cell).join(delimiter)).join(lineEnd)}${lineEnd}`)
    const item = (id: string, amount: string) => [id, 'A', '1.3.2026', 'Tulkkaus', `Käynti; "kotona", ${lineEnd}toinen rivi – Åsa`, 'Erityistarve', 'yritys', amount, '0', amount, 'V1']
    const files = {
      'kulut.csv': table([['Rivitunnus', 'Asiakastunnus', 'Palvelupäivä', 'Kustannuslaji', 'Kuvaus', 'Erityistarpeen perustelu', 'Tuottajan laji', 'Netto', 'ALV', 'Brutto', 'Tositenumero'], item('K-1', large), item('K-2', negative)]),
      'asiakkaat.csv': table([['Asiakastunnus', 'Otettu auttamisjärjestelmään'], ['A', '2025-01-01']]),
      'kotikunnat.csv': table([['Asiakastunnus', 'Kotikunta', 'Alkaen'], ['A', 'Turku', '1.1.2025']]),
    }
    const log = await readServiceLog(Object.entries(files).map(([name, bytes]) => {
      writeFileSync(join(folder, name), bytes)
      return { path: join(folder, name), name }
    }))
    expect(log.findings).toEqual([])
    expect(log.items.map(({ id, serviceDate, net, gross, description, source }) => ({ id, serviceDate, net, gross, description, row: source.row }))).toEqual([
      { id: 'K-1', serviceDate: '2026-03-01', net: 123456789n, gross: 123456789n, description: `Käynti; "kotona", ${lineEnd}toinen rivi – Åsa`, row: 2 },
      { id: 'K-2', serviceDate: '2026-03-01', net: -1250n, gross: -1250n, description: `Käynti; "kotona", ${lineEnd}toinen rivi – Åsa`, row: 3 },
    ])
  })

  it('takes its delimiter from a first line that says it, which is no row', async () => {
    writeFileSync(join(folder, 'sep.csv'), 'sep=,\r\nAsiakastunnus,Kotikunta,Alkaen\r\nA,Turku,1.1.2025\r\n')
    await expect(readServiceLog([{ path: join(folder, 'sep.csv'), name: 'sep.csv' }])).rejects.toMatchObject({ code: 'input-without-sheet', values: { sheet: 'costs' } })
  })
})
