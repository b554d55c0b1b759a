import { beforeAll, describe, expect, it } from 'vitest'
import { unzipSync } from 'fflate'
import { bytesOf, contentFiles, type PacketContent } from '../../src/packet/content.js'
import { sha256 } from '../../src/packet/manifest.js'
import { renderClaimForm } from '../../src/packet/pdf/claim-form.js'
import { renderFiles, renderPacket } from '../../src/packet/render-packet.js'
import { viewOf } from '../../src/packet/view.js'
import { zipOf } from '../../src/formats/zip.js'
import { describeDifference } from '../../src/packet/verify/describe.js'
import { languages } from '../../src/model/language-codes.js'
import { checkData } from '../../src/packet/verify/verify-packet.js'
import { smallContent, type Mutable } from './small-packet.js'
import { codes, released, remade, text, verifyFiles, withAssessment, withBook, withClaim, withFile, type Files } from './tampering.js'
import type { ClaimJson } from '../../src/model/claim.js'

const content = smallContent()
let files: Files
beforeAll(async () => {
  files = await renderPacket(content)
})

/** Codes of what is found when the content is changed and every hash made to agree. */
const found = async (changed: PacketContent) => codes({ differences: await checkData(changed, undefined, released) })
const claim = (change: (json: Mutable<ClaimJson>) => void) => found(withClaim(content, change))
const assessment = (change: Parameters<typeof withAssessment>[1]) => found(withAssessment(content, change))
type ItemJson = Record<string, string | boolean | number>
const itemOf = (json: Mutable<ClaimJson>, id: string) => json.facts.items.find((item) => item.id === id) as unknown as ItemJson

describe('a fact changed with every hash made to agree is named', () => {
  it.each<[string, string, (item: ItemJson, json: Mutable<ClaimJson>) => void]>([
    ['an amount', 'item-amount HEA-1 100.00', (item) => Object.assign(item, { net: '900.00', gross: '900.00', amount: '900.00' })],
    ['an amount that is not net less deductions', 'details-differ HEA-1 amount', (item) => void (item.amount = '120.00')],
    ['a service day of another law', 'item-law HEA-1 R7 serviceDate 2026-03-04', (item) => void (item.serviceDate = '2025-12-30')],
    ['the category', 'total-differs claim.json totals.byCategory', (item) => void (item.category = 'SOCIAL')],
    ['the residence', 'item-outcome HEA-1 claimable', (item) => void (item.residenceInArea = false)],
    ['the case', 'items-differ HEA-1', (item) => void (item.case = 'B')],
    ['the length of the justification', 'details-differ HEA-1 need', (item) => void (item.needLength = 999)],
    ['whether the decision covers the day', 'details-differ HEA-1 decision', (item) => void (item.decisionCoversDate = false)],
    ['whether there is a voucher', 'details-differ HEA-1 voucher', (item) => void (item.hasVoucher = false)],
  ])('%s', async (_, code, change) => {
    expect((await claim((json) => change(itemOf(json, 'HEA-1'), json))).join('\n')).toContain(code)
  })

  it('a missing decision made to be there', async () => {
    expect(await claim((json) => Object.assign(itemOf(json, 'NOD-1'), { decisionListed: true, decisionForCase: true, decisionCoversDate: true, decisionCoversCategory: true }))).toEqual(expect.arrayContaining(['item-findings NOD-1 DEC-003 reject, AMT-003 note', 'evidence-differs NOD-1']))
  })

  it('the day of removal of a case', async () => {
    expect(await claim((json) => Object.assign(json.facts.cases[0] as object, { removedOn: '2026-01-01' }))).toContain('item-outcome HEA-1 claimable')
  })

  it('a policy of the claimant', async () => {
    expect(await claim((json) => void ((json.facts.policy as Record<string, string>).legalAdvice = 'accepted'))).toContain('item-findings LEG-1 CAT-005 review')
  })
})

