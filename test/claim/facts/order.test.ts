import { describe, expect, it } from 'vitest'
import { judged } from '../judged.js'
import { aCase, aDecision, aLog, anItem, aResidence } from '../log-builder.js'

const factsOf = (...given: Parameters<typeof judged>) => judged(...given).facts.items[0]
const absent = undefined as never

describe('rows that say more than one thing of the same', () => {
  it('protect a person when one of two rows of the case says so', () => {
    const log = aLog([anItem({ provider: 'Hidden shelter' })], { cases: [aCase(), aCase({ nonDisclosure: true })] })
    expect(judged(log).facts.cases.map(({ nonDisclosure }) => nonDisclosure)).toEqual([true])
    expect(judged(log).claim.details['2']?.provider).toBeUndefined()
  })

  it('let a decision with a row for each category or time cover what any of its rows covers', () => {
    const decisions = [aDecision({ categories: ['HOUSING'] }), aDecision({ categories: ['HEALTH'], validFrom: '2025-01-01', validTo: '2025-12-31' }), aDecision({ categories: ['HEALTH'] })]
    for (const rows of [decisions, decisions.toReversed()]) expect(factsOf(aLog([anItem()], { decisions: rows }))).toMatchObject({ decisionForCase: true, decisionCoversDate: true, decisionCoversCategory: true })
  })

  it('give the same residence whatever the order of two that begin on one day', () => {
    const residences = [aResidence({ to: '2026-06-30' }), aResidence({ municipality: 'Tampere' })]
    expect(factsOf(aLog([anItem()], { residences }))?.residenceInArea).toBe(factsOf(aLog([anItem()], { residences: residences.toReversed() }))?.residenceInArea)
  })
})

describe('a credit', () => {
  it('is compared with its item whichever two amounts the rows give', () => {
    const item = anItem({ net: absent, vat: 2550n, gross: 12550n }, 3)
    const credit = (net: bigint) => anItem({ net, vat: 0n, gross: absent, credits: '3' }, 2)
    expect(factsOf(aLog([credit(-10000n), item]))?.creditsWithin).toBe(true)
    expect(factsOf(aLog([credit(-10001n), item]))?.creditsWithin).toBe(false)
  })
})

describe('what a decision is named after', () => {
  it('passes on no contact details from the name of its authority', () => {
    const { claim } = judged(aLog([anItem()], { decisions: [aDecision({ authority: 'Lounais-Suomen elinvoimakeskus, anna@example.fi' })] }))
    expect(JSON.stringify(claim.decisions)).not.toContain('anna@')
  })
})
