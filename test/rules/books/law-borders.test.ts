import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Example } from '../../../src/rules/book.js'
import { compileRuleBook, type CompiledBook } from '../../../src/rules/engine/compile-book.js'
import { factsOf } from '../../../src/rules/workbench/examples.js'
import { publishedOn } from '../../../src/rules/engine/published.js'
import { judge } from '../../../src/rules/engine/judge.js'
import { releasedVersions } from '../../../src/rules/released-books.js'
import { resolveFolder } from '../../../src/rules/resolve-folder.js'

/**
 * Both sides of every border of the law, as a lawyer would lay them side by side. Each row is one cost of one day; the
 * last two columns name the rules that reject it and those that a person must answer before it may be claimed. All
 * else about the cost is in order: a client in the assistance system who lives in the claimant's area, a statement, a
 * decision, a programme, a voucher.
 */
const newest = (await releasedVersions()).at(-1) as string
const book: CompiledBook = compileRuleBook(await resolveFolder(fileURLToPath(new URL(`../../../src/rules/books/${newest}`, import.meta.url))))

describe('the law on both sides of each border day', async () => {
  const [head = [], ...rows] = cellsOf(await readFile(new URL('../../../fixtures/rules/books/border-days.md', import.meta.url), 'utf8'))

  it.each(rows)('on %s is as the table says', (...row) => {
    const day = row[0] as string
    expect(Object.fromEntries(head.map((column, index) => [column, row[index]]))).toEqual(lawOn(day))
  })

  it('leaves out no first and no last day of a regime', () => {
    const days = book.book.tables.regimes.flatMap(({ from, to }) => [dayBeside(from, -1), from, ...(to === undefined ? [] : [to])])
    expect([...new Set(days)].filter((day) => !rows.some(([shown]) => shown === day))).toEqual([])
  })
})

describe('who may claim health care, by the day of the service', () => {
  check(`
    day        | claimant                  | rejected by | to be judged
    2006-12-31 | municipality              | REG-002     |
    2007-01-01 | municipality              |             |
    2009-12-31 | municipality              |             |
    2010-01-01 | municipality              |             |
    2011-08-31 | municipality              |             |
    2011-09-01 | municipality              |             |
    2014-12-31 | municipality              |             |
    2015-01-01 | municipality              |             |
    2022-12-31 | municipality              |             |
    2023-01-01 | municipality              |             | CLM-002
    2025-01-01 | municipality              |             | CLM-002
    2026-01-01 | municipality              |             | CLM-002
    2006-12-31 | wellbeing-services-county | REG-002     |
    2007-01-01 | wellbeing-services-county | CLM-001     |
    2022-12-31 | wellbeing-services-county | CLM-001     |
    2023-01-01 | wellbeing-services-county |             |
    2024-12-31 | wellbeing-services-county |             |
    2025-01-01 | wellbeing-services-county |             |
    2025-12-31 | wellbeing-services-county |             |
    2026-01-01 | wellbeing-services-county |             |
    2022-12-31 | city-of-helsinki          |             |
    2023-01-01 | city-of-helsinki          |             |
    2025-01-01 | city-of-helsinki          |             |
    2022-12-31 | hus                       | CLM-001     |
    2023-01-01 | hus                       |             | CLM-003
    2025-01-01 | hus                       |             | CLM-003
    2022-12-31 | aland-municipality        |             |
    2023-01-01 | aland-municipality        |             | CLM-011
    2025-01-01 | aland-municipality        |             | CLM-011
    2022-12-31 | aland-health-authority    | CLM-005     |
    2024-12-31 | aland-health-authority    | CLM-005     |
    2025-01-01 | aland-health-authority    |             |
    2027-12-31 | wellbeing-services-county |             |
    2028-01-01 | wellbeing-services-county | REG-001     |
  `, (day, claimant) => ({ item: { serviceDate: day }, claimant: { kind: claimant } }))
})