describe('a sum, an order or a list that is not that of the items is named', () => {
  it('totals of the claim, of a group and of the assessment', async () => {
    expect(await claim((json) => void (json.totals.amount = '9999.00'))).toContain('total-differs claim.json totals.amount "9999.00"')
    expect((await claim((json) => void ((json.totals.byCategory[0] as { amount: string }).amount = '1.00'))).join()).toContain('total-differs claim.json totals.byCategory')
    expect(await assessment((copy) => void (copy.totals.rejectedAmount = '0.00'))).toContain('total-differs assessment.json totals.rejectedAmount "0.00"')
  })

  it('items in another order, twice, or in one file alone', async () => {
    expect(await assessment((copy) => void copy.items.reverse())).toContain('items-reordered assessment.json')
    expect(await assessment((copy) => void copy.items.push(copy.items[0] as never))).toContain('item-twice HEA-1')
    expect(await assessment((copy) => void copy.items.pop())).toContain('items-differ HEA-2')
    expect(await claim((json) => void json.facts.items.pop())).toContain('items-differ HEA-2')
  })

  it('claimed items in another order, twice, too many or too few', async () => {
    expect(await claim((json) => void json.claimed.reverse())).toContain('claimed-reordered')
    expect(await claim((json) => void json.claimed.push('HEA-1'))).toContain('item-twice HEA-1')
    expect(await claim((json) => void json.claimed.push('NOD-1'))).toContain('claimed-differs NOD-1')
    expect(await claim((json) => void json.claimed.shift())).toContain('claimed-differs HEA-1')
  })

  it('a decision taken from those relied on, or changed', async () => {
    expect(await claim((json) => void json.decisions.shift())).toContain('decision-missing HEA-1 D1')
    expect(await claim((json) => Object.assign(json.decisions[0] as object, { validTo: '2026-03-05' }))).toContain('details-differ SOC-1 decision')
  })

  it('details of an item that its facts contradict', async () => {
    expect(await claim((json) => Object.assign(json.details['INT-1'] as object, { quantity: '15' }))).toContain('details-differ INT-1 unitPrice')
    expect(await claim((json) => Object.assign(json.details['HEA-1'] as object, { description: 'Something else altogether' }))).toContain('details-differ HEA-1 description')
    expect(await claim((json) => Object.assign(json.details, { 'NEW-1': {} }))).toContain('details-differ NEW-1 item')
  })
})

describe('a judgement that the rule book does not make is named', () => {
  const one = (copy: { items: { id: string }[] }, id: string) => copy.items.find((item) => item.id === id) as never
  it('an outcome, a finding taken away, its effect, its words, its source', async () => {
    expect(await assessment((copy) => Object.assign(one(copy, 'NOD-1'), { outcome: 'claimable' }))).toContain('item-outcome NOD-1 claimable')
    expect(await assessment((copy) => Object.assign(one(copy, 'NOD-1'), { findings: [] }))).toContain('item-findings NOD-1 ')
    expect(await assessment((copy) => void ((one(copy, 'NOD-1') as { findings: { effect: string }[] }).findings[0] = { ...(one(copy, 'NOD-1') as { findings: { effect: string }[] }).findings[0], effect: 'note' }))).toContain('item-findings NOD-1 DEC-003 note, AMT-003 note')
    expect(await assessment((copy) => void Object.assign((one(copy, 'NOD-1') as { findings: object[] }).findings[0] as object, { message: 'All is well.' }))).toContain('item-words NOD-1 DEC-003')
    expect(await assessment((copy) => void Object.assign((one(copy, 'NOD-1') as { findings: object[] }).findings[0] as object, { basis: ['1/2000 1 §'] }))).toContain('item-words NOD-1 DEC-003')
  })

  it('the evidence, the regime or a finding about the whole claim', async () => {
    expect((await assessment((copy) => void Object.values(copy.evidence)[0]?.held.pop())).join()).toContain('evidence-differs')
    expect(await assessment((copy) => Object.assign(one(copy, 'HEA-1'), { regime: 'R6' }))).toContain('item-law HEA-1 R6 serviceDate 2026-03-04')
    expect(await assessment((copy) => void copy.findings.push({ rule: 'CLM-001', effect: 'note', message: 'All is well.', about: 'claim' }))).toContain('general-findings CLM-001')
  })

  it('a review made up, altered, expired or taken away', async () => {
    const answer = content.reviews[0] as (typeof content.reviews)[number]
    const reviews = (...list: PacketContent['reviews']) => found({ ...content, reviews: list })
    expect(await reviews()).toEqual(expect.arrayContaining(['item-outcome LEG-1 claimable', 'item-review LEG-1 CAT-005']))
    expect(await reviews({ ...answer, by: 'Somebody else' })).toContain('item-review LEG-1 CAT-005')
    expect(await reviews({ ...answer, until: '2026-11-01' })).toContain('item-outcome LEG-1 claimable')
    expect(await reviews({ ...answer, answer: 'leave-out' })).toContain('item-outcome LEG-1 claimable')
  })
})

