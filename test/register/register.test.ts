import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CostItem } from '../../src/model/service-log.js'
import { fingerprintsOf } from '../../src/register/fingerprints.js'
import { readRegisterKey, registerKey } from '../../src/register/key.js'
import { openRegister } from '../../src/register/open-register.js'
import type { Register } from '../../src/register/register.js'
import { march, newClaim as claim, nothing } from './claim-builder.js'

let folder: string
let register: Register
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-register-'))
  register = await openRegister(join(folder, 'korvaus.db'))
})
afterEach(async () => {
  await register.close()
  await rm(folder, { recursive: true })
})


describe('the register', () => {
  it('remembers which claim holds which item', async () => {
    await register.record(claim(), undefined, nothing)
    expect(await register.earlierItems('1234567-1', undefined)).toEqual(new Map([['f1', { claim: '2026-03/01', amount: 400n }], ['f2', { claim: '2026-03/01', amount: 600n }]]))
    expect(await register.earlierItems('7654321-2', undefined)).toEqual(new Map())
    expect(await register.claimsOf('1234567-1', march)).toMatchObject([{ number: '2026-03/01', state: 'prepared', amount: 1000n, content: 'aa' }])
  })

  it('does not take the items of the claim that is prepared again for earlier ones', async () => {
    await register.record(claim(), undefined, nothing)
    const [own] = await register.claimsOf('1234567-1', march)
    expect(await register.earlierItems('1234567-1', own?.id)).toEqual(new Map())
  })

  it('replaces a claim whole', async () => {
    await register.record(claim(), undefined, nothing)
    const [own] = await register.claimsOf('1234567-1', march)
    await register.record(claim({ content: 'bb', items: [{ fingerprint: 'f3', amount: 1000n }] }), own, nothing)
    expect([...(await register.earlierItems('1234567-1', undefined)).keys()]).toEqual(['f3'])
    expect(await register.claimsOf('1234567-1', march)).toMatchObject([{ content: 'bb' }])
  })

  it('records nothing when what belongs to it fails', async () => {
    await expect(register.record(claim(), undefined, async () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full')
    expect(await register.claimsOf('1234567-1', march)).toEqual([])
    expect(await register.earlierItems('1234567-1', undefined)).toEqual(new Map())
  })

  it('is readable by its owner alone', async () => {
    expect((await stat(join(folder, 'korvaus.db'))).mode & 0o777).toBe(0o600)
  })

  it('says that a file is no register', async () => {
    await writeFile(join(folder, 'other.db'), 'this is a text and no database, long enough to be looked at as one by any reader of it')
    await expect(openRegister(join(folder, 'other.db'))).rejects.toMatchObject({ code: 'register-damaged', exitCode: 5 })
  })
})

describe('fingerprints', () => {
  const key = new Uint8Array(32).fill(7)
  const item = (more: Partial<CostItem>): CostItem => ({ id: '1', case: 'A', serviceDate: '2026-03-04', category: 'HEALTH', voucher: 'V1', net: 100n, unreadable: [], source: { row: 1, table: { file: '', sheet: '', kind: 'costs', columns: {} } }, ...more })

  it('know an item by what it is, not by its row or ID', () => {
    const [left, right] = [fingerprintsOf([item({ id: '1' })], 'x', key), fingerprintsOf([item({ id: '99' })], 'x', key)]
    expect([...left.values()]).toEqual([...right.values()])
  })

  it('tell apart two equal items of one log', () => {
    const prints = fingerprintsOf([item({ id: '1' }), item({ id: '2' })], 'x', key)
    expect(new Set(prints.values()).size).toBe(2)
  })

  it.each([{ case: 'B' }, { net: 101n }, { voucher: 'V2' }, { serviceDate: '2026-03-05' }, { category: 'OTHER' as const }])('change with %o', (more) => {
    expect([...fingerprintsOf([item(more)], 'x', key).values()]).not.toEqual([...fingerprintsOf([item({})], 'x', key).values()])
  })

  it('say nothing without their key, which lies apart from the register', async () => {
    expect(await readRegisterKey(folder)).toBeUndefined()
    const made = await registerKey(folder)
    expect(await registerKey(folder)).toEqual(Buffer.from(made))
    expect((await stat(join(folder, 'keys/register.key'))).mode & 0o777).toBe(0o600)
    expect(fingerprintsOf([item({})], 'x', made)).not.toEqual(fingerprintsOf([item({})], 'x', key))
    expect(await readFile(join(folder, 'korvaus.db'), 'latin1')).not.toContain(Buffer.from(made).toString('hex'))
  })
})
