import { describe, it } from 'vitest'
import { lifeOf, type Life } from './life.js'
import { testRegisters } from '../../register/engines.js'
import { live } from './live.js'
import { shorter } from './shorter.js'

/**
 * `KORVAUS_LIVES=500 KORVAUS_SEED=7 npx vitest run test/end-to-end/lives` lives 500 lives of the seeds from 7 on;
 * `KORVAUS_SHORTER=1` leaves out of a life that fails what it does not need to fail.
 */
const first = Number(process.env.KORVAUS_SEED ?? 1)
const count = Number(process.env.KORVAUS_LIVES ?? 8)
const registers = testRegisters()
const seeds = Array.from({ length: count }, (_, index) => first + index)

describe('whatever becomes of a workspace, every packet proves itself, the same again has the same bytes, and no euro is claimed twice or lost', () => {
  it.each(seeds)('in the life of seed %i', { timeout: 300_000 }, async (seed) => {
    const life = lifeOf(seed)
    await liveHere(life).catch(async (error: unknown) => {
      throw process.env.KORVAUS_SHORTER === undefined ? error : await failureOf(await shorter(life, async (one) => (await failureOf(one)) !== undefined))
    })
  })
})

function liveHere(life: Life): Promise<number> {
  return live(life, async () => {
    const location = await registers.location('postgres')
    return { location, copy: () => registers.copyOf(location) }
  })
}

function failureOf(life: Life): Promise<unknown> {
  return liveHere(life).then(() => undefined, (error: unknown) => error)
}