describe('what judged, when and from what is named when it differs', () => {
  it('a softened rule, a rule left out, a changed table, a changed default', async () => {
    const rule = (book: { rules: PacketContent['ruleBook']['rules'] }, id: string) => book.rules.find((one) => one.rule === id) as unknown as Record<string, unknown>
    expect(await found(withBook(content, (book) => void (rule(book, 'DEC-003').effect = 'note')))).toContain('book-altered 2026.1 DEC-003')
    expect(await found(withBook(content, (book) => void (book.rules = book.rules.filter((one) => one.rule !== 'DL-001'))))).toContain('book-altered 2026.1 DL-001')
    expect(await found(withBook(content, (book) => void (book.tables = { ...book.tables, interest: [] })))).toContain('book-altered 2026.1 tables')
    expect(await found(withBook(content, (book) => void ((book.policies[0] as unknown as Record<string, unknown>).why = { fi: 'x', sv: 'x', en: 'x' })))).toContain('book-altered 2026.1 policies')
  })

  it('a softened rule whose hash was forgotten, or a book that is none', async () => {
    const softened = withFile(files, 'rule-book.json', (bytes) => text(bytes).replace('"effect":"reject"', '"effect":"note"'))
    expect(codes(await verifyFiles(softened))).toEqual(expect.arrayContaining(['file-changed rule-book.json', 'book-differs claim.json', 'book-differs assessment.json']))
    expect(codes(await verifyFiles(remade(files, content, [['rule-book.json', '{}']])))).toEqual([expect.stringMatching(/^content-unreadable rule-book.json version/)])
  })

  it('a book that nobody has released, unless the verifier has it; a rule that does not compile', async () => {
    const invented = withBook(content, (book) => void (book.version = '2031.7'))
    expect(await found(invented)).toEqual(['book-unknown 2031.7'])
    expect(codes({ differences: await checkData(invented, undefined, async () => invented.ruleBook) })).toEqual([])
    const broken = withBook(content, (book) => void ((book.rules[0] as unknown as Record<string, unknown>).holds = 'item.nothing ='))
    expect((await found(broken)).some((code) => code.startsWith('cannot-judge'))).toBe(true)
  })

  it('the clock', async () => {
    expect(await claim((json) => void (json.asOf = '2026-01-31'))).toEqual(expect.arrayContaining(['clock-differs assessment.json 2026-11-23', 'clock-differs claim.json 2026-11-23']))
    expect(await assessment((copy) => void (copy.asOf = '2026-01-31'))).toContain('clock-differs assessment.json 2026-01-31')
  })

  it('the program', async () => {
    expect(await assessment((copy) => void (copy.tool.version = '9.9.9'))).toContain('tool-differs assessment.json 9.9.9')
    const { ok, notes } = await verifyFiles(files, { toolVersion: '9.9.9', earlierVersions: ['0.0.0'] })
    expect([ok, notes.map(({ code }) => code)]).toEqual([true, ['signature-missing', 'tool-other']])
    expect(codes(await verifyFiles(files, { toolVersion: '9.9.9', earlierVersions: ['0.1.0'] }))).toEqual(['tool-unknown 0.0.0 9.9.9'])
  })

  it('the inputs', async () => {
    const changed = withClaim(content, (json) => void ((json.inputs[0] as { keyedHash: string }).keyedHash = '1'.repeat(64)))
    const manifestOfOld = remade(files, content, contentFiles(changed))
    expect(codes(await verifyFiles(manifestOfOld))).toContain('input-differs log.xlsx')
  })

  it('claimant, period, language and number', async () => {
    expect(await assessment((copy) => void (copy.claimant.businessId = '7654321-0'))).toContain('claim-differs claimant')
    expect(await assessment((copy) => void (copy.period = { from: '2026-03-01', to: '2026-04-30' }))).toContain('claim-differs period')
    expect(await claim((json) => void (json.number = '2026-04/01'))).toContain('claim-differs number')
    expect(await claim((json) => void (json.language = 'sv'))).toContain('claim-differs language')
  })

  it('JSON written in another way, or with a key that nobody knows', async () => {
    expect(codes(await verifyFiles(remade(files, content, [['claim.json', JSON.stringify(JSON.parse(text(files.get('claim.json'))), null, 1)]])))).toEqual(['not-canonical claim.json'])
    expect(codes(await verifyFiles(remade(files, content, [['assessment.json', text(files.get('assessment.json')).replace('{', '{"more":1,')]])))).toEqual([expect.stringMatching(/^content-unreadable assessment.json/)])
  })
})

