import type { Io } from '../../cli/io.js'
import { exitCodes } from '../../model/errors.js'
import { renderClaim } from '../../report/claims.js'
import { atDesk, reasonOf, responsible, takeStep, type StepOptions } from './desk.js'

/** Records that the latest step of a claim was a mistake, and why: lists and sums follow, and both stay in the journal. */
export function run(io: Io, options: StepOptions, [number = '']: string[]): Promise<number> {
  return atDesk(io, options, async (desk) => {
    const [reason, who] = [reasonOf(options), await responsible(io, options, desk, false)]
    const { claim } = await takeStep(io, options, desk, number, { kind: 'reversed', ...who, reason })
    if (options.format === 'text' && options.quiet !== true) io.stdout(renderClaim(claim, desk.language))
    return exitCodes.done
  })
}
