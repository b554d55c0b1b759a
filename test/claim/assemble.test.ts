import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { claimSchema } from '../../src/model/claim.js'
import { aCase, aDecision, aLog, anItem, aResidence } from './log-builder.js'
import { judged } from './judged.js'
import { personsOf } from '../../src/packet/persons.js'

const secret = { provider: 'Hidden shelter', description: 'Moved to Raisio, room 5', need: 'The threat from Turku goes on in secret places', voucher: 'HID-1', worker: 'T9', costCentre: '77' }
const serialized = (claim: unknown) => JSON.stringify(z.encode(claimSchema, claim as never))

describe('assembleClaim', () => {
  it('carries the facts of every item of the period and the details of the claimed ones', () => {
    const { claim } = judged(aLog([anItem()]), { period: '2026-03' })
    expect(claim).toMatchObject({ number: '2026-03/01', claimed: ['2'], totals: { items: 1, amount: '100.00' }, details: { 2: { provider: 'Therapy centre', voucher: 'V2' } } })
    expect(z.safeDecode(claimSchema, JSON.parse(serialized(claim)) as never).success).toBe(true)
  })

  it('names no place, provider, worker, voucher or text of a case under non-disclosure', () => {
    const { claim, assessment } = judged(aLog([anItem(secret)], { cases: [aCase({ nonDisclosure: true })], residences: [aResidence({ municipality: 'Raisio' })] }))
    expect(claim.claimed).toEqual(['2'])
    for (const text of ['Hidden', 'Raisio', 'Turku', 'HID-1', 'T9', '"77"']) expect(serialized(claim) + JSON.stringify(assessment)).not.toContain(text)
  })

  it('names under non-disclosure no authority that could tell where the person comes from', () => {
    const decisions = [aDecision({ authority: 'Raision sosiaalitoimi' }), aDecision({ case: 'B', authority: 'Uudenmaan elinvoimakeskus' }), aDecision({ case: 'C' }), aDecision({ case: 'D', authority: 'Raision sosiaalitoimi' })]
    const ids = ['A', 'B', 'C', 'D']
    const log = aLog(ids.map((id, index) => anItem({ id, case: id, serviceDate: `2026-03-0${index + 2}` }, index + 2)), { cases: ids.map((id) => aCase({ case: id, nonDisclosure: id !== 'D' })), residences: ids.map((id) => aResidence({ case: id })), decisions })
    const reviews = ids.map((item) => ({ item, rule: 'DEC-007', answer: 'accept' as const, reason: 'Checked', by: 'Officer', on: '2026-04-01', until: '2027-04-01' }))
    const { claim } = judged(log, { period: '2026-03', reviews })
    expect(claim.claimed).toEqual(ids)
    expect(claim.decisions.map(({ authority }) => authority)).toEqual(['Raision sosiaalitoimi', undefined, undefined, 'Lounais-Suomen elinvoimakeskus'])
    const [own, ...hidden] = claim.decisions.map(({ decision }) => decision)
    expect([own, hidden.includes('D1'), new Set(hidden).size]).toEqual(['D1', false, 1])
    const [number = ''] = hidden
    expect(personsOf({ log, claim, secret: new Uint8Array(32) }).persons.map(({ authorities }) => authorities)).toEqual([
      { [number]: 'Raision sosiaalitoimi' }, { [number]: 'Uudenmaan elinvoimakeskus' }, { [number]: 'Lounais-Suomen elinvoimakeskus' }, undefined,
    ])
  })

  it('keeps to itself which providers the claimant holds for unsafe', () => {
    const { claim, facts } = judged(aLog([anItem({ ...secret, category: 'HOUSING' })], { cases: [aCase({ nonDisclosure: true })] }), { policy: { unsafeAccommodation: ['Hidden shelter'] } })
    expect(facts.items[0]?.providerAmongUnsafe).toBe(true)
    expect(serialized(claim)).not.toContain('Hidden')
  })

  it('withholds as much of a case that is not listed, which may be of a protected person', () => {
    const { claim } = judged(aLog([anItem({ ...secret, case: 'Z' })]))
    expect(serialized(claim)).not.toContain('Hidden')
  })

  it('never names a municipality of residence or an identity code', () => {
    const { claim, assessment } = judged(aLog([anItem({ description: 'met 010594Y9021, tel. 040 123 4567' })], { cases: [aCase({ personalId: '010594Y9021' })] }))
    for (const text of ['Turku', '010594', '040 123']) expect(serialized(claim) + JSON.stringify(assessment)).not.toContain(text)
  })

  it('lists the decisions that claimed items rely on, and no others', () => {
    const { claim } = judged(aLog([anItem()], { decisions: [aDecision(), aDecision({ decision: 'D2' }), aDecision({ case: 'B' })] }))
    expect(claim.decisions.map(({ decision, case: theCase }) => [decision, theCase])).toEqual([['D1', 'A']])
  })
})
