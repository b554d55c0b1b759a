import { formatCents } from '../model/money.js'
import type { IsoDate } from '../model/dates.js'
import type { ClaimState } from '../model/ledger.js'
import type { Engine } from './dialects/engine.js'
import { appendEvent } from './journal.js'
import { claimByNumber, type KeptClaim } from './kept-claims.js'
import { isSettled } from './life.js'
import { claimHash } from './row-hashes.js'

/** A claim whose time of retention has ended, and what of it is removed. */
export interface Scrubbed {
  readonly number: string
  readonly packet: string
  readonly keptUntil: IsoDate
  readonly items: number
  readonly details: number
}

interface Scrub {
  readonly onDate: IsoDate
  readonly by: string
  /** What the removal rests on: the rule and its source. */
  readonly basis: string
}

/** States in which nothing is awaited any more. */
const ended: ReadonlySet<ClaimState> = new Set(['decided', 'paid', 'recovered', 'withdrawn'])

/**
 * Whether what is kept of a claim can go on a day: it has ended, no granted money is outstanding, and its time of
 * retention is over. What was claimed under another compensation ends elsewhere.
 */
export function isScrubbable({ standing, compensation }: Pick<KeptClaim, 'standing' | 'compensation'>, keptUntil: IsoDate | undefined, on: IsoDate): boolean {
  const { state, granted = 0n, paid, scrubbed } = standing
  const hasEnded = compensation !== undefined || (ended.has(state) && isSettled(paid, granted))
  return !scrubbed && keptUntil !== undefined && keptUntil < on && hasEnded
}

/**
 * Removes the items of claims and the details of their events: persons responsible, references, reasons, parts of
 * decisions. Numbers, periods, states and sums stay, and the journal proves as before: its chain holds the hashes of
 * the details. That it was done, when and by whom, is an event itself. Nothing of it stays in the database's files.
 */
export async function scrubClaims(engine: Engine, claims: readonly { readonly claim: KeptClaim; readonly keptUntil: IsoDate }[], scrub: Scrub): Promise<Scrubbed[]> {
  const scrubbed = await engine.writing(async (db) => {
    const done: Scrubbed[] = []
    for (const { claim, keptUntil } of claims) {
      const kept = await claimByNumber({ ...engine, db }, claim.businessId, claim.number)
      if (!isScrubbable(kept, keptUntil, scrub.onDate)) continue
      const { state, amount, granted, paid, recovered, interest } = kept.standing
      const row = await db.selectFrom('claims').selectAll().where('id', '=', claim.id).executeTakeFirstOrThrow()
      await db.deleteFrom('item_traces').where('claim_id', '=', claim.id).execute()
      const items = await db.deleteFrom('claim_items').where('claim_id', '=', claim.id).executeTakeFirst()
      const details = await db.updateTable('events').set({ details: '' }).where('claim_id', '=', claim.id).where('details_hash', 'is not', null).executeTakeFirst()
      await appendEvent(db, {
        claim_id: claim.id, kind: 'scrubbed', on_date: scrub.onDate,
        details: {
          by: scrub.by, basis: scrub.basis, keptUntil, claimHash: claimHash(row), state, amount: formatCents(amount), ...(granted === undefined ? {} : { granted: formatCents(granted) }),
          paid: formatCents(paid), recovered: formatCents(recovered), interest: formatCents(interest), items: Number(items.numDeletedRows),
        },
      })
      done.push({ number: claim.number, packet: claim.packet, keptUntil, items: Number(items.numDeletedRows), details: Number(details.numUpdatedRows) })
    }
    return done
  })
  if (scrubbed.length > 0) await engine.dialect.forgetRemoved(engine.db)
  return scrubbed
}
