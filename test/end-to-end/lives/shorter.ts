import type { Life } from './life.js'

/** Leaves out step after step and cost after cost as long as the life still fails. */
export async function shorter(life: Life, fails: (life: Life) => Promise<boolean>): Promise<Life> {
  for (const one of oneLess(life)) if (await fails(one)) return shorter(one, fails)
  return life
}

function oneLess(life: Life): Life[] {
  return [
    ...life.steps.map((_, index) => ({ ...life, steps: life.steps.toSpliced(index, 1) })),
    ...(life.costs.length === 1 ? [] : life.costs.map((_, index) => ({ ...life, costs: life.costs.toSpliced(index, 1) }))),
  ]
}
