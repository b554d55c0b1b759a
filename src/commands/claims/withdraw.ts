import type { Io } from '../../cli/io.js'
import { exitCodes } from '../../model/errors.js'
import { atDesk, reasonOf, responsible, takeStep, type StepOptions } from './desk.js'

/** Records that a claim was withdrawn; its items can be claimed again. */
export function run(io: Io, options: StepOptions, [number = '']: string[]): Promise<number> {
  return atDesk(io, options, async (desk) => {
    const [reason, who] = [reasonOf(options), await responsible(io, options, desk, false)]
    await takeStep(io, options, desk, number, { kind: 'withdrawn', ...who, reason })
    return exitCodes.done
  })
}
