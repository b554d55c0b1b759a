import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRegister } from '../../src/register/open-register.js'
import { runBuilt, type ProcessResult } from '../end-to-end/run-built.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { testRegisters } from './engines.js'

const example = join(import.meta.dirname, '../../fixtures/example/workspace')
const registers = testRegisters()
const periods = ['2026-01', '2026-02', '2026-03', '2026-Q1', '2026-H1', '2026', '2026-01-15..2026-02-14', '2026-03-01..2026-04-30', '2026-Q1', '2026-03']

async function workspace(register?: string) {
  const folder = await registers.folder()
  for (const name of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(example, name), join(folder, name))
  if (register === undefined) return folder
  const path = join(folder, 'korvaus.yaml')
  await writeFile(path, `${(await readFile(path, 'utf8')).replace(/^register:.*\n/m, '')}register: ${register}\n`)
  return folder
}

const prepare = (folder: string, period: string, ...more: string[]) => runBuilt(['prepare', '--period', period, '--as-of', '2026-11-23', '--yes', '--quiet', '--lang', 'en', ...more], { cwd: folder })

async function expectNothingTwice(location: string) {
  const register = await openRegister(location)
  const rows = await register.engine.db.selectFrom('claim_items').select(['fingerprint', 'item', 'amount']).execute()
  expect(new Set(rows.map(({ fingerprint }) => fingerprint)).size).toBe(rows.length)
  expect((await register.prove()).problems).toEqual([])
  const claims = await register.ledger('1234567-1')
  await register.close()
  return { claims, items: rows.map(({ item, amount }) => `${item} ${amount}`).sort() }
}

function expectGoodEnds(results: readonly ProcessResult[]) {
  for (const { exitCode, stderr } of results) expect([0, 1, 5], stderr).toContain(exitCode)
  expect(results.some(({ exitCode }) => exitCode !== 5)).toBe(true)
}

/** What one claim of the whole year holds: no euro may be lost either, once everybody has run again. */
async function itemsOfOneClaim() {
  const folder = await workspace()
  await runKorvaus(['prepare', '--period', '2026', '--as-of', '2026-11-23', '--yes'], folder)
  return (await expectNothingTwice(join(folder, 'korvaus.db'))).items
}

describe('ten processes that prepare overlapping periods', () => {
  it('never claim an item twice from ten workspaces with one register on PostgreSQL, nor lose one', async () => {
    const location = await registers.location('postgres')
    const folders = await Promise.all(periods.map(() => workspace(location)))
    const [first = '', ...others] = folders
    await prepare(first, '2026-01-01..2026-01-10')
    for (const folder of others) await cp(join(first, 'keys'), join(folder, 'keys'), { recursive: true })
    expectGoodEnds(await Promise.all(periods.map((period, index) => prepare(folders[index] as string, period))))
    const { claims } = await expectNothingTwice(location)
    expect(claims.length).toBeGreaterThan(0)
    const last = await prepare(folders[5] as string, '2026')
    expect([0, 1], last.stderr).toContain(last.exitCode)
    expect((await expectNothingTwice(location)).items).toEqual(await itemsOfOneClaim())
  })

  it.each([['at once', []], ['waiting for each other', ['--wait', '60']]])('never claim an item twice from one workspace with its register in a file, %s', async (_, wait) => {
    const folder = await workspace()
    const results = await Promise.all(periods.map((period) => prepare(folder, period, ...wait)))
    expectGoodEnds(results)
    if (wait.length > 0) expect(results.filter(({ exitCode }) => exitCode === 5)).toEqual([])
    const { claims } = await expectNothingTwice(join(folder, 'korvaus.db'))
    for (const { packet } of claims) expect((await runKorvaus(['verify', join('packets', packet)], folder)).exitCode).toBe(0)
  })

  it('read a register that others write to as it is at one moment', async () => {
    const location = await registers.location('postgres')
    const [writer, reader] = [await openRegister(location), await openRegister(location)]
    const write = async () => {
      for (let running = 1; running <= 40; running++) await writer.record({ businessId: '1', period: { from: '2026-03-01', to: '2026-03-31', name: '2026-03' }, running, asOf: '2026-04-01', ruleBook: 'x', amount: 100n, content: 'a', packet: 'p', items: [{ fingerprint: `f${running}`, amount: 100n }] }, undefined, async () => undefined)
    }
    const progress = { done: false }
    const written = write().finally(() => void (progress.done = true))
    let looks = 0
    while (!progress.done) {
      expect((await reader.prove()).problems).toEqual([])
      expect((await reader.ledger('1')).every(({ items, standing }) => items === 1 && standing.amount === 100n)).toBe(true)
      looks += 1
    }
    await written
    expect(looks).toBeGreaterThan(1)
    for (const register of [writer, reader]) await register.close()
  })

  it('record twenty steps on one claim one after the other, each once', async () => {
    for (const kind of ['sqlite', 'postgres'] as const) {
      const location = await registers.location(kind)
      const first = await openRegister(location)
      const items = Array.from({ length: 20 }, (_, index) => ({ fingerprint: `f${index}`, amount: 100n, item: `R-${index}`, category: 'HEALTH' }))
      await first.record({ businessId: '1', period: { from: '2026-03-01', to: '2026-03-31', name: '2026-03' }, running: 1, asOf: '2026-04-01', ruleBook: 'x', amount: 2000n, content: 'a', packet: 'p', items }, undefined, async () => undefined)
      await first.take('1', '2026-03/01', { kind: 'filed', onDate: '2026-04-02', by: 'x' })
      await first.take('1', '2026-03/01', { kind: 'decided', onDate: '2026-04-03', by: 'x', parts: [] })
      const others = kind === 'postgres' ? await Promise.all(Array.from({ length: 5 }, () => openRegister(location))) : [first]
      await Promise.all(Array.from({ length: 20 }, (_, index) => others[index % others.length]?.take('1', '2026-03/01', { kind: 'paid', onDate: '2026-04-04', by: 'clerk', reference: `RF${index}`, amount: 100n })))
      const { standing } = await first.claim('1', '2026-03/01')
      expect(standing).toMatchObject({ paid: 2000n, state: 'paid' })
      expect(await first.prove()).toMatchObject({ events: 23, problems: [] })
      for (const register of new Set([first, ...others])) await register.close()
    }
  })
})
