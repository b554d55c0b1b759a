import { basename } from 'node:path'
import type { Claim } from '../model/claim.js'
import { exitCodes, KorvausError } from '../model/errors.js'
import { centsToClaim } from '../model/facts.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import { parseCents, type Cents } from '../model/money.js'
import type { Period } from '../model/period.js'
import type { CostItem } from '../model/service-log.js'
import type { PacketPseudonyms } from '../packet/pseudonyms.js'
import type { ThreadedItem } from '../register/chains.js'
import type { RecordedClaim, Register } from '../register/register.js'
import { tracesOf } from '../register/traces.js'
import { endChange, mendChange, writePacket, type PacketFiles, type PacketHome } from '../workspace/packet-change.js'
import type { FollowedItems } from './earlier-claims.js'
import { noteHead } from './register-age.js'
import type { Session } from './session.js'
import { watchSignals } from '../cli/signals.js'

/** A claim with its packet, and what it was planned on. */
interface PlannedPacket {
  readonly claim: Claim
  /** The claim of the period that is not filed yet and that this one replaces. */
  readonly current: RecordedClaim | undefined
  readonly packet: PacketFiles
  readonly follow: FollowedItems
  readonly period: Period
  readonly pseudonyms: PacketPseudonyms | undefined
  readonly key: Uint8Array
}

/**
 * The register's rows and the packet's files come to be together, or not at all. Throws `interrupted` or `terminated`
 * after both stand, when the run was asked to stop meanwhile.
 */
export async function recordPacket(register: Register, session: Session, { claim, current, packet, follow, period, pseudonyms, key }: PlannedPacket): Promise<void> {
  const { businessId } = session.workspace.config.claimant
  const claimed = new Set(claim.claimed)
  const rows = pseudonyms?.ownItems ?? new Map(session.log.items.map((item) => [item.id, item]))
  const rowOf = (id: string) => rows.get(id) as CostItem
  const items = claim.facts.items.filter(({ id }) => claimed.has(id)).map((item) => {
    const { fingerprint, thread, earlier } = follow.items.get(rowOf(item.id).id) as ThreadedItem
    return { fingerprint, thread, traces: tracesOf(rowOf(item.id), key), claimedBefore: earlier?.amount, amount: centsToClaim(item) as Cents, item: withoutIdentifiers(rowOf(item.id).id), category: item.category }
  })
  const running = Number(claim.number.slice(claim.number.lastIndexOf('/') + 1))
  const recorded = { businessId, period, running, asOf: claim.asOf, ruleBook: claim.ruleBook.version, amount: parseCents(claim.totals.amount) as Cents, content: packet.hash, packet: basename(packet.folder), items }
  const signals = watchSignals()
  try {
    await register.record(recorded, current, () => writePacket(session.workspace, period.name, packet))
    await endChange(homeOf(session))
    await noteHead(register, session.workspace)
  } catch (error) {
    await mendPackets(session, register).catch(() => undefined)
    throw error
  } finally {
    signals.close()
  }
  const stopped = signals.exitCode()
  if (stopped !== undefined) throw new KorvausError(stoppedBy[stopped], { claim: claim.number })
}

const stoppedBy = { [exitCodes.hungUp]: 'hung-up', [exitCodes.interrupted]: 'interrupted', [exitCodes.terminated]: 'terminated' } as const

/** Brings packets to where the register is, after a run that was stopped between the two. */
export async function mendPackets(session: Session, register: Register): Promise<boolean> {
  const home = homeOf(session)
  return mendChange(home, ({ folder, period, content }) => register.hasPacket(home.businessId, period, basename(folder), content))
}

function homeOf({ workspace: { root, config } }: Session): PacketHome {
  return { root, packets: config.packets, businessId: config.claimant.businessId }
}
