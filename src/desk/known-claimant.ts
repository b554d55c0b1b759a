import { dirname, join } from 'node:path'
import type { KeyObject } from 'node:crypto'
import type { Io } from '../cli/io.js'
import { KorvausError } from '../model/errors.js'
import { publicKeyOf } from '../packet/keys.js'
import type { Manifest } from '../packet/manifest.js'
import { loadWorkspace, pathInside, type Workspace } from '../workspace/load-workspace.js'
import { openWorkspaceRegister } from './workspace-register.js'
import type { GlobalOptions } from '../cli/options.js'
import { namesIfThere, textIfThere } from '../workspace/present-file.js'

/** What the claimant's own workspace knows of a packet: the keys that may have signed, and the packet that the register holds. */
export interface KnownClaimant {
  readonly publicKeys: readonly KeyObject[]
  /** SHA-256 of the manifest of the claim's packet as it was recorded. */
  readonly recorded?: string
}

/** What the workspace at hand knows of a packet of its own claimant; nothing of another's. */
export async function knownClaimant(io: Io, options: GlobalOptions, { claim: { businessId, number } }: Pick<Manifest, 'claim'>): Promise<KnownClaimant> {
  const workspace = await loadWorkspace({ cwd: io.cwd, workspace: options.workspace }).catch(nothingIfKnown)
  if (workspace === undefined || workspace.config.claimant.businessId !== businessId) return { publicKeys: [] }
  const [publicKeys, recorded] = [await keysOf(workspace), await recordedContent(workspace, number).catch(nothingIfKnown)]
  return { publicKeys, ...(recorded === undefined ? {} : { recorded }) }
}

/** The public keys beside the signing key: those of earlier days stay there, so that their packets still verify. */
async function keysOf({ root, config }: Workspace): Promise<KeyObject[]> {
  if (config.signing === undefined) return []
  const folder = dirname(pathInside(root, config.signing.key, 'signing.key'))
  const names = (await namesIfThere(folder)).filter((name) => name.endsWith('.pub.pem'))
  const keys = await Promise.all(names.sort().map(async (name) => publicKeyIn(pathInside(root, join(folder, name), 'keys'))))
  return keys.flatMap((key) => key ?? [])
}

async function publicKeyIn(path: string): Promise<KeyObject | undefined> {
  try {
    return publicKeyOf((await textIfThere(path)) ?? '', path)
  } catch {
    return undefined
  }
}

async function recordedContent(workspace: Workspace, number: string): Promise<string | undefined> {
  const { register } = (await openWorkspaceRegister(workspace)) ?? {}
  if (register === undefined) return undefined
  try {
    const claims = await register.claimsOf(workspace.config.claimant.businessId, { name: number.slice(0, number.lastIndexOf('/')) })
    return claims.find((claim) => claim.number === number)?.content
  } finally {
    await register.close()
  }
}

/** A workspace or register that cannot be read proves nothing against a packet. */
function nothingIfKnown(error: unknown): undefined {
  if (error instanceof KorvausError) return undefined
  throw error
}
