import { beforeAll, describe, expect, it } from 'vitest'
import { openRegister } from '../../src/register/open-register.js'
import { newClaim, nothing } from './claim-builder.js'
import { engineKinds, testRegisters } from './engines.js'

const registers = testRegisters()
const april = newClaim({ period: { from: '2026-04-01', to: '2026-04-30', name: '2026-04' }, content: 'cc', items: [{ fingerprint: 'f3', amount: 1000n }] })
let dumps: Record<string, string[]>
beforeAll(async () => {
  dumps = Object.fromEntries(await Promise.all(engineKinds.map(async (kind) => {
    const register = await openRegister(await registers.location(kind))
    await register.requireKey(new Uint8Array(32).fill(1))
    await register.record(newClaim(), undefined, nothing)
    await register.take('1234567-1', '2026-03/01', { kind: 'filed', onDate: '2026-04-11', by: 'Åsa' })
    await register.record(april, undefined, nothing)
    const dump = await register.dump()
    await register.close()
    return [kind, dump]
  })))
})

async function* from(lines: readonly string[]) {
  yield* lines.map((line) => line.trimEnd())
}
async function imported(kind: (typeof engineKinds)[number], lines: readonly string[]) {
  const register = await openRegister(await registers.location(kind))
  const proof = await register.import(from(lines), 'register.ndjson').catch((error: unknown) => error)
  return { register, proof }
}

it('writes the same lines on either database, but for what is random in the journal', () => {
  const known = (lines: string[] | undefined) => lines?.map((line) => line.replace(/"(salt\\?"|details_hash"|previous"|hash"):\\?"[0-9a-f]+\\?"/g, ''))
  expect(known(dumps.postgres)).toEqual(known(dumps.sqlite))
  expect(dumps.sqlite?.length).toBe(1 + 1 + 2 + 3 + 3)
})

describe.each(engineKinds)('a dump brought into %s', (kind) => {
  it('gives the same register, which goes on from there', async () => {
    const other = dumps[kind === 'sqlite' ? 'postgres' : 'sqlite'] as string[]
    const { register, proof } = await imported(kind, other)
    expect(proof).toMatchObject({ claims: 2, events: 3, problems: [] })
    expect(await register.dump()).toEqual(other)
    await register.requireKey(new Uint8Array(32).fill(1))
    await register.take('1234567-1', '2026-04/01', { kind: 'filed', onDate: '2026-05-11', by: 'x' })
    await register.record(newClaim({ period: { from: '2026-05-01', to: '2026-05-31', name: '2026-05' }, items: [] }), undefined, nothing)
    expect((await register.prove()).problems).toEqual([])
    await register.close()
  })

  it('is refused where there are claims already', async () => {
    const { register } = await imported(kind, dumps.sqlite as string[])
    await expect(register.import(from(dumps.sqlite as string[]), 'x')).rejects.toMatchObject({ code: 'register-not-empty', exitCode: 5 })
    await register.close()
  })

  it.each<[string, (lines: string[]) => string[], object]>([
    ['is no register', () => ['{"schema":"something/1"}'], { code: 'dump-invalid', values: { line: '1' } }],
    ['is empty', () => [], { code: 'dump-invalid', values: { line: '1' } }],
    ['is of a newer version', (lines) => ['{"schema":"korvaus/register/1","version":99}', ...lines.slice(1)], { code: 'register-newer' }],
    ['has a line that is no JSON', (lines) => [...lines.slice(0, 4), '{', ...lines.slice(4)], { code: 'dump-invalid', values: { line: '5', reason: 'JSON' } }],
    ['has a column that is not known', (lines) => lines.with(2, '{"table":"claims","name":"x"}'), { code: 'dump-invalid', values: { line: '3' } }],
    ['lacks its last event', (lines) => lines.slice(0, -1), { code: 'dump-unproven', exitCode: 3 }],
    ['has a changed period', (lines) => lines.map((line) => line.replace('"period":"2026-03"', '"period":"2026-02"')), { code: 'dump-unproven' }],
    ['has a changed amount', (lines) => lines.map((line) => line.replace('"amount":"4.00"', '"amount":"4.01"')), { code: 'dump-unproven' }],
  ])('is refused whole when it %s', async (_, change, error) => {
    const { register, proof } = await imported(kind, change(dumps.sqlite as string[]))
    expect(proof).toMatchObject(error)
    expect(await register.prove()).toMatchObject({ claims: 0, events: 0 })
    await register.close()
  })
})
