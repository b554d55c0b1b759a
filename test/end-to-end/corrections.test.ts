import { copyFile, readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClaimJson } from '../../src/model/claim.js'
import { parseCents } from '../../src/model/money.js'
import type { Unclaimed } from '../../src/model/unclaimed.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { pdfText } from '../packet/pdf-text.js'
import { copyWorkspace } from './run-built.js'

const period = '2026-Q1'
const who = ['--by', 'Head of finance', '--reference', 'UUD/1/2026', '--date', '2026-11-23']
const copies: string[] = []
let workspace: string
beforeAll(async () => {
  workspace = await copyWorkspace('example')
  copies.push(workspace)
})
afterAll(() => Promise.all(copies.map((folder) => rm(folder, { recursive: true }))))

const run = (...argv: string[]) => runKorvaus([...argv, '--lang', 'en'], workspace)
const prepare = () => run('prepare', '--period', period, '--yes', '--as-of', '2026-11-23')

describe('a filed claim whose costs change afterwards', () => {
  it('is followed by claims of the differences alone, each with both amounts', async () => {
    await prepare()
    const first = await claimOf('01')
    expect(first.corrections).toBeUndefined()
    expect((await run('claims', 'file', `${period}/01`, ...who)).exitCode).toBe(0)
    const [dearer, cheaper, doubled] = plainItems(first)
    const before = await unclaimed()
    await changeNet(dearer.id, dearer.cents + 1000n)
    await changeNet(cheaper.id, cheaper.cents - 500n)

    const left = await unclaimed()
    expect([left.cents - before.cents, left.items.filter((id) => !before.items.includes(id)).sort()]).toEqual([500n, [dearer.id, cheaper.id].sort()])
    const { stderr } = await prepare()
    expect(await unclaimed()).toEqual(before)
    expect(stderr).toContain('Corrections of earlier claims: 2')
    expect(stderr).toMatch(new RegExp(`${dearer.id}: €[\\d.,]+ claimed in 2026-Q1/01, correct amount €[\\d.,]+, difference €10.00`))
    const second = await claimOf('02')
    expect(second.totals.amount).toBe('5.00')
    expect(new Set(second.corrections)).toEqual(new Set([
      { item: dearer.id, claim: '2026-Q1/01', claimedAmount: euros(dearer.cents), amount: euros(dearer.cents + 1000n), difference: '10.00' },
      { item: cheaper.id, claim: '2026-Q1/01', claimedAmount: euros(cheaper.cents), amount: euros(cheaper.cents - 500n), difference: '-5.00' },
    ]))

    await run('claims', 'file', `${period}/02`, ...who)
    await changeNet(dearer.id, dearer.cents)
    await addLateBill(doubled.id)
    await prepare()
    const third = await claimOf('03')
    expect(third.totals.amount).toBe(euros(doubled.cents - 1000n))
    expect(third.corrections?.map(({ item, claim, difference }) => [item, claim, difference])).toEqual([[dearer.id, '2026-Q1/02', '-10.00']])
    expect((await run('claims', 'verify')).exitCode).toBe(0)
  })

  it('shows the corrections to everyone who reads the packet, and the packet proves them', async () => {
    const folder = await packetOf('02')
    expect((await run('verify', folder)).exitCode).toBe(0)
    expect(await pdfText(await readFile(join(folder, 'claim.pdf')))).toContain('Oikaisut aiempiin hakemuksiin')
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('<h2>Oikaisut aiempiin hakemuksiin</h2>')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(join(folder, 'cost-specification.xlsx'))
    expect(workbook.worksheets.map(({ name }) => name)).toContain('Oikaisut')
  })

  it('loses nothing and claims nothing twice when corrections are withdrawn', async () => {
    for (const number of ['02', '03']) expect((await run('claims', 'withdraw', `${period}/${number}`, ...who, '--reason', 'Filed in error')).exitCode).toBe(0)
    await prepare()
    const claims = await Promise.all(['01', '04'].map((number) => claimOf(number)))
    const other = await copyWorkspace('example')
    copies.push(other)
    await copyFile(join(workspace, 'palveluloki.xlsx'), join(other, 'palveluloki.xlsx'))
    await runKorvaus(['prepare', '--period', period, '--yes', '--as-of', '2026-11-23'], other)
    expect(euros(claims.reduce((sum, { totals }) => sum + (parseCents(totals.amount) as bigint), 0n))).toBe((await claimOf('01', other)).totals.amount)
  })

  it('names a claimed cost that the log has lost, and neither claims nor takes back anything for it', async () => {
    const [lost, , doubled] = plainItems(await claimOf('01'))
    await run('claims', 'file', `${period}/04`, ...who)
    await addLateBill(`${doubled.id}-late`)
    await removeRow(lost.id)
    const april = await run('prepare', '--period', '2026-04', '--yes', '--as-of', '2026-11-23')
    expect([april.exitCode, april.stderr], 'whatever period is prepared').toEqual([1, expect.stringContaining(`no longer has 1 of the costs that were claimed: ${lost.id} (2026-Q1/`) as string])
    expect((await prepare()).stderr).toContain(`no longer has 1 of the costs that were claimed: ${lost.id} (2026-Q1/`)
    const fifth = await claimOf('05')
    expect([fifth.claimed, fifth.totals.amount]).toEqual([[`${doubled.id}-late-late`], euros(doubled.cents)])
  })

  it('claims nothing twice where the day or the voucher of a claimed row is mended', async () => {
    workspace = await copyWorkspace('example')
    copies.push(workspace)
    await prepare()
    await run('claims', 'file', `${period}/01`, ...who)
    const [first, second] = plainItems(await claimOf('01'))
    await changed((_, columnOf, rowOf) => {
      const day = rowOf(first.id).getCell(columnOf('Palvelupäivä'))
      day.value = new Date((day.value as Date).getTime() + 86_400_000)
      rowOf(second.id).getCell(columnOf('Tositenumero')).value = 'MENDED-1'
    })
    const { exitCode, stderr } = await prepare()
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('Nothing can be claimed') as string])
  })

  it('claims nothing twice where the day of a claimed row is mended to one of another period', async () => {
    workspace = await copyWorkspace('example')
    copies.push(workspace)
    await prepare()
    await run('claims', 'file', `${period}/01`, ...who)
    const [first] = plainItems(await claimOf('01'))
    const before = await unclaimed()
    await changed((_, columnOf, rowOf) => {
      rowOf(first.id).getCell(columnOf('Palvelupäivä')).value = new Date('2026-05-05T00:00:00Z')
    })
    expect(await unclaimed()).toEqual(before)
    const { stdout } = await run('check', '--period', '2026-05', '--as-of', '2026-11-23', '--format', 'json')
    const item = (JSON.parse(stdout) as { items: { id: string; outcome: string; findings: { rule: string; message: string }[] }[] }).items.find(({ id }) => id === first.id)
    expect(item).toMatchObject({ outcome: 'rejected', findings: expect.arrayContaining([expect.objectContaining({ rule: 'OVL-001', message: `The same cost already stands in claim 2026-Q1/01 as item ${first.id}.` })]) as unknown })
  })
})

