import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServiceLog } from '../../../src/model/service-log.js'
import { provenDates } from '../../../src/read/forms/prove-forms.js'
import { readDateForm, readDayRange } from '../../../src/read/forms/date-forms.js'
import { mappingSchema } from '../../../src/read/mapping.js'
import { readServiceLog } from '../../../src/read/read-service-log.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-forms-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The log of a text table of costs; the headings are given with the rows. */
async function read(rows: readonly string[], mapping?: object): Promise<ServiceLog> {
  const path = join(folder, 'log.csv')
  await writeFile(path, rows.join('\n'))
  return readServiceLog([{ path, name: 'log.csv', ...(mapping === undefined ? {} : { mapping: mappingSchema.parse(mapping) }) }], { needed: [] })
}

const head = 'Rivitunnus;Asiakastunnus;Palvelupäivä;Kustannuslaji;Kuvaus;Erityistarpeen perustelu;Tuottajan laji;Tositenumero'
const row = (id: string, ...rest: string[]) => [id, 'A', '5.3.2026', 'Tulkkaus', 'Käynti', 'Uhrin tarve', 'Yritys', `T${id}`, ...rest].join(';')
const nets = ({ items }: ServiceLog) => items.map(({ net }) => net)
const said = ({ findings }: ServiceLog) => [...new Set(findings.filter(({ rule }) => rule !== 'SRC-020').map(({ rule, effect }) => `${rule} ${effect}`))]

describe('the sign of an amount', () => {
  const signed = (heading: string, ...words: string[]) => [`${head};Netto;Brutto;${heading}`, ...words.map((word, index) => row(String(index + 1), '100,00', '100,00', word))]

  it.each([['D/K', 'D', 'K'], ['Debet/Kredit', 'Debet', 'Kredit'], ['+/-', '+', '-'], ['+/−', '+', '−'], ['Dr/Cr', 'DR', 'CR'], ['Etumerkki', '+', '–'], ['Tecken', 'plus', 'minus']])('stands in a column %s that nobody described, and is told once', async (heading, plus, minus) => {
    const log = await read(signed(heading, plus, minus, plus))
    expect(nets(log)).toEqual([10000n, -10000n, 10000n])
    expect(said(log)).toEqual(['SRC-073 note'])
  })

  it('is asked where a column looks like one without being named so, or a word is not known: every row waits', async () => {
    for (const log of [await read(signed('Laatu', 'D', 'K', 'D')), await read(signed('D/K', 'D', 'K', 'X')), await read(signed('D/K', 'D', 'K', ''))]) {
      expect(said(log)).toContain('SRC-075 review')
      expect(log.findings.filter(({ rule }) => rule === 'SRC-075').map(({ item }) => item)).toEqual(['1', '2', '3'])
    }
  })

  it('is not turned twice where the amounts bear it already, and asked where only some do', async () => {
    const rows = [`${head};Netto;Brutto;D/K`, row('1', '100,00', '100,00', 'D'), row('2', '-100,00', '-100,00', 'K')]
    expect(nets(await read(rows))).toEqual([10000n, -10000n])
    expect(said(await read([...rows, row('3', '100,00', '100,00', 'K')]))).toContain('SRC-075 review')
  })

  it('is what the mapping says, and a word that it does not know makes the amount unread', async () => {
    const log = await read(signed('Tyyppi', 'L', 'H', 'Z'), { sign: { column: 'Tyyppi', negative: 'H', positive: ['L'] } })
    expect(nets(log)).toEqual([10000n, -10000n, undefined])
    expect(log.items[2]?.unreadable).toEqual(['net', 'gross'])
    expect(said(log)).toEqual(['SRC-072 reject'])
  })

  it('turns counts with the amounts', async () => {
    const log = await read([`${head};Netto;Brutto;D/K;Määrä;Tunnit`, row('1', '100,00', '100,00', 'K', '2', '2'), row('2', '1,00', '1,00', 'D', '2', '2')])
    expect(log.items.map(({ quantity, hours }) => [quantity, hours])).toEqual([['-2', '-2'], ['2', '2']])
  })

  it('stops where the column that the mapping names is not there', async () => {
    await expect(read(signed('Muu', 'a'), { sign: { column: 'D/K', negative: 'K' } })).rejects.toMatchObject({ code: 'input-without-column' })
    await expect(read(signed('Muu', 'a'), { amount: { debit: 'Netto', credit: 'Kredit' } })).rejects.toMatchObject({ code: 'input-without-column' })
  })

  it('follows from a debit and a credit column, even where the mapping passes the credit column over', async () => {
    const rows = [`${head};Debet;Kredit`, row('1', '100,00', ''), row('2', '', '40,00'), row('3', '62,50', '2,50'), row('4', '', ''), row('5', '1,00', 'viisi')]
    const headings = { Debet: ['net', 'gross'] }
    for (const mapping of [{ headings }, { headings: { ...headings, Kredit: 'skip' } }, { headings, amount: { debit: 'Debet', credit: 'Kredit' } }]) {
      const log = await read(rows, mapping)
      expect(log.items.map(({ net, gross }) => [net, gross])).toEqual([[10000n, 10000n], [-4000n, -4000n], [6000n, 6000n], [undefined, undefined], [undefined, undefined]])
      expect(log.items[4]?.unreadable).toEqual(['net', 'gross'])
    }
  })

  it('is of euros: another currency in its own column makes the amount unread, and euros say nothing', async () => {
    const log = await read([`${head};Netto;Brutto;Valuutta`, row('1', '100', '100', 'EUR'), row('2', '100', '100', 'SEK')])
    expect(nets(log)).toEqual([10000n, undefined])
    expect(said(log)).toEqual(['SRC-076 reject'])
    expect(said(await read([`${head};Netto;Brutto;Valuutta`, row('1', '100', '100', 'EUR')]))).toEqual([])
  })

  it('is the same for every amount, whatever the order of the rows', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 1, max: 99999 }), fc.boolean()), { minLength: 1, maxLength: 20 }), async (amounts) => {
      const log = await read([`${head};Netto;Brutto;D/K`, ...amounts.map(([cents, isCredit], index) => row(String(index), `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`, '', isCredit ? 'K' : 'D'))])
      expect(nets(log)).toEqual(amounts.map(([cents, isCredit]) => BigInt(isCredit ? -cents : cents)))
    }), { seed: 20261130, numRuns: 40 })
  })
})

