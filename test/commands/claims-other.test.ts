import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyWorkspace } from '../end-to-end/run-built.js'
import { runKorvaus } from './run-korvaus.js'

let folder: string
beforeAll(async () => {
  folder = await copyWorkspace('example')
  await runKorvaus(['prepare', '--period', '2026-01', '--as-of', '2026-11-23', '--yes'], folder)
})
afterAll(() => rm(folder, { recursive: true }))

const run = (...argv: string[]) => runKorvaus([...argv, '--lang', 'en', '--as-of', '2026-11-23'], folder)
const other = (...more: string[]) => run('claims', 'other', 'special.csv', '--reference', 'KEHA/12/2026', '--by', 'Head of finance', ...more)

interface Item { readonly id: string; readonly case: string; readonly amount: string; readonly outcome: string; readonly findings: readonly { readonly rule: string; readonly message: string }[] }
const items = async () => (JSON.parse((await run('check', '--format', 'json')).stdout) as { items: Item[] }).items

/** A table with the columns of a service log, with the rows of costs that were claimed elsewhere. */
async function special(rows: readonly (readonly string[])[]): Promise<void> {
  const heading = 'Item ID;Case ID;Service date;Category;Description;Special need;Provider kind;Net;VAT;Voucher'
  await writeFile(join(folder, 'special.csv'), [heading, ...rows.map(([id, theCase, day, category, net, voucher]) => [id, theCase, day, category, 'Care', 'Care that another section covers', 'company', net, '0', voucher].join(';'))].join('\n'))
}

/** The facts of an item as the log has them. */
async function factsOf(id: string): Promise<Record<string, string>> {
  const packet = join(folder, 'packets/korvaus_1234567-1_2026-Q1_01/claim.json')
  const { facts } = JSON.parse(await readFile(packet, 'utf8')) as { facts: { items: Record<string, string>[] } }
  return facts.items.find((item) => item.id === id) as Record<string, string>
}

describe('claims other', () => {
  it('records what was claimed under another compensation, and leaves the same cost here for a person', async () => {
    await run('prepare', '--period', '2026-Q1', '--yes')
    const open = (await items()).find(({ outcome, findings }) => outcome === 'rejected' && findings.some(({ message }) => message.includes('2026-Q1/01')))
    const cost = await factsOf(open?.id as string)
    expect((await run('claims', 'withdraw', '2026-Q1/01', '--by', 'x', '--reason', 'y')).exitCode).toBe(0)
    await special([['E-1', cost.case as string, cost.serviceDate as string, cost.category as string, cost.gross as string, 'X-1'], ['E-2', 'A-101', '2026-02-30', 'HEALTH', '10.00', 'X-2'], ['E-3', 'A-101', '2026-02-03', 'HEALTH', '-10.00', 'X-3']])

    const recorded = await other('--under', '65 §')
    expect(recorded).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('65§/01: 1 item,') as string })
    expect(recorded.stderr).toContain('cannot be compared, as their day or amount is missing: E-2.')
    const found = (await items()).find(({ id }) => id === cost.id)
    expect(found?.findings).toContainEqual(expect.objectContaining({ rule: 'OVL-011', message: 'Claim 65§/01 has the item E-1 with the same day, category and amount.' }))
    expect(found?.outcome).toBe('review')
  })

  it('records no row twice, and shows the other compensations apart from the claims and their sums', async () => {
    expect(JSON.parse((await other('--under', '65§', '--format', 'json')).stdout)).toMatchObject({ compensation: '65§', items: 0, known: 1 })
    const listed = (await run('claims', 'list')).stdout
    expect(listed).toMatch(/Other compensations of the Act\n  65§\/01  filed  €[\d.,]+  1 item\n$/)
    expect(listed.split('Other compensations')[0]).not.toContain('65§')
    expect((await run('claims', 'show', '65§/01')).stdout).toContain('Claimed under another compensation: 65§')
    expect((await run('claims', 'verify')).exitCode).toBe(0)
  })

  it('says which of its rows a claim of the register holds already', async () => {
    const { stdout } = await run('claims', 'list', '--format', 'json')
    const { claims } = JSON.parse(stdout) as { claims: { number: string; state: string }[] }
    expect(claims).toContainEqual(expect.objectContaining({ number: '2026-01/01', state: 'prepared' }))
    const held = (await items()).find(({ findings }) => findings.some(({ message }) => message.includes('2026-01/01')))
    const { facts } = JSON.parse(await readFile(join(folder, 'packets/korvaus_1234567-1_2026-01_01/claim.json'), 'utf8')) as { facts: { items: Record<string, string>[] } }
    const cost = facts.items.find(({ id }) => id === held?.id) as Record<string, string>
    await special([['E-9', cost.case as string, cost.serviceDate as string, cost.category as string, cost.gross as string, 'X-9']])
    expect(await other('--under', '48 §')).toMatchObject({ exitCode: 1, stdout: expect.stringContaining(`E-9: the same day, category and amount as the item ${cost.id} of claim 2026-01/01.`) as string })
  })

  it.each<[string, string[], number, RegExp]>([
    ['no compensation', [], 2, /--under is missing/],
    ['a period for a compensation', ['--under', '2026-03'], 2, /“2026-03” will not do/],
    ['a compensation with an identity', ['--under', '131052-308T'], 2, /identity code/],
  ])('refuses %s', async (_, argv, exitCode, message) => {
    expect(await other(...argv)).toMatchObject({ exitCode, stderr: expect.stringMatching(message) as string })
  })
})
