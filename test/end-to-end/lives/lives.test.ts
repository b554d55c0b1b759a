import fc from 'fast-check'
import { describe, it } from 'vitest'
import { live } from './live.js'
import { lives } from './life.js'

/** `LIVES_SEED=7 LIVES_COUNT=300 npx vitest run test/end-to-end/lives` looks for as long as one likes. */
const seed = Number(process.env.LIVES_SEED ?? 20261130)
const count = Number(process.env.LIVES_COUNT ?? 3)

describe('whatever becomes of a workspace', () => {
  it('every packet of it proves itself, the same again has the same bytes, and no euro is claimed twice', async () => {
    await fc.assert(fc.asyncProperty(lives, live), { seed, numRuns: count, interruptAfterTimeLimit: 3_000_000, markInterruptAsFailure: false })
  }, 3_600_000)
})