describe('a file for people that shows something else than the data is named', () => {
  it('the page with another sum', async () => {
    const changed = text(files.get('report.html')).replaceAll('€100.00', '€900.00')
    expect(changed).not.toBe(text(files.get('report.html')))
    expect(codes(await verifyFiles(remade(files, content, [['report.html', changed]])))).toEqual(['rendering-differs report.html'])
  })

  it('the specification with another amount', async () => {
    const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(files.get('cost-specification.xlsx') as Uint8Array)))
    parts.set('xl/worksheets/sheet1.xml', bytesOf(text(parts.get('xl/worksheets/sheet1.xml')).replaceAll('<v>100</v>', '<v>900</v>')))
    expect(codes(await verifyFiles(remade(files, content, [['cost-specification.xlsx', zipOf(parts)]])))).toEqual(['rendering-differs cost-specification.xlsx'])
  })

  it('what another version made, as far as items, sums and the attached claim can be read from it', async () => {
    const later = { toolVersion: '9.9.9', earlierVersions: ['0.0.0'] }
    const other = await renderPacket(smallContent({ language: 'sv' }))
    const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(files.get('cost-specification.xlsx') as Uint8Array)))
    parts.set('xl/worksheets/sheet1.xml', bytesOf(text(parts.get('xl/worksheets/sheet1.xml')).replaceAll('<v>100</v>', '<v>900</v>')))
    expect(codes(await verifyFiles(remade(files, content, [['report.html', text(files.get('report.html')).replaceAll('€100.00', '€900.00')]]), later))).toEqual(['rendering-differs report.html'])
    expect(codes(await verifyFiles(remade(files, content, [['cost-specification.xlsx', zipOf(parts)]]), later))).toEqual(['rendering-differs cost-specification.xlsx'])
    expect(codes(await verifyFiles(remade(files, content, [['claim.pdf', other.get('claim.pdf') as Uint8Array]]), later))).toEqual(['attachment-differs claim.pdf'])
    const relaid = await verifyFiles(remade(files, content, [['report.html', text(files.get('report.html')).replace('#12476b', '#12476c')]]), later)
    expect([relaid.ok, relaid.differences, relaid.unproven.map(({ code }) => code), relaid.notes.map(({ code }) => code)]).toEqual([false, [], ['rendering-not-compared'], ['signature-missing', 'tool-other']])
  })

  it('the form with another account, in a packet that calls itself older: it is not proven, and never a success', async () => {
    const older = withAssessment(withClaim(content, (json) => void (json.tool.version = '0.0.1')), (copy) => void (copy.tool.version = '0.0.1'))
    const rendered = await renderFiles(older)
    const view = viewOf(withClaim(older, (json) => void (json.claimant.iban = 'FI2112345600000785')))
    const form = await renderClaimForm(view, rendered, [...rendered].filter(([name]) => name !== 'claim.pdf').map(([path, bytes]) => ({ path, sha256: sha256(bytes) })))
    const { ok, differences, unproven } = await verifyFiles(remade(rendered, older, [['claim.pdf', form]]), { earlierVersions: ['0.0.1'] })
    expect([ok, differences.length, unproven.map(({ code }) => code)]).toEqual([false, 0, ['form-not-compared']])
  })

  it('the form of another claim', async () => {
    const other = await renderPacket(smallContent({ language: 'sv' }))
    expect(codes(await verifyFiles(remade(files, content, [['claim.pdf', other.get('claim.pdf') as Uint8Array]])))).toEqual(['rendering-differs claim.pdf'])
  })
})

it('every difference has its words in each language, with every place filled', async () => {
  const { differences } = await verifyFiles(remade(files, withAssessment(content, (copy) => Object.assign(copy.items[4] as object, { outcome: 'claimable', findings: [] }))))
  for (const language of languages) for (const difference of differences) expect(describeDifference(difference, language)).not.toMatch(/[{}]|undefined/)
})
