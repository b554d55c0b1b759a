import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { askedBy } from '../../src/claim/facts/asked.js'
import { assess } from '../../src/claim/assess.js'
import { deadlineOf } from '../../src/claim/deadline.js'
import { deriveFacts } from '../../src/claim/derive-facts.js'
import type { Assessment } from '../../src/model/assessment.js'
import type { ClaimJson } from '../../src/model/claim.js'
import { addDays } from '../../src/model/dates.js'
import { inputsKeyOf } from '../../src/model/inputs.js'
import { parsePeriod, type Period } from '../../src/model/period.js'
import { withPacketPseudonyms } from '../../src/packet/pseudonyms.js'
import { newOpeningKey, openPersons } from '../../src/packet/seal.js'
import { compileRuleBook } from '../../src/rules/engine/compile-book.js'
import { loadRuleBook } from '../../src/rules/load-book.js'
import { aCase, aDecision, aLog, anItem, aResidence } from '../claim/log-builder.js'
import { county, judged } from '../claim/judged.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { aClient, aCost, firstClient, logFiles, logOf, smallWorkspace } from '../end-to-end/small-workspace.js'
import { everyFile } from './every-text.js'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))
const asOf = ['--as-of', '2026-11-23', '--lang', 'en']
const packetOf = (month: string) => `packets/korvaus_1234567-1_${month}_01`
const sources = Object.values(logFiles).flatMap((file) => ['--source', file])

async function prepared(log: Parameters<typeof smallWorkspace>[0], config: string, months: readonly string[]): Promise<string> {
  const folder = await smallWorkspace(log, config)
  folders.push(folder)
  for (const month of months) {
    const { exitCode, stderr } = await runKorvaus(['prepare', '--period', month, '--yes', '--leave-unread', ...asOf], folder)
    expect(exitCode, stderr).toBeLessThan(2)
  }
  return folder
}

const read = async <Json>(folder: string, month: string, name: string) => JSON.parse(await readFile(join(folder, packetOf(month), name), 'utf8')) as Json

it('The number of a protected client’s decision, in which a place can stand, is in no unsealed file; the annex leads back to it.', { timeout: 120_000 }, async () => {
  const { recipient, identity } = await newOpeningKey()
  const number = 'Raisio/2026-17'
  const log = logOf(
    [aCost('R-1'), aCost('R-2', { case: 'S-1', decision: number }), aCost('R-3', { case: 'S-1', decision: number, net: '' }), aCost('R-4', { case: 'S-1', decision: 'Raisio / 2026-17' }), aCost('R-5', { case: 'S-1', decision: 'Raisio/2026-18' })],
    firstClient, aClient('S-1', number, { nonDisclosure: 'kyllä' }),
  )
  const folder = await prepared(log, `seal: { recipients: [${recipient}] }\n`, ['2026-03'])
  const seen = (await everyFile(join(folder, packetOf('2026-03')))).filter(({ where }) => where !== '/rule-book.json')
  expect(seen.filter(({ text }) => /raisio|2026-1[78]\b/i.test(text.replace(/\s/g, ''))).map(({ where }) => where)).toEqual([])
  const { details, decisions } = await read<ClaimJson>(folder, '2026-03', 'claim.json')
  expect(details['R-1']?.decision).toBe('P-1')
  expect(details['R-2']?.decision).toMatch(/^[A-Z2-9]{7}$/)
  expect(decisions.map(({ decision }) => decision).sort()).toEqual([details['R-2']?.decision, 'P-1'].sort())
  const { persons } = await openPersons(new Uint8Array(await readFile(join(folder, packetOf('2026-03'), 'persons.age'))), [identity], 'persons.age')
  expect(persons.map((one) => one.decisions)).toEqual([undefined, { [details['R-2']?.decision as string]: number }])

  expect(await runKorvaus(['verify', packetOf('2026-03'), ...sources], folder)).toMatchObject({ exitCode: 0 })
  const elsewhere = await mkdtemp(join(tmpdir(), 'korvaus-elsewhere-'))
  folders.push(elsewhere)
  await cp(join(folder, packetOf('2026-03')), join(elsewhere, 'packet'), { recursive: true })
  for (const file of Object.values(logFiles)) await cp(join(folder, file), join(elsewhere, file))
  await writeFile(join(elsewhere, 'opening.age'), `${identity}\n`)
  const verify = (...more: string[]) => runKorvaus(['verify', 'packet', ...sources, ...more, '--format', 'json', '--lang', 'en'], elsewhere)
  expect(JSON.parse((await verify()).stdout)).toMatchObject({ differences: [], unproven: [{ code: 'inputs-not-compared' }] })
  expect((await verify('--identity', 'opening.age')).exitCode).toBe(0)
  const decisionsFile = join(elsewhere, logFiles.decisions)
  await writeFile(decisionsFile, (await readFile(decisionsFile, 'utf8')).replaceAll(number, 'Raisio/2026-99'))
  await writeFile(join(elsewhere, logFiles.costs), (await readFile(join(elsewhere, logFiles.costs), 'utf8')).replaceAll(number, 'Raisio/2026-99'))
  expect(JSON.parse((await verify('--identity', 'opening.age')).stdout)).toMatchObject({ differences: expect.arrayContaining([expect.objectContaining({ code: 'source-item' })]) })
})

