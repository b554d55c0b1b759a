import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { deadlineOf } from '../claim/deadline.js'
import type { Io } from '../io.js'
import type { IsoDate } from '../model/dates.js'
import { exitCodes } from '../model/errors.js'
import { claimsTexts } from '../templates/claims-texts.js'
import { fill } from '../templates/fill.js'
import { formatDate } from '../templates/format.js'
import { pathInside } from '../workspace/load-workspace.js'
import { atDesk, responsible, takeStep, type Desk, type StepOptions } from './claims-desk.js'
import { say } from './options.js'

const claimFileSchema = z.object({ claimed: z.array(z.string()), facts: z.object({ items: z.array(z.object({ id: z.string(), serviceDate: z.string().optional() })) }) })

/** Records that a claim was sent to the authority. */
export function run(io: Io, options: StepOptions, [number = '']: string[]): Promise<number> {
  return atDesk(io, options, async (desk) => {
    const who = await responsible(io, options, desk, false)
    const { claim } = await takeStep(io, options, desk, number, { kind: 'filed', ...who })
    const earliest = (await earliestService(desk, claim.packet)) ?? claim.period.from
    const deadline = deadlineOf(earliest, desk.book.tables)
    if (deadline === undefined || who.onDate <= deadline) return exitCodes.done
    say(fill(claimsTexts.filedLate[desk.language], { deadline: formatDate(deadline, desk.language) }), options, io)
    return exitCodes.attention
  })
}

/** The first service day among the claimed items; `undefined` when the packet lies no more where it was written. */
async function earliestService({ workspace: { root, config } }: Desk, packet: string): Promise<IsoDate | undefined> {
  const text = await readFile(join(pathInside(root, config.packets, 'packets'), packet, 'claim.json'), 'utf8').catch(() => '{}')
  const read = claimFileSchema.safeParse(JSON.parse(text))
  if (!read.success) return undefined
  const claimed = new Set(read.data.claimed)
  return read.data.facts.items.flatMap(({ id, serviceDate }) => (claimed.has(id) ? (serviceDate ?? []) : [])).sort()[0]
}