describe('until when, by the day of the service and of the claim', () => {
  check(`
    day        | claimed on | rejected by | to be judged
    2007-01-01 | 2009-12-31 |             |
    2007-01-01 | 2010-01-01 |             | DL-002
    2011-08-31 | 2013-12-31 |             |
    2011-08-31 | 2014-01-01 |             | DL-002
    2011-09-01 | 2013-12-31 |             |
    2011-09-01 | 2014-01-01 | DL-001      |
    2014-12-31 | 2016-12-31 |             |
    2009-12-31 | 2012-01-02 |             |
    2009-12-31 | 2012-01-03 |             | DL-002
    2014-12-31 | 2017-01-02 |             |
    2014-12-31 | 2017-01-03 | DL-001      |
    2015-01-01 | 2017-12-31 |             |
    2015-01-01 | 2018-01-02 |             |
    2015-01-01 | 2018-01-03 | DL-001      |
    2022-12-31 | 2024-12-31 |             |
    2022-12-31 | 2025-01-01 | DL-001      |
    2023-01-01 | 2025-12-31 |             |
    2023-01-01 | 2026-01-01 | DL-001      |
    2024-12-31 | 2026-12-31 |             |
    2024-12-31 | 2027-01-01 | DL-001      |
    2025-01-01 | 2027-12-31 |             |
    2025-01-01 | 2028-01-01 | DL-001      |
    2026-01-01 | 2028-12-31 |             |
    2026-01-01 | 2029-01-02 |             |
    2026-01-01 | 2029-01-03 | DL-001      |
    2026-03-04 | 2026-03-03 | REG-005     |
  `, (day, asOf) => ({ item: { serviceDate: day }, claimant: { kind: day < '2023' ? 'municipality' : 'wellbeing-services-county' }, claim: { asOf } }))
})

describe('for which person, by the day of the service', () => {
  check(`
    day        | person                                   | rejected by      | to be judged
    2007-01-01 | not admitted                             |                  | PER-002
    2015-06-30 | not admitted                             |                  | PER-002
    2015-07-01 | not admitted                             | PER-001          |
    2026-03-04 | not admitted                             | PER-001          |
    2015-06-30 | not admitted, with a victim's permit     |                  |
    2015-07-01 | not admitted, with a victim's permit     | PER-001          |
    2015-06-30 | admitted the day after                   |                  | PER-002
    2015-07-01 | admitted the day after                   | PER-003          |
    2026-03-04 | admitted the day after                   | PER-003          |
    2026-03-04 | admitted that day                        |                  |
    2026-03-04 | removed that day                         |                  |
    2015-06-30 | removed the day before                   |                  |
    2015-07-01 | removed the day before                   |                  | PER-004
    2015-07-01 | removed 91 days before                   | PER-005          |
    2026-03-04 | removed the day before                   |                  | PER-004
    2026-03-04 | removed 91 days before                   | PER-005          |
    2007-01-01 | no municipality of residence             |                  | PER-019
    2011-08-31 | no municipality of residence             |                  | PER-019
    2011-09-01 | no municipality of residence             | PER-006          |
    2026-03-04 | no municipality of residence             | PER-006          |
    2011-09-01 | a permit but no municipality             |                  |
    2015-06-30 | a permit but no municipality             |                  |
    2015-07-01 | a permit but no municipality             | PER-006          |
    2026-03-04 | a permit but no municipality             | PER-006          |
    2011-08-31 | residence from the day after             |                  | PER-019
    2011-09-01 | residence from the day after             | PER-006, PER-007 |
    2026-03-04 | residence from the day after             | PER-006, PER-007 |
    2011-08-31 | citizen of Finland                       |                  |
    2011-09-01 | citizen of Finland                       |                  | PER-010
    2024-12-31 | citizen of Finland                       |                  | PER-010
    2025-01-01 | citizen of Finland                       |                  |
    2026-03-04 | lives in another area                    | CLM-006          |
    2026-03-04 | a child without an admission of its own  | PER-001, PER-011 |
    2026-03-04 | wrong identity code                      | PER-013          |
    2026-03-04 | twin but for the separator               |                  | PER-015
  `, (day, person) => ({ item: { serviceDate: day }, claimant: { kind: day < '2023' ? 'municipality' : 'wellbeing-services-county' }, ...persons(day)[person] }))
})

