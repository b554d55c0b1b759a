import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { deadlineOf } from '../../claim/deadline.js'
import type { Io } from '../../cli/io.js'
import type { IsoDate } from '../../model/dates.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import type { KeptClaim } from '../../register/kept-claims.js'
import { claimsTexts } from '../../templates/claims-texts.js'
import { fill } from '../../templates/fill.js'
import { formatDate } from '../../templates/format.js'
import { packetInside } from '../../workspace/load-workspace.js'
import { atDesk, responsible, takeStep, type Desk, type StepOptions } from './desk.js'
import { say } from '../../cli/options.js'
import { readIfThere, textIfThere } from '../../workspace/present-file.js'

const claimFileSchema = z.object({ claimed: z.array(z.string()), facts: z.object({ items: z.array(z.object({ id: z.string(), serviceDate: z.string().optional() })) }) })

/** Records that a claim was sent to the authority. */
export function run(io: Io, options: StepOptions, [number = '']: string[]): Promise<number> {
  return atDesk(io, options, async (desk) => {
    const who = await responsible(io, options, desk, false)
    await requireRecordedPacket(desk, await desk.register.claim(desk.businessId, number))
    const { claim } = await takeStep(io, options, desk, number, { kind: 'filed', ...who })
    const earliest = (await earliestService(desk, claim.packet)) ?? claim.period.from
    const deadline = deadlineOf(earliest, desk.book)
    if (deadline === undefined || who.onDate <= deadline) return exitCodes.done
    say(fill(claimsTexts.filedLate[desk.language], { deadline: formatDate(deadline, desk.language) }), options, io)
    return exitCodes.attention
  })
}

/** What is filed must be what was recorded; a packet that was moved elsewhere is taken on trust. */
async function requireRecordedPacket(desk: Desk, { number, packet, standing }: KeptClaim): Promise<void> {
  const path = packetPath(desk, packet)
  const manifest = await readIfThere(join(path, 'manifest.json'))
  if (manifest === undefined || standing.state !== 'prepared') return
  if (createHash('sha256').update(manifest).digest('hex') !== standing.content) throw new KorvausError('packet-differs', { path, claim: number })
}

function packetPath({ workspace: { root, config } }: Desk, packet: string): string {
  return packetInside(root, config.packets, packet)
}

/** The first service day among the claimed items; `undefined` when the packet lies no more where it was written. */
async function earliestService(desk: Desk, packet: string): Promise<IsoDate | undefined> {
  const text = (await textIfThere(join(packetPath(desk, packet), 'claim.json'))) ?? '{}'
  const read = claimFileSchema.safeParse(JSON.parse(text))
  if (!read.success) return undefined
  const claimed = new Set(read.data.claimed)
  return read.data.facts.items.flatMap(({ id, serviceDate }) => (claimed.has(id) ? (serviceDate ?? []) : [])).sort()[0]
}