/** What is in no claim: its sum, and the items. */
async function unclaimed(): Promise<{ readonly cents: bigint; readonly items: readonly string[] }> {
  const { totals, deadlines } = JSON.parse((await run('unclaimed', '--as-of', '2026-11-23', '--format', 'json')).stdout) as Unclaimed
  return { cents: parseCents(totals.amount) as bigint, items: deadlines.flatMap(({ items }) => items) }
}

async function packetOf(number: string, folder = workspace): Promise<string> {
  const name = (await readdir(join(folder, 'packets'))).find((one) => one.endsWith(`_${number}`)) as string
  return join(folder, 'packets', name)
}

async function claimOf(number: string, folder = workspace): Promise<ClaimJson> {
  return JSON.parse(await readFile(join(await packetOf(number, folder), 'claim.json'), 'utf8')) as ClaimJson
}

interface PlainItem { readonly id: string; readonly cents: bigint }

/** Claimed items without value added tax or hours that would have to change with the net amount. */
function plainItems({ claimed, facts }: ClaimJson): [PlainItem, PlainItem, PlainItem] {
  const plain = facts.items.filter(({ id, net, vat, amount, providerKind }) => claimed.includes(id as string) && providerKind !== 'own' && net === amount && (vat === undefined || vat === '0.00') && (parseCents(amount as string) as bigint) > 2000n)
  return plain.slice(0, 3).map(({ id, amount }) => ({ id: id as string, cents: parseCents(amount as string) as bigint })) as [PlainItem, PlainItem, PlainItem]
}

function euros(cents: bigint): string {
  return (Number(cents) / 100).toFixed(2)
}

/** Changes the sheet of costs as the officer would. */
async function changed(change: (costs: ExcelJS.Worksheet, columnOf: (heading: string) => number, rowOf: (id: string) => ExcelJS.Row) => void): Promise<void> {
  const path = join(workspace, 'palveluloki.xlsx')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const costs = workbook.getWorksheet('Kustannukset') as ExcelJS.Worksheet
  const headings = costs.getRow(1).values as (string | undefined)[]
  change(costs, (heading) => headings.indexOf(heading), (id) => (costs.getRows(2, costs.rowCount) ?? []).find((row) => row.getCell(1).text === id) as ExcelJS.Row)
  await workbook.xlsx.writeFile(path)
}

function changeNet(id: string, cents: bigint): Promise<void> {
  return changed((_, columnOf, rowOf) => {
    const row = rowOf(id)
    for (const heading of ['Netto', 'Brutto']) if (row.getCell(columnOf(heading)).value !== null) row.getCell(columnOf(heading)).value = Number(cents) / 100
    if (row.getCell(columnOf('Yksikköhinta')).value === null) return
    row.getCell(columnOf('Määrä')).value = 1
    row.getCell(columnOf('Yksikköhinta')).value = Number(cents) / 100
  })
}

/** The same service once more, on a bill of its own. */
function addLateBill(id: string): Promise<void> {
  return changed((costs, columnOf, rowOf) => {
    const values = [...(rowOf(id).values as ExcelJS.CellValue[])]
    values[1] = `${id}-late`
    values[columnOf('Tositenumero')] = `${id}-late-bill`
    costs.addRow(values.slice(1))
  })
}

function removeRow(id: string): Promise<void> {
  return changed((costs, _, rowOf) => {
    costs.spliceRows(rowOf(id).number, 1)
  })
}
