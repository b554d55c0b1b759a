import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { pathInside, type Workspace } from '../workspace/load-workspace.js'
import { unfinishedPacket } from '../workspace/packet-change.js'
import { namesIfThere, readIfThere } from '../workspace/present-file.js'

/** A packet that lies in the workspace, and the claim whose it is. */
export interface PacketClaim {
  /** Folder or zip, from the workspace. */
  readonly name: string
  readonly number: string
}

/**
 * The claims of the claimant that packets in the workspace speak of, each once. The packet of a change that has not come
 * to its end speaks of none yet: only the register can say whether it was recorded.
 */
export async function claimsOfPackets({ root, config }: Pick<Workspace, 'root' | 'config'>): Promise<PacketClaim[]> {
  const folder = pathInside(root, config.packets, 'packets', 'folder')
  const unfinished = await unfinishedPacket({ root, packets: config.packets, businessId: config.claimant.businessId })
  const own = new RegExp(`^korvaus_${config.claimant.businessId}_(.+)_(\\d{2,4})(?:\\.zip)?$`)
  const claims = new Map<string, PacketClaim>()
  for (const name of (await namesIfThere(folder)).sort()) {
    const [, period, running] = own.exec(name) ?? []
    if (period === undefined || running === undefined || name.replace(/\.zip$/, '') === unfinished) continue
    const number = `${period}/${running}`
    if (!claims.has(number)) claims.set(number, { name: `${config.packets}/${name}`, number })
  }
  return [...claims.values()]
}

/** SHA-256 of the content of a packet that lies in the workspace as a folder. */
export async function contentOfPacket({ root }: Pick<Workspace, 'root'>, { name }: PacketClaim): Promise<string | undefined> {
  const manifest = await readIfThere(pathInside(root, join(name, 'manifest.json'), 'packets'))
  return manifest && createHash('sha256').update(manifest).digest('hex')
}
