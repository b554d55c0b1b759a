import type { EarlierClaim } from '../claim/derive-facts.js'
import type { Period } from '../model/period.js'
import { registerLocation } from './register-location.js'
import type { Session } from './session.js'

/**
 * What earlier claims hold of the log's items, for a look that changes nothing: without a register there are none, and
 * a claim of the same period that is not filed yet is the one that would be replaced.
 */
export async function earlierClaimsOf(session: Session, period: Period | undefined): Promise<EarlierClaim> {
  const { registerExists, openRegister } = await import('../register/open-register.js')
  const { readRegisterKey } = await import('../register/key.js')
  const key = await readRegisterKey(session.workspace.root)
  const { location, backups } = registerLocation(session.workspace)
  if (key === undefined || !registerExists(location)) return () => undefined
  const register = await openRegister(location, backups)
  try {
    const { businessId } = session.workspace.config.claimant
    const own = period === undefined ? undefined : (await register.claimsOf(businessId, period)).findLast(({ state }) => state === 'prepared')
    return await earlierClaimLookup(session, await register.earlierItems(businessId, own?.id), key)
  } finally {
    await register.close()
  }
}

/** A look-up of the log's items among those that the register holds. */
export async function earlierClaimLookup(session: Session, held: ReadonlyMap<string, ReturnType<EarlierClaim>>, key: Uint8Array): Promise<EarlierClaim> {
  if (held.size === 0) return () => undefined
  const { fingerprintsOf } = await import('../register/fingerprints.js')
  const fingerprints = fingerprintsOf(session.log.items, session.workspace.config.claimant.businessId, key)
  return (item) => held.get(fingerprints.get(item.id) ?? '')
}
