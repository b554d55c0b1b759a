import { beforeAll, describe, expect, it } from 'vitest'
import { renderPacket } from '../../src/packet/render-packet.js'
import { judgedByOther } from '../../src/packet/verify/other-book.js'
import { checkSource } from '../../src/packet/verify/check-source.js'
import type { ClaimJson } from '../../src/model/claim.js'
import { inputsKeyOf } from '../../src/model/inputs.js'
import { aLog, anItem } from '../claim/log-builder.js'
import { pseudonymousContent, ruleBook, smallContent, smallLog, type Mutable } from './small-packet.js'
import { codes, verifyFiles, withClaim, type Files } from './tampering.js'

const content = withClaim(smallContent(), (json) => void (json.claimant.area = 'Southwest Finland wellbeing services county'))
const keyOf = ({ claim: { number } }: typeof content) => inputsKeyOf(new Uint8Array(32), number)
const differences = (log: ReturnType<typeof smallLog>, of = content) => codes({ differences: checkSource(of, { log, inputsKey: keyOf(of) }) })
const changed = (change: Partial<ReturnType<typeof anItem>>) => ({ ...smallLog(), items: smallLog().items.map((item) => (item.id === 'HEA-1' ? { ...item, ...change } : item)) })

describe('a packet beside its source', () => {
  let files: Files
  beforeAll(async () => {
    files = await renderPacket(content)
  })

  it('verifies against the service log that it was made from', async () => {
    expect(codes(await verifyFiles(files, { source: () => Promise.resolve({ log: smallLog(), inputsKey: keyOf(content) }) }))).toEqual([])
  })

  it('is not proven by files whose hashes nobody at hand can compare', () => {
    for (const inputsKey of [undefined, inputsKeyOf(new Uint8Array(32), '2026-04/01')]) {
      expect(checkSource(content, { log: smallLog(), inputsKey }).map(({ code, standing }) => [code, standing])).toEqual([['inputs-not-compared', 'unproven']])
    }
  })

  it('names the service log, the item and what of it is otherwise there', () => {
    expect(differences({ ...smallLog(), files: [{ kind: 'log', path: 'other.xlsx', sha256: '1'.repeat(64) }] })).toEqual(['input-differs log.xlsx'])
    expect(differences(changed({ net: 90000n, gross: 90000n }))).toEqual(expect.arrayContaining(['source-item HEA-1 amount, gross, net']))
    expect(differences(changed({ voucher: 'V99' }))).toEqual(['source-item HEA-1 voucher'])
    expect(differences(changed({ case: 'B', decision: 'D2' }))[0]).toContain('source-item HEA-1')
    expect(differences(changed({ need: 'Another need of about the same kind, quite long' }))).toEqual(['source-item HEA-1 need'])
  })

  it('names a case, a decision and a cell that the packet shows otherwise', () => {
    expect(differences(smallLog(), withClaim(content, (json) => void Object.assign(json.facts.cases[0] as object, { admittedOn: '2020-01-01', nonDisclosure: true })))).toEqual(['source-case A admittedOn, nonDisclosure'])
    expect(differences(smallLog(), withClaim(content, (json) => void Object.assign(json.decisions[1] as object, { authority: 'Another centre', validTo: '2030-12-31' })))).toEqual(['source-decision D2 validTo, authority'])
    const noticed = { ...smallLog(), findings: [{ rule: 'SRC-005' as const, effect: 'note' as const, at: { file: 'log.xlsx', sheet: 'Costs', cell: 'A2' }, item: 'HEA-1', values: {} }] }
    expect(differences(noticed)).toEqual(['source-findings HEA-1 '])
    expect(checkSource(content, { log: noticed, inputsKey: keyOf(content) }, false).map(({ code, standing }) => [code, standing])).toEqual([['source-findings', 'unproven']])
  })

  it('says nothing of what the claimant knows from elsewhere: which providers are held for unsafe', () => {
    const unsafe = withClaim(smallContent({ policy: { unsafeAccommodation: ['Therapy centre'] } }), (json) => void (json.claimant.area = 'Southwest Finland wellbeing services county'))
    const log = smallLog()
    expect(log.items.some(({ provider }) => provider === 'Therapy centre')).toBe(true)
    expect(differences(log, unsafe)).toEqual([])
  })

  it('names items that only one of the two has', () => {
    const { items, cases, residences, decisions } = smallLog()
    expect(differences(aLog(items.slice(0, -1), { cases: [...cases], residences: [...residences], decisions: [...decisions] }))).toEqual(['source-missing HEA-2'])
    expect(differences(smallLog([anItem({ id: 'NEW-1' }, 40)]))).toEqual(['source-unclaimed NEW-1'])
  })

  describe('under pseudonyms of the packet', () => {
    const pseudonymous = (change: (json: Mutable<ClaimJson>) => void = () => undefined) => withClaim(pseudonymousContent(), (json) => {
      json.claimant.area = 'Southwest Finland wellbeing services county'
      change(json)
    })

    it('verifies from the packet alone, and against the service log', async () => {
      expect(codes(await verifyFiles(await renderPacket(pseudonymous()), { source: () => Promise.resolve({ log: smallLog(), inputsKey: keyOf(content) }) }))).toEqual([])
    })

    it('names a case, a voucher and a decision that were exchanged for others', () => {
      const at = (json: Mutable<ClaimJson>, net: string) => json.facts.items.find((item) => item.net === net) as unknown as { id: string; case: string }
      const detailsOf = (json: Mutable<ClaimJson>, net: string) => json.details[at(json, net).id] as { voucher: string; decision: string }
      expect(differences(smallLog(), pseudonymous((json) => void (at(json, '250.50').case = at(json, '93.60').case))).join()).toMatch(/source-item \w{7} case/)
      expect(differences(smallLog(), pseudonymous((json) => void (detailsOf(json, '250.50').decision = detailsOf(json, '93.60').decision))).join()).toMatch(/source-item \w{7} decision/)
      expect(differences({ ...smallLog(), items: smallLog().items.map((item) => (item.id === 'SOC-1' ? { ...item, voucher: smallLog().items[0]?.voucher } : item)) }, pseudonymous()).join()).toMatch(/source-item \w{7} voucher/)
      expect(differences({ ...smallLog(), items: smallLog().items.filter(({ id }) => id !== 'SOC-1') }, pseudonymous()).join()).toMatch(/source-missing \w{7}/)
    })
  })
})

describe('another rule book', () => {
  it('says what it would have made of the claim, in euros and item by item', () => {
    expect(judgedByOther(content, ruleBook)).toMatchObject({ version: '2026.1', change: 0n, items: [] })
    const stricter = { ...ruleBook, version: '2031.1', rules: ruleBook.rules.map((rule) => (rule.rule === 'AMT-003' ? { ...rule, effect: 'review' as const } : rule)) }
    const other = judgedByOther(content, stricter)
    expect(other.change < 0n).toBe(true)
    expect(other.items).toContainEqual(expect.objectContaining({ id: 'HEA-1', from: 'claimable', to: 'review', rules: ['AMT-003'] }))
  })
})