describe('with which papers, by the day of the service', () => {
  check(`
    day        | lacking                     | rejected by | to be judged
    2006-12-31 | statement                   | REG-002     |
    2007-01-01 | statement                   |             |
    2011-08-31 | statement                   |             |
    2011-09-01 | statement                   |             |
    2024-12-31 | statement                   |             |
    2025-01-01 | statement                   |             |
    2007-01-01 | decision                    |             |
    2011-08-31 | decision                    |             |
    2011-09-01 | decision                    |             |
    2024-12-31 | decision                    |             |
    2025-01-01 | decision                    | DEC-001     |
    2026-01-01 | decision                    | DEC-001     |
    2024-12-31 | programme of a municipality |             | CLM-002
    2025-01-01 | programme of a municipality | CLM-007     | CLM-002
    2022-12-31 | programme for a 2 § person  |             | CLM-008
    2024-12-31 | programme for a 2 § person  |             | CLM-002, CLM-008
    2025-01-01 | programme for a 2 § person  | CLM-007     | CLM-002
  `, (day, paper) => ({ ...papers[paper], item: { serviceDate: day, ...papers[paper]?.item }, claimant: { kind: day < '2023' ? 'municipality' : 'wellbeing-services-county', ...papers[paper]?.claimant } }))
})

const withoutDecision = { decisionGiven: false, decisionListed: false, decisionForCase: false, decisionCoversDate: false, decisionCoversCategory: false, decisionResult: undefined, decidedOn: undefined }
const papers: Record<string, Change> = {
  statement: { case: { hasStatement: false, statementOn: undefined, statementResult: undefined } },
  decision: { item: withoutDecision },
  'programme of a municipality': { claimant: { kind: 'municipality', programmeArranged: false, hasAgreement: false } },
  'programme for a 2 § person': { claimant: { kind: 'municipality', programmeArranged: false, hasAgreement: false }, case: { permitSection: '52a.2', permitFrom: '2005-01-01' } },
}

/** The facts of an example in which nothing is wrong, with something changed. */
type Change = Partial<Record<'item' | 'case' | 'claimant' | 'claim', Record<string, unknown>>>

function check(table: string, changeOf: (day: string, other: string) => Change) {
  const [, ...rows] = table.trim().split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  it.each(rows)('%s, %s: rejected by %s; to be judged: %s', (day = '', other = '', rejecting = '', judged = '') => {
    expect(findingsOf(changeOf(day, other))).toEqual({ reject: rejecting, review: judged })
  })
}

/** The rows of a Markdown table, its heading first. */
function cellsOf(markdown: string): string[][] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|') && !/^[|\s-]+$/.test(line))
  return lines.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
}

const claimantColumns = {
  Municipality: 'municipality', County: 'wellbeing-services-county', Helsinki: 'city-of-helsinki', HUS: 'hus', 'Åland municipality': 'aland-municipality', ÅHS: 'aland-health-authority',
}

/** What the program says of a cost of safety on a day, found by judging: a row of the table. */
function lawOn(day: string): Record<string, string> {
  const regime = book.book.tables.regimes.find(({ from, to = '9999' }) => from <= day && day <= to)
  const safety = { serviceDate: day, category: 'SAFETY' }
  const claimed = (kind: string, change: Change = {}) => answer(findingsOf({ ...change, item: { ...safety, ...change.item }, claimant: { kind } }))
  const usual = day < '2023' ? 'municipality' : 'wellbeing-services-county'
  const lastDay = String(publishedOn(book.book, 'deadline', day) ?? '')
  const late = claimed(usual, { claim: { asOf: dayBeside(lastDay === '' ? day : lastDay, 14) } })
  const category = (code: string) => claimed(usual, { item: { category: code } })
  return {
    Day: day,
    Regime: regime?.id ?? '–',
    ...Object.fromEntries(Object.entries(claimantColumns).map(([column, kind]) => [column, claimed(kind)])),
    Decides: regime?.decides ?? '–',
    Pays: regime?.pays ?? '–',
    'No statement': claimed(usual, { case: papers.statement?.case ?? {} }),
    'No decision': claimed(usual, { item: withoutDecision }),
    Cash: category('CASH'),
    Return: category('RETURN'),
    'In time until': lastDay !== '' && claimed(usual, { claim: { asOf: lastDay } }) === 'yes' ? lastDay : '–',
    'Two weeks late': late,
  }
}

