import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KorvausError } from '../../src/model/errors.js'
import type { CostItem } from '../../src/model/service-log.js'
import { namesOf } from '../../src/register/fingerprints.js'
import { readRegisterKey, registerKey } from '../../src/register/key.js'
import { openRegister } from '../../src/register/open-register.js'
import type { Register } from '../../src/register/register.js'
import { march, newClaim as claim, nothing } from './claim-builder.js'
import { engineKinds, testRegisters } from './engines.js'

const registers = testRegisters()


describe.each(engineKinds)('the register on %s', (kind) => {
  let register: Register
  beforeEach(async () => {
    register = await openRegister(await registers.location(kind))
  })
  afterEach(() => register.close())

  it('remembers which claim holds which item', async () => {
    await register.record(claim(), undefined, nothing)
    expect(await register.heldItems('1234567-1', undefined)).toMatchObject([{ fingerprint: 'f1', claim: '2026-03/01', amount: 400n }, { fingerprint: 'f2', claim: '2026-03/01', amount: 600n }])
    expect(await register.heldItems('7654321-2', undefined)).toEqual([])
    expect(await register.claimsOf('1234567-1', march)).toMatchObject([{ number: '2026-03/01', state: 'prepared', amount: 1000n, content: 'aa' }])
  })

  it('does not take the items of the claim that is prepared again for earlier ones', async () => {
    await register.record(claim(), undefined, nothing)
    const [own] = await register.claimsOf('1234567-1', march)
    expect(await register.heldItems('1234567-1', own?.id)).toEqual([])
  })

  it('replaces a claim whole', async () => {
    await register.record(claim(), undefined, nothing)
    const [own] = await register.claimsOf('1234567-1', march)
    await register.record(claim({ content: 'bb', items: [{ fingerprint: 'f3', amount: 1000n }] }), own, nothing)
    expect((await register.heldItems('1234567-1', undefined)).map(({ fingerprint }) => fingerprint)).toEqual(['f3'])
    expect(await register.claimsOf('1234567-1', march)).toMatchObject([{ content: 'bb' }])
  })

  it('records nothing when what belongs to it fails', async () => {
    await expect(register.record(claim(), undefined, async () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full')
    expect(await register.claimsOf('1234567-1', march)).toEqual([])
    expect(await register.heldItems('1234567-1', undefined)).toEqual([])
  })

  it('never claims an item that another claim holds, nor takes a number twice', async () => {
    await register.record(claim(), undefined, nothing)
    const overlapping = claim({ period: { from: '2026-01-01', to: '2026-03-31', name: '2026-Q1' }, items: [{ fingerprint: 'f9', amount: 1n }, { fingerprint: 'f2', amount: 600n }] })
    await expect(register.record(overlapping, undefined, nothing)).rejects.toMatchObject({ code: 'item-claimed', exitCode: 5, values: { claim: '2026-03/01' } })
    await expect(register.record(claim({ items: [] }), undefined, nothing)).rejects.toMatchObject({ code: 'register-conflict', exitCode: 5 })
    expect((await register.ledger('1234567-1')).map(({ number }) => number)).toEqual(['2026-03/01'])
  })

  it('does not replace a claim that was changed or filed meanwhile', async () => {
    await register.record(claim(), undefined, nothing)
    const [own] = await register.claimsOf('1234567-1', march)
    await register.record(claim({ content: 'bb' }), own, nothing)
    await expect(register.record(claim({ content: 'cc' }), own, nothing)).rejects.toMatchObject({ code: 'register-conflict' })
    const [changed] = await register.claimsOf('1234567-1', march)
    await register.take('1234567-1', '2026-03/01', { kind: 'filed', onDate: '2026-04-11', by: 'x' })
    await expect(register.record(claim({ content: 'dd' }), changed, nothing)).rejects.toMatchObject({ code: 'register-conflict' })
    expect(await register.claimsOf('1234567-1', march)).toMatchObject([{ content: 'bb', state: 'filed' }])
  })

  it('knows the key that its fingerprints were made with, and refuses another', async () => {
    await register.requireKey(new Uint8Array(32).fill(1))
    await register.requireKey(new Uint8Array(32).fill(1))
    await expect(register.requireKey(new Uint8Array(32).fill(2))).rejects.toMatchObject({ code: 'register-key', exitCode: 5 })
  })
})

describe('the file of a register', () => {
  it('is readable by its owner alone', async () => {
    const path = await registers.location('sqlite')
    await (await openRegister(path)).close()
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('says that a file is no register', async () => {
    const folder = await registers.folder()
    await writeFile(join(folder, 'other.db'), 'this is a text and no database, long enough to be looked at as one by any reader of it')
    await expect(openRegister(join(folder, 'other.db'))).rejects.toMatchObject({ code: 'register-damaged', exitCode: 5 })
  })
})

describe('an address of PostgreSQL', () => {
  it.each([
    ['a server that is not there', 'postgres://korvaus:hunter2@127.0.0.1:1/register', 'register-unreachable', 5],
    ['a host that cannot be', 'postgres://[::', 'register-address', 2],
  ])('is refused for %s, without showing its password', async (_, address, code, exitCode) => {
    const error = await openRegister(address).catch((caught: unknown) => caught as KorvausError)
    expect(error).toMatchObject({ code, exitCode })
    expect(JSON.stringify((error as KorvausError).values)).not.toContain('hunter2')
  })

  it('is refused when the password is wrong, without showing it', async () => {
    const address = (await registers.location('postgres')).replace(':secret@', ':hunter2@')
    const error = await openRegister(address).catch((caught: unknown) => caught as KorvausError)
    expect(error).toMatchObject({ code: 'register-unreachable', values: { path: address.replace('korvaus:hunter2@', '') } })
  })
})

describe('fingerprints', () => {
  const key = new Uint8Array(32).fill(7)
  const item = (more: Partial<CostItem>): CostItem => ({ id: '1', case: 'A', serviceDate: '2026-03-04', category: 'HEALTH', voucher: 'V1', net: 100n, unreadable: [], source: { row: 1, table: { file: '', sheet: '', kind: 'costs', columns: {} } }, ...more })

  it('know an item by what it is, not by its row or ID', () => {
    const [left, right] = [namesOf([item({ id: '1' })], 'x', key), namesOf([item({ id: '99' })], 'x', key)]
    expect([...left.values()]).toEqual([...right.values()])
  })

  it('tell apart two equal items of one log', () => {
    const prints = namesOf([item({ id: '1' }), item({ id: '2' })], 'x', key)
    expect(new Set([...prints.values()].map(({ fingerprint }) => fingerprint)).size).toBe(2)
    expect(new Set([...prints.values()].map(({ thread }) => thread)).size).toBe(1)
  })

  it.each([{ case: 'B' }, { net: 101n }, { voucher: 'V2' }, { serviceDate: '2026-03-05' }, { category: 'OTHER' as const }])('change with %o', (more) => {
    expect([...namesOf([item(more)], 'x', key).values()]).not.toEqual([...namesOf([item({})], 'x', key).values()])
  })

  it('say nothing without their key, which lies apart from the register', async () => {
    const folder = await registers.folder()
    expect(await readRegisterKey(folder)).toBeUndefined()
    const made = await registerKey(folder)
    expect(await registerKey(folder)).toEqual(Buffer.from(made))
    expect((await stat(join(folder, 'keys/register.key'))).mode & 0o777).toBe(0o600)
    expect(namesOf([item({})], 'x', made)).not.toEqual(namesOf([item({})], 'x', key))
    const register = await openRegister(join(folder, 'korvaus.db'))
    await register.requireKey(made)
    await register.close()
    expect(await readFile(join(folder, 'korvaus.db'), 'latin1')).not.toContain(Buffer.from(made).toString('hex'))
  })
})
