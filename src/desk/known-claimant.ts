import { basename, dirname, join } from 'node:path'
import type { KeyObject } from 'node:crypto'
import type { Io } from '../cli/io.js'
import { KorvausError } from '../model/errors.js'
import { publicKeyOf } from '../packet/keys.js'
import type { Manifest } from '../packet/manifest.js'
import { configName } from '../workspace/inside.js'
import { loadWorkspace, pathInside, type Workspace } from '../workspace/load-workspace.js'
import { openWorkspaceRegister } from './workspace-register.js'
import type { GlobalOptions } from '../cli/options.js'
import { namesIfThere, textIfThere } from '../workspace/present-file.js'

/** What the claimant's own workspace knows of a packet: the keys that may have signed, and the packet that the register holds. */
export interface KnownClaimant {
  readonly publicKeys: readonly KeyObject[]
  /** SHA-256 of the manifest of the claim's packet as it was recorded. */
  readonly recorded?: string | undefined
  /** What is there and could not be read: what it says of the packet is not known. */
  readonly unread: readonly Unread[]
}

/** A part of a workspace that could not be read, and the code of the error that says why. */
interface Unread {
  readonly part: string
  readonly reason: string
}

/**
 * What the workspace at hand knows of a packet of its own claimant; nothing of another's. A workspace, key or register
 * that is there but cannot be read is told, never taken for one that knows nothing.
 */
export async function knownClaimant(io: Io, options: GlobalOptions, { claim: { businessId, number } }: Pick<Manifest, 'claim'>): Promise<KnownClaimant> {
  const unread: Unread[] = []
  const read = async <Value>(part: string, reading: () => Promise<Value>): Promise<Value | undefined> => {
    try {
      return await reading()
    } catch (error) {
      if (!(error instanceof KorvausError)) throw error
      if (options.workspace !== undefined || error.code !== 'workspace-not-found') unread.push({ part, reason: error.code })
      return undefined
    }
  }
  const workspace = await read(configName, () => loadWorkspace({ cwd: io.cwd, workspace: options.workspace }))
  if (workspace === undefined || workspace.config.claimant.businessId !== businessId) return { publicKeys: [], unread }
  const keys = await read('signing.key', () => keyFiles(workspace))
  const publicKeys = await Promise.all((keys ?? []).map((path) => read(basename(path), async () => publicKeyOf((await textIfThere(path)) ?? '', path))))
  const recorded = await read('register', () => recordedContent(workspace, number))
  return { publicKeys: publicKeys.flatMap((key) => key ?? []), recorded, unread }
}

/** The public keys beside the signing key: those of earlier days stay there, so that their packets still verify. */
async function keyFiles({ root, config }: Workspace): Promise<string[]> {
  if (config.signing === undefined) return []
  const folder = dirname(pathInside(root, config.signing.key, 'signing.key'))
  const names = (await namesIfThere(folder)).filter((name) => name.endsWith('.pub.pem'))
  return names.sort().map((name) => pathInside(root, join(folder, name), 'keys'))
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
