import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runKorvaus } from '../commands/run-korvaus.js'
import { newOpeningKey, openPersons } from '../../src/packet/seal.js'
import { everyFile, withoutSpaces } from './every-text.js'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

/** Numbers as organisations write them: in one word or several, with signs of all kinds. */
const number = fc.tuple(fc.constantFrom('Zq-', 'ZQ ', 'zq/', 'Zq#', 'zq.', 'Zq:n '), fc.integer({ min: 10_000, max: 99_999 }), fc.constantFrom('', '/2026', ' B', '-x')).map((parts) => parts.join(''))
const numbers = fc.uniqueArray(number, { minLength: 13, maxLength: 13, selector: (one) => one.toLowerCase() })
const months = ['2026-02', '2026-03'] as const
const packetOf = (month: string) => `packets/korvaus_1234567-1_${month}_01`

interface Ids {
  readonly own: readonly string[]
  readonly shared: Readonly<Record<'case' | 'other' | 'decision' | 'worker' | 'voucher', string>>
}

/** One person with services in two months that share decision, worker and voucher, and texts that mention every number. */
async function workspaceOf(own: readonly string[], recipient: string): Promise<{ folder: string; ids: Ids }> {
  const [theCase = '', other = '', decision = '', worker = '', voucher = '', ...rest] = own
  const folder = await mkdtemp(join(tmpdir(), 'korvaus-unlinkable-'))
  folders.push(folder)
  const workbook = new ExcelJS.Workbook()
  const sheet = (name: string, rows: (string | number)[][]) => workbook.addWorksheet(name).addRows(rows)
  const mention = (which: number) => `Asiakas ${theCase}, rivi ${rest[which]}, tosite ${voucher}: päätös ${decision}.`
  const row = (which: number, day: string, more: (string | number)[] = []) => [rest[which] as string, theCase, day, 'Terveydenhuolto', mention(which), `Ihmiskaupan uhrin erityinen tarve, ks. (${decision}) ja ${theCase}`, 'Terapiakeskus', 'Yritys', 100 + which, 0, 100 + which, which % 2 === 0 ? voucher : (rest[6] as string), decision, worker, ...more]
  sheet('Kustannukset', [
    ['Rivitunnus', 'Asiakastunnus', 'Palvelupäivä', 'Kustannuslaji', 'Kuvaus', 'Erityistarpeen perustelu', 'Palveluntuottaja', 'Tuottajan laji', 'Netto', 'ALV', 'Brutto', 'Tositenumero', 'Päätösnumero', 'Työntekijän tunnus', 'Hyvittää rivin'],
    row(0, '2026-02-10'), row(1, '2026-03-10'), row(2, '2026-02-11'), row(2, '2026-02-11').with(0, rest[3] as string), row(4, '2026-03-12', [rest[1] as string]).with(8, -20).with(10, -20),
    row(1, '2026-03-13').with(0, rest[7] as string).with(11, voucher),
    row(5, '2026-03-13').with(1, other).with(2, '2026-03-45'),
  ])
  sheet('Asiakkaat', [['Asiakastunnus', 'Otettu auttamisjärjestelmään', 'Ottamisperuste', 'Turvakielto'], [theCase, '2025-01-01', 'victim', 'ei'], [other, '2025-01-01', 'victim', 'ei']])
  sheet('Kotikunnat', [['Asiakastunnus', 'Kotikunta', 'Alkaen'], [theCase, 'Turku', '2025-01-01'], [other, 'Turku', '2025-01-01']])
  sheet('Päätökset', [['Päätösnumero', 'Asiakastunnus', 'Viranomainen', 'Päätöspäivä', 'Voimassa alkaen', 'Voimassa asti', 'Ratkaisu'], ...[theCase, other].map((one) => [decision, one, 'Lounais-Suomen elinvoimakeskus', '2026-01-10', '2026-01-01', '2026-12-31', 'Myönnetty'])])
  await writeFile(join(folder, 'loki.xlsx'), new Uint8Array(await workbook.xlsx.writeBuffer()))
  await writeFile(join(folder, 'korvaus.yaml'), `claimant: { kind: wellbeing-services-county, name: Esimerkin hyvinvointialue, businessId: 1234567-1, county: "05", iban: FI21 1234 5600 0007 85 }\ninputs: [{ path: loki.xlsx }]\npseudonyms: per-packet\nseal: { recipients: [${recipient}] }\n`)
  return { folder, ids: { own, shared: { case: theCase, other, decision, worker, voucher } } }
}