it('Under pseudonyms per packet no name of a file or sheet, no row, no order and no day of admission joins two packets; both are proven.', { timeout: 120_000 }, async () => {
  const clients = ['A-1', 'B-2', 'C-3', 'D-4', 'E-5', 'F-6']
  const costs = ['2026-02', '2026-03'].flatMap((month) => clients.map((one, index) => aCost(`${one}/${month}`, { case: one, decision: `P-${one}`, serviceDate: `${month}-0${index + 1}`, net: `${100 + index},00` })))
  const log = logOf([...costs, aCost('X-1', { net: 'x' })], ...clients.map((one, index) => aClient(one, `P-${one}`, { admittedOn: `2018-02-1${index}` })))
  const folder = await prepared(log, 'pseudonyms: per-packet\n', ['2026-02', '2026-03'])
  const facts = await Promise.all(['2026-02', '2026-03'].map(async (month) => {
    expect(await runKorvaus(['verify', packetOf(month), ...sources, ...asOf], folder)).toMatchObject({ exitCode: 0 })
    const seen = (await everyFile(join(folder, packetOf(month)))).filter(({ where }) => where !== '/rule-book.json')
    for (const trace of ['kustannukset', 'asiakkaat', 'kotikunnat', 'paatokset', '2018-02-1', '10.2.2018']) expect(seen.filter(({ text }) => text.includes(trace)).map(({ where }) => `${where}: ${trace}`)).toEqual([])
    const { items } = await read<Assessment>(folder, month, 'assessment.json')
    expect(items.map(({ id }) => id)).toEqual(items.map(({ id }) => id).sort())
    const claim = await read<ClaimJson>(folder, month, 'claim.json')
    expect(claim.facts.cases.map(({ id }) => id)).toEqual(claim.facts.cases.map(({ id }) => id).sort())
    return { places: new Set(items.flatMap(({ source: { file, sheet } }) => [file, sheet])), days: claim.facts.cases.map(({ admittedOn }) => admittedOn as string), paths: claim.inputs.map(({ path }) => path) }
  }))
  const [first, second] = facts as [(typeof facts)[0], (typeof facts)[0]]
  expect([...first.places, ...first.paths].filter((one) => second.places.has(one) || second.paths.includes(one))).toEqual([])
  expect(new Set([...first.days, ...second.days]).size).toBeLessThan(3)
})

