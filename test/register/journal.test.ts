import { beforeEach, describe, expect, it } from 'vitest'
import { openRegister } from '../../src/register/open-register.js'
import { newClaim, nothing } from './claim-builder.js'
import { changeByHand, engineKinds, testRegisters } from './engines.js'

const registers = testRegisters()
let location: string

async function proofAfter(...changes: string[]) {
  await changeByHand(location, ...changes)
  const register = await openRegister(location)
  const proof = await register.prove()
  await register.close()
  return proof
}

describe.each(engineKinds)('the journal on %s', (kind) => {
  beforeEach(async () => {
    location = await registers.location(kind)
    const register = await openRegister(location)
    await register.record(newClaim(), undefined, nothing)
    await register.take('1234567-1', '2026-03/01', { kind: 'filed', onDate: '2026-04-11', by: 'x' })
    await register.record(newClaim({ period: { from: '2026-04-01', to: '2026-04-30', name: '2026-04' }, items: [{ fingerprint: 'f3', amount: 1000n }] }), undefined, nothing)
    await register.close()
  })

  it('proves an untouched register', async () => {
    expect(await proofAfter()).toMatchObject({ claims: 2, events: 3, problems: [] })
  })

  it.each([
    ['a changed date', ["update events set on_date = '2026-04-12' where seq = 2"], [{ seq: 2, what: 'hash' }]],
    ['a changed detail', [`update events set details = '{"by":"y"}' where seq = 2`], [{ seq: 2, what: 'details' }]],
    ['an event taken out', ['delete from events where seq = 2'], [{ seq: 3, what: 'chain' }, { claim: '2026-03/01', what: 'state' }]],
    ['an event cut off the end', ['delete from events where seq = 3'], [{ claim: '2026-04/01', what: 'state' }, { claim: '2026-04/01', what: 'amount' }, { claim: '2026-04/01', what: 'items' }]],
    ['a changed state', ["update claims set state = 'paid' where id = 1"], [{ claim: '2026-03/01', what: 'state' }]],
    ['a changed sum', ["update claims set amount = '9.99' where id = 1"], [{ claim: '2026-03/01', what: 'amount' }]],
    ['a changed packet', ["update claims set content = 'bb' where id = 1"], [{ claim: '2026-03/01', what: 'content' }]],
    ['a changed period', ["update claims set period = '2026-05' where id = 1"], [{ claim: '2026-05/01', what: 'claim' }]],
    ['a claim given to another claimant', ["update claims set business_id = '7654321-2' where id = 1"], [{ claim: '2026-03/01', what: 'claim' }]],
    ['an item given another name', ["update claim_items set item = 'R-9' where fingerprint = 'f1'"], [{ claim: '2026-03/01', what: 'items' }]],
    ['a changed item', ["update claim_items set amount = '4.01' where fingerprint = 'f1'"], [{ claim: '2026-03/01', what: 'items' }]],
    ['an item taken out', ["delete from claim_items where fingerprint = 'f3'"], [{ claim: '2026-04/01', what: 'items' }]],
    ['a claim taken out', ['delete from claim_items where claim_id = 2', 'delete from claims where id = 2'], [{ seq: 3, what: 'unknown-claim' }]],
  ])('shows %s', async (_, changes, problems) => {
    expect((await proofAfter(...changes)).problems).toEqual(expect.arrayContaining(problems))
  })

  it.each([
    ['items', "insert into claim_items (claim_id, fingerprint, amount, thread) values (99, 'f9', '1.00', 'f9')"],
    ['traces', "insert into item_traces (claim_id, fingerprint, trace, day) values (99, 'f9', 't', '2026-03-05')"],
  ])('shows %s that belong to no claim', async (_, statement) => {
    const unguarded = kind === 'sqlite' ? ['pragma foreign_keys = off'] : ["set session_replication_role = 'replica'"]
    expect((await proofAfter(...unguarded, statement)).problems).toEqual([{ what: 'stray-items' }])
  })
})
