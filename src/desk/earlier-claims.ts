import type { EarlierClaim } from '../claim/derive-facts.js'
import type { Period } from '../model/period.js'
import type { CostItem } from '../model/service-log.js'
import type { followItems } from '../register/chains.js'
import type { Register } from '../register/register.js'
import type { LikeItems } from '../register/traces.js'
import { openWorkspaceRegister } from './workspace-register.js'
import type { Session } from './session.js'

/** The items of the log: what earlier claims hold of them, what like items they hold, and what the log has lost. */
export interface FollowedItems extends ReturnType<typeof followItems> {
  readonly likes: ReadonlyMap<string, LikeItems>
}

const nothingHeld: FollowedItems = { items: new Map(), missing: [], likes: new Map() }
/** Rows looked up together, so that the names of a long log are never all in memory. */
const rowsAtOnce = 10_000

/**
 * What earlier claims hold of an item of the log, as a look-up that changes nothing: without a register it is nothing,
 * and a claim of the same period that is not filed yet is the one that would be replaced.
 */
export async function earlierClaimsOf(session: Session, period: Period | undefined): Promise<EarlierClaim> {
  return earlierIn(await followedItemsOf(session, period))
}

export function earlierIn({ items, likes }: FollowedItems): EarlierClaim {
  return ({ id }) => items.get(id)?.earlier ?? likes.get(id)
}

async function followedItemsOf(session: Session, period: Period | undefined): Promise<FollowedItems> {
  const opened = await openWorkspaceRegister(session.workspace)
  if (opened === undefined) return nothingHeld
  const { register, key } = opened
  try {
    if (key === undefined || !(await register.hasClaims())) return nothingHeld
    const { businessId } = session.workspace.config.claimant
    const own = period === undefined ? undefined : (await register.claimsOf(businessId, period)).findLast(({ state }) => state === 'prepared')
    return await followed(session, register, own?.id, key)
  } finally {
    await register.close()
  }
}

/** The filed claim, or one further in its life, that holds an item of the log. */
export async function filedClaimsOf(session: Session): Promise<(item: string) => string | undefined> {
  const opened = await openWorkspaceRegister(session.workspace)
  if (opened === undefined) return () => undefined
  const { register, key } = opened
  try {
    if (key === undefined) return () => undefined
    const ledger = await register.ledger(session.workspace.config.claimant.businessId)
    const filed = new Set(ledger.filter(({ standing }) => standing.state !== 'prepared').map(({ number }) => number))
    const { items } = await followed(session, register, undefined, key)
    return (item) => {
      const claim = items.get(item)?.earlier?.claim
      return claim !== undefined && filed.has(claim) ? claim : undefined
    }
  } finally {
    await register.close()
  }
}

/** Follows the log's items through the claims that hold them, and looks for like ones; the claim about to be replaced counts for nothing. */
export async function followed({ log, workspace }: Session, register: Register, exceptClaim: number | undefined, key: Uint8Array): Promise<FollowedItems> {
  const { namesOf } = await import('../register/fingerprints.js')
  const { followItems } = await import('../register/chains.js')
  const { businessId } = workspace.config.claimant
  const follow = followItems(namesOf(log.items, businessId, key), await register.heldItems(businessId, exceptClaim))
  return { ...follow, likes: await likesOf(log.items, follow.items, register, businessId, exceptClaim, key) }
}

/** Items of earlier claims that are like rows which no claim holds, rows of the log itself left out. */
async function likesOf(items: readonly CostItem[], followedItems: FollowedItems['items'], register: Register, businessId: string, exceptClaim: number | undefined, key: Uint8Array): Promise<Map<string, LikeItems>> {
  const likes = new Map<string, LikeItems>()
  if (!(await register.hasTraces())) return likes
  const { likeItems, tracesOf } = await import('../register/traces.js')
  const ofLog = new Set([...followedItems.values()].flatMap(({ thread, earlier }) => (earlier === undefined ? [] : [thread])))
  const open = items.filter(({ id }) => followedItems.get(id)?.earlier === undefined)
  for (let start = 0; start < open.length; start += rowsAtOnce) {
    const rows = open.slice(start, start + rowsAtOnce).map((item) => ({ item, traces: tracesOf(item, key) }))
    const traced = await register.itemsTraced(rows.flatMap(({ traces }) => (traces === undefined ? [] : [...traces.voucher, ...traces.case])), exceptClaim)
    for (const [id, like] of likeItems(rows, traced.filter(({ thread }) => !ofLog.has(thread)), businessId)) likes.set(id, like)
  }
  return likes
}
