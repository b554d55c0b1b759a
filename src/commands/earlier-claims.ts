import type { EarlierClaim } from '../claim/derive-facts.js'
import type { Period } from '../model/period.js'
import type { followItems, HeldItem } from '../register/chains.js'
import { registerLocation } from './register-location.js'
import type { Session } from './session.js'

/** The items of the log and what earlier claims hold of them. */
export type FollowedItems = ReturnType<typeof followItems>

const nothingHeld: FollowedItems = { items: new Map(), missing: [] }

/**
 * What earlier claims hold of an item of the log, as a look-up that changes nothing: without a register it is nothing,
 * and a claim of the same period that is not filed yet is the one that would be replaced.
 */
export async function earlierClaimsOf(session: Session, period: Period | undefined): Promise<EarlierClaim> {
  return earlierIn(await followedItemsOf(session, period))
}

export function earlierIn({ items }: FollowedItems): EarlierClaim {
  return ({ id }) => items.get(id)?.earlier
}

async function followedItemsOf(session: Session, period: Period | undefined): Promise<FollowedItems> {
  const { registerExists, openRegister } = await import('../register/open-register.js')
  const { readRegisterKey } = await import('../register/key.js')
  const key = await readRegisterKey(session.workspace.root)
  const { location, backups } = registerLocation(session.workspace)
  if (key === undefined || !registerExists(location)) return nothingHeld
  const register = await openRegister(location, backups)
  try {
    const { businessId } = session.workspace.config.claimant
    const own = period === undefined ? undefined : (await register.claimsOf(businessId, period)).findLast(({ state }) => state === 'prepared')
    const held = await register.heldItems(businessId, own?.id)
    return held.length === 0 ? nothingHeld : await followed(session, held, key)
  } finally {
    await register.close()
  }
}

/** Follows the log's items through the claims that hold them. */
export async function followed(session: Session, held: readonly HeldItem[], key: Uint8Array): Promise<FollowedItems> {
  const { namesOf } = await import('../register/fingerprints.js')
  const { followItems } = await import('../register/chains.js')
  return followItems(namesOf(session.log.items, session.workspace.config.claimant.businessId, key), held)
}