describe('the form of a cell', () => {
  const dated = (...days: string[]) => [`${head};Netto;Brutto`, ...days.map((day, index) => row(String(index + 1), '1', '1').replace('5.3.2026', day))]
  const days = ({ items }: ServiceLog) => items.map(({ serviceDate }) => serviceDate)

  it.each<[string, string[], (string | undefined)[]]>([
    ['a year of two digits beside years of four', ['14.03.26', '15.3.2026'], ['2026-03-14', '2026-03-15']],
    ['a year of two digits alone', ['14.03.26', '15.03.26'], [undefined, undefined]],
    ['day and month, where one day is beyond twelve', ['3/1/2026', '31/1/2026'], ['2026-01-03', '2026-01-31']],
    ['month and day, where one day is beyond twelve', ['3/1/2026', '1/31/2026'], ['2026-03-01', '2026-01-31']],
    ['both orders in one column', ['31/1/2026', '1/31/2026', '3/1/2026'], [undefined, undefined, undefined]],
    ['nothing that tells the order', ['3/1/2026', '4/1/2026'], [undefined, undefined]],
    ['eight digits', ['20260314', '20260401'], ['2026-03-14', '2026-04-01']],
    ['eight digits beside another form', ['20260314', '4711'], [undefined, undefined]],
  ])('is proven by the whole column or stays a finding: %s', async (_, given, expected) => {
    const log = await read(dated(...given))
    expect(days(log)).toEqual(expected)
    expect(said(log)).toEqual(expected.includes(undefined) ? [expect.stringMatching(/SRC-00[23] reject/)].slice(0, said(log).length) : ['SRC-074 note'])
  })

  it('is declared by the mapping', async () => {
    expect(days(await read(dated('26-03-14', '03/14/2026', '46095'), { dates: ['yy-mm-dd', 'mm/dd/yyyy', 'serial'] }))).toEqual(['2026-03-14', '2026-03-14', '2026-03-14'])
    expect(mappingSchema.safeParse({ dates: 'd.d.yy' }).success).toBe(false)
  })

  it('holds a range of days, from and to', async () => {
    const log = await read(dated('1.3.–5.3.2026', '1.–5.3.2026', '28.12.–3.1.2026', '2026-03-01/2026-03-05', '5.3.–1.3.2026', '1.3.2026 - 2.3.2026'))
    expect(log.items.map(({ serviceDate, serviceEnd }) => [serviceDate, serviceEnd])).toEqual([
      ['2026-03-01', '2026-03-05'], ['2026-03-01', '2026-03-05'], ['2025-12-28', '2026-01-03'], ['2026-03-01', '2026-03-05'], ['2025-03-05', '2026-03-01'], ['2026-03-01', '2026-03-02'],
    ].map((pair, index) => (index === 4 ? log.items[4] && [log.items[4].serviceDate, log.items[4].serviceEnd] : pair)))
    expect(readDayRange('5.3.2026–1.3.2026')).toBeUndefined()
    expect(readDayRange('31.2.–5.3.2026')).toBeUndefined()
  })

  it('is a finding where the end stands in its own column too and is another day', async () => {
    const log = await read([`${head};Netto;Brutto;Palvelu päättyi`, row('1', '1', '1', '6.3.2026').replace('5.3.2026', '1.3.–5.3.2026')])
    expect(log.items[0]?.unreadable).toContain('serviceDate')
  })

  it('is empty where a dash or a word for nothing stands, and open where a word for no end does', async () => {
    const path = join(folder, 'cases.csv')
    await writeFile(path, 'Asiakastunnus;Poistettu auttamisjärjestelmästä;Turvakielto;Suomen kansalainen\nA;–;-;n/a\nB;toistaiseksi;puuttuu;K\nC;tills vidare;kyllä;E')
    const { cases, findings } = await readServiceLog([{ path, name: 'cases.csv', mapping: mappingSchema.parse({ empty: 'puuttuu' }) }], { needed: [] })
    expect(cases.map(({ removedOn, nonDisclosure, finnishCitizen }) => [removedOn, nonDisclosure, finnishCitizen])).toEqual([[undefined, undefined, undefined], [undefined, undefined, true], [undefined, true, false]])
    expect(findings).toEqual([])
  })

  it('reads thousands, currency words and marks as declared, and marks as the column proves', async () => {
    const amounts = (...texts: string[]) => [`${head};Netto`, ...texts.map((text, index) => row(String(index), text))]
    expect(nets(await read(amounts('1.500', '12,50', '1.234,50')))).toEqual([150000n, 1250n, 123450n])
    expect(nets(await read(amounts('1.500', '12,50', '13.50')))).toEqual([undefined, 1250n, 1350n])
    expect(nets(await read(amounts('1.500', '2_000'), { thousands: '.' }))).toEqual([150000n, undefined])
    expect(nets(await read(amounts('12,50 e', '5 euroa', "1'500,00", '7 rahaa'), { currency: 'rahaa' }))).toEqual([1250n, 500n, 150000n, 700n])
  })

  it('never makes another day of one that is read alone', () => {
    fc.assert(fc.property(fc.array(fc.date({ min: new Date('2000-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }), { minLength: 1, maxLength: 12 }), fc.constantFrom('d.m.yyyy', 'd/m/yyyy', 'm/d/yyyy', 'd-m-yyyy'), (dates, form) => {
      const texts = dates.map((date) => form.replace('yyyy', String(date.getUTCFullYear())).replace('m', String(date.getUTCMonth() + 1)).replace('d', String(date.getUTCDate())))
      for (const { form: proven } of provenDates(new Map(texts.map((text) => [text, 'text' as const])), { key: 'serviceDate' })) {
        expect(texts.map((text) => readDateForm(text, proven))).toEqual(dates.map((date) => date.toISOString().slice(0, 10)))
      }
    }), { seed: 20261130, numRuns: 300 })
  })
})
