import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isOnServer } from '../../src/register/dialects/dialects.js'
import { openRegister } from '../../src/register/open-register.js'
import type { Register } from '../../src/register/register.js'
import type { KeptClaim } from '../../src/register/kept-claims.js'
import { isScrubbable } from '../../src/register/scrub.js'
import type { Step } from '../../src/register/steps.js'
import { newClaim, nothing } from './claim-builder.js'
import { changeByHand, engineKinds, testRegisters } from './engines.js'

const registers = testRegisters()
const who = { by: 'Head of finance', reference: 'UUD/1/2026' }
const paid: Step[] = [{ kind: 'filed', onDate: '2026-04-11', ...who }, { kind: 'decided', onDate: '2026-06-01', ...who, parts: [{ item: 'R-1', granted: 0n, reason: 'no decision' }] }, { kind: 'paid', onDate: '2026-06-20', ...who }]
const scrub = { onDate: '2033-01-01', by: 'Records officer', basis: 'PKT-008' }

describe.each(engineKinds)('scrubbing on %s', (kind) => {
  let register: Register
  let location: string
  beforeEach(async () => {
    location = await registers.location(kind)
    register = await openRegister(location)
    await register.record(newClaim(), undefined, nothing)
    await register.record(newClaim({ period: { from: '2026-04-01', to: '2026-04-30', name: '2026-04' }, items: [{ fingerprint: 'f3', amount: 1000n }] }), undefined, nothing)
    for (const step of paid) await register.take('1234567-1', '2026-03/01', step)
  })
  afterEach(() => register.close())
  const both = async () => (await register.ledger('1234567-1')).map((claim) => ({ claim, keptUntil: '2032-12-31' }))

  it('removes items, persons, references and reasons of an ended claim; its sums stay, and the journal proves as before', async () => {
    expect(await register.scrub(await both(), scrub)).toEqual([{ number: '2026-03/01', packet: 'p', keptUntil: '2032-12-31', items: 2, details: 4 }])
    const { standing } = await register.claim('1234567-1', '2026-03/01')
    expect(standing).toMatchObject({ state: 'paid', amount: 1000n, granted: 600n, paid: 600n, parts: [], scrubbed: true })
    expect(standing.steps.map((step) => [step.kind, step.onDate])).toEqual([['prepared', '2026-04-10'], ['filed', '2026-04-11'], ['decided', '2026-06-01'], ['paid', '2026-06-20'], ['scrubbed', '2033-01-01']])
    expect(await register.prove()).toMatchObject({ claims: 2, events: 6, problems: [] })
    const dump = (await register.dump()).join('')
    for (const gone of ['Head of finance', 'UUD/1', 'no decision', '"f1"', 'R-2']) expect(dump).not.toContain(gone)
    expect(dump).toContain('Records officer')
    expect(await bytesOf(register)).not.toMatch(/Head of finance|UUD\/1|no decision|R-2/)
    expect(await bytesOf(register)).toContain('Records officer')
    expect((await register.heldItems('1234567-1', undefined)).map(({ fingerprint }) => fingerprint)).toEqual(['f3'])
  })

  it('happens once, and takes no further step after it', async () => {
    await register.scrub(await both(), scrub)
    expect(await register.scrub(await both(), { ...scrub, onDate: '2034-01-01' })).toEqual([])
    await expect(register.take('1234567-1', '2026-03/01', { kind: 'recovered', onDate: '2033-01-02', ...who, amount: 1n, reason: 'x' })).rejects.toMatchObject({ code: 'claim-state' })
  })

  it('leaves a claim that still shows when somebody changes it', async () => {
    await register.scrub(await both(), scrub)
    await changeByHand(location, "update claims set packet = 'q' where id = 1")
    expect((await register.prove()).problems).toEqual([{ claim: '2026-03/01', what: 'claim' }])
  })

  it('does not hide details that somebody else has taken out', async () => {
    await changeByHand(location, "update events set details = '' where seq = 3")
    expect((await register.prove()).problems).toContainEqual({ claim: '2026-03/01', what: 'details' })
  })
})

/** The tables as they lie in the database's files. */
async function bytesOf({ engine: { location, db } }: Register): Promise<string> {
  if (!isOnServer(location)) return readFile(location, 'latin1')
  await sql`checkpoint`.execute(db)
  const { rows } = await sql<{ bytes: Buffer }>`select pg_read_binary_file(pg_relation_filepath(name::regclass)) as bytes from unnest(array['events', 'claim_items', 'item_traces']) as name`.execute(db)
  return rows.map(({ bytes }) => bytes.toString('latin1')).join('')
}

describe('the time to scrub', () => {
  const standing = { state: 'paid', granted: 600n, paid: 600n, scrubbed: false } as KeptClaim['standing']
  it.each([
    ['on the day after the last one', standing, '2032-12-31', '2033-01-01', true],
    ['not on the last day', standing, '2032-12-31', '2032-12-31', false],
    ['not where no time is known', standing, undefined, '2033-01-01', false],
    ['not while a decision is awaited', { ...standing, state: 'filed' as const }, '2032-12-31', '2033-01-01', false],
    ['not while granted money is awaited', { ...standing, state: 'decided' as const, paid: 599n }, '2032-12-31', '2033-01-01', false],
    ['not while the rest is awaited after a recovery', { ...standing, state: 'recovered' as const, paid: 599n }, '2032-12-31', '2033-01-01', false],
    ['when all was denied', { ...standing, state: 'decided' as const, granted: 0n, paid: 0n }, '2032-12-31', '2033-01-01', true],
    ['when it was withdrawn', { ...standing, state: 'withdrawn' as const, granted: undefined, paid: 0n }, '2032-12-31', '2033-01-01', true],
  ])('comes %s', (_, given, keptUntil, on, expected) => {
    expect(isScrubbable({ standing: given, compensation: undefined }, keptUntil, on)).toBe(expected)
  })
})
