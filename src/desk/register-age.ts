import { KorvausError } from '../model/errors.js'
import type { Register } from '../register/register.js'
import { writeFileAtomically } from '../workspace/atomic-files.js'
import { pathInside, type Workspace } from '../workspace/load-workspace.js'
import { isThere, textIfThere } from '../workspace/present-file.js'
import { claimsOfPackets, contentOfPacket } from './packet-claims.js'
import { registerLocation } from './register-location.js'

/**
 * Notes the last event that this workspace has seen in its register. What was recorded stands already: a note that is
 * not written, after a kill or on a full disk, only knows less, and must not make the step look undone.
 */
export async function noteHead(register: Register, { root }: Pick<Workspace, 'root'>): Promise<void> {
  const head = await register.head()
  if (head !== undefined) await writeFileAtomically(notePath(root), `${head}\n`).catch(() => undefined)
}

/** What the workspace shows and the register has lost or never had: claims of packets, or the last event that was noted. */
export async function lackingIn(register: Register, workspace: Workspace): Promise<string[]> {
  const recorded = new Map((await register.ledger(workspace.config.claimant.businessId)).map(({ number, standing }) => [number, standing.content]))
  const lacking: string[] = []
  for (const packet of await claimsOfPackets(workspace)) {
    const content = await contentOfPacket(workspace, packet)
    const known = recorded.get(packet.number)
    if (!recorded.has(packet.number) || (content !== undefined && known !== undefined && content !== known)) lacking.push(packet.number)
  }
  const head = (await textIfThere(notePath(workspace.root)))?.trim()
  return head === undefined || (await register.hasEvent(head)) ? lacking : [...lacking, head.slice(0, shownDigits)]
}

/** Refuses a register that is older than what the workspace shows. Throws `register-behind`. */
export async function requireUpToDate(register: Register, workspace: Workspace): Promise<void> {
  const lacking = await lackingIn(register, workspace)
  if (lacking.length > 0) throw new KorvausError('register-behind', { path: registerLocation(workspace).shown, claims: lacking.join(', ') })
}

const shownDigits = 12
/** Where the last event is noted that a workspace has seen in its register. */
const headName = 'keys/register.head'

/** The name of the note, where there is one: it was written when something was claimed. Throws `file-unreadable`. */
export async function headSign(root: string): Promise<string | undefined> {
  return (await isThere(notePath(root))) ? headName : undefined
}

function notePath(root: string): string {
  return pathInside(root, headName, 'keys')
}
