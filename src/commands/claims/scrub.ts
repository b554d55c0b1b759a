import { rm } from 'node:fs/promises'
import type { Io } from '../../cli/io.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import type { Scrubbed } from '../../register/scrub.js'
import { claimsTexts } from '../../templates/claims-texts.js'
import { fill } from '../../templates/fill.js'
import { formatCount, formatDate } from '../../templates/format.js'
import { packetInside } from '../../workspace/load-workspace.js'
import { lockWorkspace } from '../../workspace/lock.js'
import { noteHead } from '../../desk/register-age.js'
import { ask } from '../../cli/ask.js'
import { atDesk, responsible, type Desk, type StepOptions } from './desk.js'
import { say } from '../../cli/options.js'
import { isThere } from '../../workspace/present-file.js'

type ScrubOptions = StepOptions & { readonly dryRun?: boolean; readonly packets?: boolean; readonly yes?: boolean }

/** Removes what retention no longer needs, by the dated table, and records that it did. */
export function run(io: Io, options: ScrubOptions): Promise<number> {
  return atDesk(io, options, async (desk) => {
    const lock = await lockWorkspace(desk.workspace)
    try {
      return await scrub(io, options, desk)
    } finally {
      await lock.release()
    }
  })
}

async function scrub(io: Io, options: ScrubOptions, desk: Desk): Promise<number> {
  const { register, asOf, language } = desk
  const due = await dueClaims(desk)
  if (options.dryRun === true || due.length === 0) {
    show(io, options, desk, due.map(({ claim, keptUntil }) => ({ number: claim.number, packet: claim.packet, keptUntil, items: claim.items, details: claim.standing.steps.length })), false)
    return exitCodes.done
  }
  const { by } = await responsible(io, { ...options, date: asOf }, desk, false)
  if (options.yes !== true && io.isTerminal) {
    const { sure } = await ask<{ sure: boolean }>([{ type: 'confirm', name: 'sure', message: fill(claimsTexts.askScrub[language], { count: String(due.length) }), default: false }], language)
    if (!sure) throw new KorvausError('declined', { what: 'scrub' })
  }
  const done = await register.scrub(due, { onDate: asOf, by, basis: basisOf(desk) })
  await noteHead(register, desk.workspace)
  if (options.packets === true) for (const { packet } of done) await removePacket(desk, packet)
  show(io, options, desk, done, true)
  const left = (await Promise.all(done.map(async ({ packet }) => ((await lies(desk, packet)) ? packet : [])))).flat()
  if (left.length > 0) say(fill(claimsTexts.packetsLeft[language], { packets: left.join(', ') }), options, io)
  return left.length > 0 ? exitCodes.attention : exitCodes.done
}

/** The claims whose time is over on the as-of date. */
async function dueClaims({ register, businessId, asOf, law }: Desk) {
  const { ledgerClaim } = await import('../../register/remedies.js')
  const { isScrubbable } = await import('../../register/scrub.js')
  return (await register.ledger(businessId)).flatMap((claim) => {
    const { keepUntil } = ledgerClaim(claim, asOf, law)
    return keepUntil !== undefined && isScrubbable(claim, keepUntil, asOf) ? [{ claim, keptUntil: keepUntil }] : []
  })
}

/** The sources of the retention times, as the event names them. */
function basisOf({ book }: Desk): string {
  const sources = book.tables.retention.filter(({ what }) => what !== 'books').map(({ basis: { act, section } }) => `${act} ${section ?? ''}`.trim())
  return `PKT-008, ${book.version}: ${[...new Set(sources)].join(', ')}`
}

function pathOf({ workspace: { root, config } }: Desk, packet: string): string {
  return packetInside(root, config.packets, packet)
}

async function lies(desk: Desk, packet: string): Promise<boolean> {
  const found = await Promise.all(['', '.zip'].map((end) => isThere(`${pathOf(desk, packet)}${end}`)))
  return found.includes(true)
}

async function removePacket(desk: Desk, packet: string): Promise<void> {
  await rm(pathOf(desk, packet), { recursive: true, force: true })
  await rm(`${pathOf(desk, packet)}.zip`, { force: true })
}

function show(io: Io, options: ScrubOptions, { asOf, language }: Desk, claims: readonly Scrubbed[], done: boolean): void {
  if (options.format === 'json') return io.stdout(`${JSON.stringify({ schema: 'korvaus/scrub/1', asOf, done, claims }, null, 2)}\n`)
  const text = done ? claimsTexts.scrubbed : claimsTexts.toScrub
  const line = ({ number, keptUntil, items, details }: Scrubbed) => `${fill(text[language], { number, date: formatDate(keptUntil, language), items: formatCount(items, language), details: formatCount(details, language) })}\n`
  io.stdout(claims.length === 0 ? `${claimsTexts.nothingToScrub[language]}\n` : claims.map(line).join(''))
}