function answer({ reject, review }: { reject: string; review: string }): string {
  return reject === '' ? (review === '' ? 'yes' : 'judged') : 'no'
}

function dayBeside(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

function persons(day: string): Record<string, Change> {
  const [before, after] = [-1, 1].map((days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10))
  const nowhere = { serviceDate: day, hasResidence: false, residenceKnown: false, residenceInArea: false, residenceInAreaThroughout: false }
  return {
    'not admitted': { case: { admittedOn: undefined } },
    "not admitted, with a victim's permit": { case: { admittedOn: undefined, permitSection: '52a.1', permitFrom: day } },
    'admitted the day after': { case: { admittedOn: after } },
    'admitted that day': { case: { admittedOn: day } },
    'removed that day': { case: { removedOn: day } },
    'removed the day before': { case: { removedOn: before } },
    'removed 91 days before': { case: { removedOn: dayBeside(day, -91) } },
    'no municipality of residence': { item: nowhere, case: { firstResidenceOn: undefined } },
    'a permit but no municipality': { item: nowhere, case: { firstResidenceOn: undefined, permitFrom: day } },
    'residence from the day after': { item: nowhere, case: { firstResidenceOn: after } },
    'citizen of Finland': { case: { finnishCitizen: true } },
    'lives in another area': { item: { serviceDate: day, residenceInArea: false, residenceInAreaThroughout: false } },
    'a child without an admission of its own': { case: { admissionGround: 'child', admittedOn: undefined } },
    'twin but for the separator': { case: { hasPersonalId: true, personalIdTwin: true } },
    'wrong identity code': { case: { hasPersonalId: true, personalIdProblem: 'check-character' } },
  }
}

function findingsOf(change: Change) {
  const day = change.item?.serviceDate as string
  const facts = factsOf({ name: 'all in order', item: defined({ ...inOrder.item, ...change.item }), case: defined({ ...inOrder.case, ...change.case }), claimant: { ...inOrder.claimant, ...change.claimant }, claim: { asOf: day, ...change.claim }, expect: 'holds' } as Example, book.book)
  if ('problem' in facts) throw new Error(facts.problem.en)
  const { items, general } = judge(book, facts)
  const findings = [...(items[0]?.findings ?? []), ...general.claimant, ...general.claim, ...[...general.cases.values()].flat()]
  const of = (effect: string) => [...new Set(findings.filter((one) => one.effect === effect).map(({ rule }) => rule.rule))].sort().join(', ')
  return { reject: of('reject'), review: of('review') }
}

function defined(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

const inOrder = {
  item: {
    category: 'HEALTH', providerKind: 'company', net: '100.00', vat: '10.00', gross: '110.00', amount: '100.00', needLength: 80, descriptionLength: 40, hasVoucher: true, hasProvider: true,
    hasResidence: true, residenceKnown: true, residenceInArea: true, residenceInAreaThroughout: true,
    decisionGiven: true, decisionListed: true, decisionForCase: true, decisionCoversDate: true, decisionCoversCategory: true, decisionResult: 'granted', decidedOn: '2005-06-01',
  },
  case: { admittedOn: '2005-01-01', firstResidenceOn: '2005-01-01', hasStatement: true, statementOn: '2005-06-01', statementResult: 'supports' },
  claimant: { businessIdValid: true, hasIban: true, ibanValid: true, programmeArranged: true, hasAgreement: true, areaKnown: true },
}
