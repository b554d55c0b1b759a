import type { Io } from '../../cli/io.js'
import { exitCodes } from '../../model/errors.js'
import { atDesk, centsOf, responsible, takeStep, type StepOptions } from './desk.js'

/** Records a payment of the authority: what was granted and is not paid yet, or a part of it. */
export function run(io: Io, options: StepOptions, [number = '']: string[]): Promise<number> {
  return atDesk(io, options, async (desk) => {
    const amount = options.amount === undefined ? undefined : centsOf(options.amount, '--amount')
    const { claim } = await takeStep(io, options, desk, number, { kind: 'paid', ...(await responsible(io, options, desk, true)), amount })
    return claim.state === 'paid' ? exitCodes.done : exitCodes.attention
  })
}
