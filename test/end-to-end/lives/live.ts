import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rowOf, writeCosts, writeSettings } from './life-files.js'
import type { Life, LifeStep } from './life.js'
import { requireMoneyOnce } from './money.js'
import { requireLastProof, requireProven } from './proven.js'
import { takeStep } from './take-step.js'
import type { SharedRegister, World } from './world.js'

/** Whatever happened before, at last everything is claimed that can be. */
const ending: readonly LifeStep[] = [{ kind: 'prepare', month: 2 }, { kind: 'prepare', month: 3 }]

/** Lives a life, and after each step requires what must always hold. Gives the number of its packets; throws with the steps so far. */
export async function live(life: Life, shared: () => Promise<SharedRegister>): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'korvaus-life-'))
  const rows = life.costs.map((cost, index) => rowOf(cost, `K-${index}`))
  const world: World = { life, folder, workspace: join(folder, 'workspace'), rows, next: rows.length, proven: new Map(), ownIds: new Map(), register: life.register === 'postgres' ? await shared() : undefined }
  const taken: string[] = []
  try {
    await writeSettings(world.workspace, life, world.register?.location)
    await writeCosts(world.workspace, life, rows)
    for (const step of [...life.steps, ...ending]) {
      taken.push(JSON.stringify(step))
      await takeStep(world, step)
      await requireProven(world, step)
      await requireMoneyOnce(world, step)
    }
    await requireLastProof(world)
    return world.proven.size
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${told(life)}\n${taken.map((step, index) => `${index + 1}. ${step}`).join('\n')}`, { cause: error })
  } finally {
    await rm(folder, { recursive: true })
  }
}

function told({ costs, steps: _, ...settings }: Life): string {
  return [JSON.stringify(settings), ...costs.map((cost, index) => `K-${index}: ${JSON.stringify(cost)}`)].join('\n')
}
