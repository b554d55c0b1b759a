import { KorvausError } from '../model/errors.js'
import { registerExists } from '../register/dialects/dialects.js'
import { registerKey, readRegisterKey, registerKeyName } from '../register/key.js'
import type { Register } from '../register/register.js'
import type { Workspace } from '../workspace/load-workspace.js'
import { claimsOfPackets } from './packet-claims.js'
import { headSign } from './register-age.js'
import { registerLocation } from './register-location.js'

type Place = Pick<Workspace, 'root' | 'config'>

/** A register that is known to be the workspace's own, with the key that names its items. */
export interface OpenedRegister {
  readonly register: Register
  /** Absent while nothing was ever claimed. */
  readonly key: Uint8Array | undefined
}

export interface Opening {
  /** Makes a register where there was never one; otherwise there is none to look at. */
  readonly makes?: boolean
  /** Leaves what is wrong with the key to a caller that tells it as a finding of its own. */
  readonly trustsKey?: boolean
  /** What else speaks of earlier claims, such as the state of a batch or of an inbox. */
  readonly sign?: string | undefined
}

/**
 * Opens the register of a workspace: the one way for every command. Key, packets, the last event noted and what the caller knows speak of
 * earlier claims; a register that is missing, empty or without its key then is a fault, never "no claims yet", because
 * what was claimed would be claimed again. Throws `register-lost`, `register-key-lost`, `register-key`, `register-behind`
 * and the errors of opening it.
 */
export async function openWorkspaceRegister(workspace: Place, { makes = false, trustsKey = false, sign }: Opening = {}): Promise<OpenedRegister | undefined> {
  const { location, backups, shown } = registerLocation(workspace)
  const key = await readRegisterKey(workspace.root)
  const packets = await claimsOfPackets(workspace)
  const spoken = sign ?? (key === undefined ? (packets[0]?.name ?? (await headSign(workspace.root))) : registerKeyName)
  const lost = (by: string) => new KorvausError('register-lost', { path: shown, sign: by })
  if (!(await registerExists(location))) {
    if (spoken !== undefined) throw lost(spoken)
    if (!makes) return undefined
  }
  const { openRegister } = await import('../register/open-register.js')
  const register = await openRegister(location, backups, spoken === undefined ? undefined : lost(spoken))
  try {
    await requireOwn(register, workspace, { key, packets, shown, trustsKey, sign })
    return { register, key }
  } catch (error) {
    await register.close()
    throw error
  }
}

/** The key of a register that was opened to be written to; made where nothing was ever claimed with another. */
export async function keyOf({ register, key }: OpenedRegister, { root }: Pick<Workspace, 'root'>): Promise<Uint8Array> {
  const own = key ?? (await registerKey(root))
  await register.requireKey(own)
  return own
}

async function requireOwn(register: Register, { config }: Place, { key, packets, shown, trustsKey, sign }: Omit<OpenedRegister, 'register'> & Pick<Opening, 'sign'> & { packets: readonly { name: string; number: string }[]; shown: string; trustsKey: boolean }): Promise<void> {
  if (!trustsKey && key === undefined && (await register.knowsAKey())) throw new KorvausError('register-key-lost', { path: shown })
  if (!trustsKey && key !== undefined && (await register.hasOtherKey(key))) throw new KorvausError('register-key', { path: shown })
  if (packets.length === 0 && sign === undefined) return
  const known = new Set(await register.numbersOf(config.claimant.businessId))
  if (known.size === 0) throw new KorvausError('register-lost', { path: shown, sign: sign ?? (packets[0]?.name as string) })
  const unknown = packets.filter(({ number }) => !known.has(number))
  if (!trustsKey && unknown.length > 0) throw new KorvausError('register-behind', { path: shown, claims: unknown.map(({ number }) => number).join(', ') })
}
