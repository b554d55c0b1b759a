import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'libsql'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import type { EngineKind } from '../../src/register/dialects/dialects.js'
import { openRegister } from '../../src/register/open-register.js'
import { march, newClaim, nothing } from './claim-builder.js'
import { changeByHand, engineKinds, testRegisters } from './engines.js'

const registers = testRegisters()
const script = await readFile(join(import.meta.dirname, '../../fixtures/register/version-1.sql'), 'utf8')

/** A register as version 0.1.0 of the program left it. */
async function registerOfVersion1(kind: EngineKind): Promise<string> {
  const location = await registers.location(kind)
  if (kind === 'sqlite') {
    const database = new Database(location)
    database.exec(script.replaceAll('$serial', 'integer primary key autoincrement'))
    database.close()
    return location
  }
  const client = new pg.Client({ connectionString: location })
  await client.connect()
  await client.query(`${script.replaceAll('$serial', 'bigserial primary key')}\nSELECT setval('claims_id_seq', 1); SELECT setval('events_seq_seq', 2);`)
  await client.end()
  return location
}

describe.each(engineKinds)('a register of an older version on %s', (kind) => {
  it('is brought forward with all that it holds, proves itself, and takes new steps', async () => {
    const register = await openRegister(await registerOfVersion1(kind), await registers.folder())
    expect(await register.claimsOf('1234567-1', march)).toMatchObject([{ id: 1, content: 'bb', amount: 900n }])
    expect((await register.heldItems('1234567-1', undefined)).map(({ fingerprint }) => fingerprint).sort()).toEqual(['f1', 'f3'])
    await register.take('1234567-1', '2026-03/01', { kind: 'filed', onDate: '2026-04-11', by: 'x' })
    await register.record(newClaim({ period: { from: '2026-04-01', to: '2026-04-30', name: '2026-04' }, items: [{ fingerprint: 'f9', amount: 1000n }] }), undefined, nothing)
    expect(await register.prove()).toMatchObject({ claims: 2, events: 4, problems: [] })
    await register.close()
  })

  it('is kept as it was in a backup for its owner alone, from which it comes back', async () => {
    const folder = await registers.folder()
    const location = await registerOfVersion1(kind)
    await (await openRegister(location, folder)).close()
    const backups = kind === 'sqlite' ? join(location, '..') : folder
    const name = (await readdir(backups)).find((one) => one.includes('version-1.backup'))
    const path = join(backups, name as string)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const again = await openRegister(kind === 'sqlite' ? path : await registers.location(kind), folder)
    if (kind === 'postgres') await again.import(linesOf(await readFile(path, 'utf8')), 'backup')
    expect(await again.prove()).toMatchObject({ claims: 1, events: 2, problems: [] })
    await again.close()
  })

  it('changed by hand before it is brought forward still shows it', async () => {
    const location = await registerOfVersion1(kind)
    await changeByHand(location, `update events set details = '{"amount":"9.00","content":"bb","items":3}' where seq = 2`)
    const register = await openRegister(location, await registers.folder())
    expect((await register.prove()).problems).toContainEqual({ seq: 2, what: 'hash' })
    await register.close()
  })
})

describe.each(engineKinds)('a register of version 4 on %s', (kind) => {
  it('is brought forward, and proves itself as before', async () => {
    const location = await registers.location(kind)
    const before = await openRegister(location)
    await before.record(newClaim(), undefined, nothing)
    await before.close()
    await changeByHand(location, 'alter table claims drop column compensation', 'update register_version set version = 4')
    const register = await openRegister(location, await registers.folder())
    expect(await register.prove()).toMatchObject({ claims: 1, problems: [] })
    expect(await register.heldItems('1234567-1', undefined)).toHaveLength(2)
    await register.close()
  })
})

describe('a new register on postgres', () => {
  it('is made once when ten open it at the same moment', async () => {
    const location = await registers.location('postgres')
    const opened = await Promise.all(Array.from({ length: 10 }, () => openRegister(location)))
    await Promise.all(opened.map((register) => register.requireKey(new Uint8Array(32))))
    for (const register of opened) await register.close()
  })
})

describe.each(engineKinds)('a register of a newer version on %s', (kind) => {
  it('is refused and left as it is', async () => {
    const location = await registers.location(kind)
    await (await openRegister(location)).close()
    await changeByHand(location, 'update register_version set version = 99')
    await expect(openRegister(location)).rejects.toMatchObject({ code: 'register-newer', exitCode: 5 })
    await expect(openRegister(location)).rejects.toMatchObject({ code: 'register-newer' })
  })
})

describe.each(engineKinds)('a register whose tables are not those of its version on %s', (kind) => {
  it.each(['drop table item_traces', 'update register_version set version = 1', 'delete from register_version'])('is called damaged after: %s', async (statement) => {
    const location = await registers.location(kind)
    await (await openRegister(location)).close()
    await changeByHand(location, statement)
    await expect(openRegister(location).then((register) => register.prove().finally(() => register.close()))).rejects.toMatchObject({ code: 'register-damaged', exitCode: 5 })
  })
})

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split('\n')
}