/** Every identifier that a packet's data holds. */
async function identifiersOf(folder: string, month: string): Promise<Set<string>> {
  const claim = JSON.parse(await readFile(join(folder, packetOf(month), 'claim.json'), 'utf8')) as { facts: { items: { id: string; case?: string; duplicateOf?: string; sameVoucherAs?: string; grossOf?: string; nearestWith?: string; claimedAs?: string }[]; cases: { id: string }[] }; decisions: { decision: string; case: string }[]; details: Record<string, Record<string, string>> }
  const reviews = JSON.parse(await readFile(join(folder, packetOf(month), 'reviews.json'), 'utf8')) as { item: string }[]
  return new Set([
    ...claim.facts.items.flatMap((item) => [item.id, item.case, item.duplicateOf, item.sameVoucherAs, item.grossOf, item.nearestWith, item.claimedAs]),
    ...claim.facts.cases.map(({ id }) => id),
    ...claim.decisions.flatMap((one) => [one.decision, one.case]),
    ...Object.entries(claim.details).flatMap(([id, { voucher, decision, worker, credits }]) => [id, voucher, decision, worker, credits]),
    ...reviews.map(({ item }) => item),
  ].filter((one) => one !== undefined))
}

describe('packets of one claimant with pseudonyms of their own', () => {
  it('share no case, item, voucher, decision or worker that an outsider could link them by, and verify all the same', { timeout: 120_000 }, async () => {
    const { recipient, identity } = await newOpeningKey()
    await fc.assert(
      fc.asyncProperty(numbers, async (own) => {
        const { folder, ids } = await workspaceOf(own, recipient)
        const run = (...argv: string[]) => runKorvaus([...argv, '--as-of', '2026-11-23', '--lang', 'en'], folder)
        for (const month of months) {
          const checked = JSON.parse((await run('check', '--period', month, '--format', 'json')).stdout) as { items: { id: string; outcome: string; findings: { rule: string; effect: string }[] }[] }
          const asked = checked.items.filter(({ outcome }) => outcome === 'review').flatMap(({ id, findings }) => findings.filter(({ effect }) => effect === 'review').map((finding) => [id, finding.rule] as const))
          if (month === months[0]) expect(asked.length).toBeGreaterThan(0)
          for (const [id, code] of asked) expect(await run('review', '--item', id, '--rule', code, '--answer', 'accept', '--reason', `Päätös ${ids.shared.decision} kattaa rivin ${id}`, '--by', 'Talouspäällikkö', '--period', month)).toMatchObject({ exitCode: 0 })
          const prepared = await run('prepare', '--period', month, '--yes')
          expect(prepared.exitCode, prepared.stderr).toBeLessThan(2)
          const verified = await runKorvaus(['verify', packetOf(month), '--source', 'loki.xlsx', '--lang', 'en'], folder)
          expect(verified.exitCode, verified.stdout).toBe(0)
        }
        const [first, second] = [await identifiersOf(folder, months[0]), await identifiersOf(folder, months[1])]
        expect(first.size).toBeGreaterThanOrEqual(8)
        expect(await readFile(join(folder, packetOf(months[1]), 'claim.json'), 'utf8')).toContain('"nearestWith"')
        expect([...first].filter((one) => second.has(one))).toEqual([])
        for (const [month, strangers] of [[months[0], second], [months[1], first]] as const) {
          const seen = await everyFile(join(folder, packetOf(month)))
          for (const { where, text } of seen) {
            const plain = withoutSpaces(text).toLowerCase()
            for (const one of own) expect(plain.includes(withoutSpaces(one).toLowerCase()) ? `${where} of ${month} holds ${one}` : '').toBe('')
            for (const one of strangers) expect(text.includes(one) ? `${where} of ${month} holds ${one} of the other` : '').toBe('')
          }
        }
        const { persons, ownNumbers } = await openPersons(new Uint8Array(await readFile(join(folder, packetOf(months[0]), 'persons.age'))), [identity], 'persons.age')
        expect(persons.map(({ ownCase }) => ownCase)).toEqual([ids.shared.case])
        expect(Object.values(ownNumbers?.decisions ?? {})).toEqual([ids.shared.decision])
        expect(Object.values(ownNumbers?.vouchers ?? {})).toContain(ids.shared.voucher)
        expect((await run('prepare', '--period', months[0], '--yes')).stderr).toContain('Nothing changed')
      }),
      { numRuns: 2, seed: 20_261_124, endOnFailure: true },
    )
  })
})
