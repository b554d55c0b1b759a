import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClaimJson } from '../../../src/model/claim.js'
import type { LifeStep } from './life.js'
import { claimsOf, run, type World } from './world.js'

interface CheckedItem {
  readonly id: string
  readonly outcome: string
  readonly amount: string
}

/** After a period was prepared, all claims that stand have together what can be claimed: no euro twice, and none lost. */
export async function requireMoneyOnce(world: World, step: LifeStep): Promise<void> {
  if (step.kind !== 'prepare') return
  const claimed = await claimedOf(world)
  for (const { id, outcome, amount } of await checkedAnew(world, step.month)) {
    const cents = claimed.get(id) ?? 0
    if (outcome === 'claimable' && cents !== inCents(amount)) throw new Error(`${id} can be claimed with ${amount}, and ${cents} cents are claimed`)
  }
}

/** What would be claimed of a month if nothing had been claimed before. */
async function checkedAnew(world: World, month: number): Promise<readonly CheckedItem[]> {
  const fresh = join(world.folder, 'fresh')
  await cp(world.workspace, fresh, { recursive: true, filter: (path) => path === world.workspace || /\.(csv|xlsx|ods|yaml)$|reviews\.json$/.test(path) })
  if (world.register !== undefined) await withoutRegister(join(fresh, 'korvaus.yaml'), world.register.location)
  const { exitCode, stdout, stderr } = await run(world, ['check', '--period', `2026-0${month}`, '--format', 'json'], fresh)
  await rm(fresh, { recursive: true })
  if (exitCode > 1) return exitCode === 2 ? [] : Promise.reject(new Error(`check ended with ${exitCode}: ${stderr}`))
  return (JSON.parse(stdout) as { items: readonly CheckedItem[] }).items
}

async function withoutRegister(settings: string, location: string): Promise<void> {
  await writeFile(settings, (await readFile(settings, 'utf8')).replace(`register: ${location}\n`, ''))
}

/** The cents of each item in all claims that were not withdrawn; a correction counts with its difference. */
async function claimedOf(world: World): Promise<ReadonlyMap<string, number>> {
  const sums = new Map<string, number>()
  for (const { packet, state } of await claimsOf(world)) {
    if (state === 'withdrawn') continue
    const { claimed, corrections = [], facts } = JSON.parse(await readFile(join(world.workspace, 'packets', packet, 'claim.json'), 'utf8')) as ClaimJson
    for (const id of claimed) {
      const amount = corrections.find(({ item, credits }) => item === id && credits === undefined)?.difference ?? facts.items.find((item) => item.id === id)?.amount
      const own = world.ownIds.get(packet)?.get(id) ?? id
      sums.set(own, (sums.get(own) ?? 0) + inCents(amount === undefined ? '0' : String(amount)))
    }
  }
  return sums
}

function inCents(amount: string): number {
  return Math.round(100 * Number(amount))
}