it('Where an ID of a client or a row holds a client’s name, the check says so and the packet calls all of them otherwise.', { timeout: 120_000 }, async () => {
  const log = logOf([aCost('VIRTANEN-1', { case: 'Virtanen.M', description: 'Soita 040 123 4567, asuu Turussa' }), aCost('Tuki-2', { case: 'Virtanen.M', serviceDate: '2026-03-09' })], aClient('Virtanen.M', 'P-1', { name: 'Maija Virtanen' }))
  const folder = await prepared(log, '', ['2026-03'])
  const checked = await runKorvaus(['check', '--period', '2026-03', '--format', 'json', ...asOf], folder)
  expect((JSON.parse(checked.stdout) as Assessment).findings.filter(({ rule }) => rule === 'SRC-053')).toHaveLength(2)
  const seen = await everyFile(join(folder, packetOf('2026-03')))
  expect(seen.filter(({ text }) => /virtanen/i.test(text)).map(({ where }) => where)).toEqual([])
  expect(await runKorvaus(['verify', packetOf('2026-03'), ...sources, ...asOf], folder)).toMatchObject({ exitCode: 0 })
})

it('A text that holds an identifier is withheld whole, as what else it says may be of the same person.', () => {
  const { claim } = judged(aLog([anItem({ id: 'R-1', description: 'Soita 040 123 4567, asuu Turussa', need: 'Ihmiskaupan uhrin tarve' })]), { period: '2026-03' })
  expect(claim.details['R-1']).toMatchObject({ description: '[…]', need: 'Ihmiskaupan uhrin tarve' })
})

it('A day of admission is told so that every rule of every book judges as with the day itself.', { timeout: 120_000 }, async () => {
  const day = (index: number) => addDays('2024-11-20', index * 9)
  const cases = Array.from({ length: 80 }, (_, index) => `C${index}`)
  const log = aLog(
    cases.flatMap((theCase, index) => ['2026-03-02', '2026-03-15', '2026-03-30'].map((serviceDate, which) => anItem({ id: `${theCase}-${which}`, case: theCase, serviceDate, decision: theCase, net: BigInt(1000 + index * 3 + which), gross: BigInt(1000 + index * 3 + which) }, index * 3 + which + 2))),
    { cases: cases.map((theCase, index) => aCase({ case: theCase, admittedOn: day(index) })), residences: cases.map((theCase) => aResidence({ case: theCase })), decisions: cases.map((decision) => aDecision({ decision, case: decision })) },
  )
  const period = parsePeriod('2026-03') as Period
  for (const version of ['2026.1', '2026.2', '2026.3', '2026.4', '2026.5', '2026.6']) for (const more of [{}, { daysBeforeAdmission: 5 }]) {
    const book = compileRuleBook(await loadRuleBook({ version }))
    const asked = askedBy(book.book.rules, '2026-11-23')
    const policy = { ...Object.fromEntries(book.book.policies.map((one) => [one.name, one.default])), ...more }
    const facts = deriveFacts(log, { claimant: county, asOf: '2026-11-23', period, policy, tables: book.book.tables, deadline: (on) => deadlineOf(on, book.book), asked })
    const pseudonyms = withPacketPseudonyms(log, inputsKeyOf(new Uint8Array(32), version), version)
    const judge = (of: typeof facts, rows: typeof log) => assess({ log: rows, facts: of, book, claimant: county, reviews: [], language: 'en', period, toolVersion: '0.0.0' })
    const said = ({ items }: Assessment, own: (id: string) => string) => Object.fromEntries(items.map(({ id, outcome, findings }) => [own(id), [outcome, ...findings.map(({ rule }) => rule).sort()].join(' ')]))
    const [exact, told] = [judge(facts, log), judge(pseudonyms.facts(facts, asked), pseudonyms.log)]
    expect(said(told, (id) => pseudonyms.originals.item.get(id) as string)).toEqual(said(exact, (id) => id))
    expect([...new Set(Object.values(said(exact, (id) => id)))].map((one) => /PER-003/.test(one)).sort()).toEqual([false, true])
  }
})
