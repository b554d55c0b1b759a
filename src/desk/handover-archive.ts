import { createHash } from 'node:crypto'
import { z } from 'zod'
import { KorvausError } from '../model/errors.js'

/** Where the lines of a register stand in an archive; no file of a workspace has such a name. */
export const registerEntry = 'register.ndjson'

const headSchema = z.strictObject({ schema: z.literal('korvaus/handover-archive/1'), asOf: z.string() })
const fileSchema = z.strictObject({ path: z.string().min(1).max(1000), sha256: z.string(), base64: z.base64() })

/** The files of a workspace as lines of JSON, to be sealed whole: the first line says what they are. */
export function archiveOf(files: ReadonlyMap<string, Uint8Array>, asOf: string): string {
  const lines = [...files].map(([path, bytes]) => ({ path, sha256: sha256(bytes), base64: Buffer.from(bytes).toString('base64') }))
  return [{ schema: 'korvaus/handover-archive/1', asOf }, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('')
}

/**
 * The files in an archive. Whoever knows a recipient can seal to it, so the lines may be anybody's: every name must stay
 * inside the workspace, stand once and fit its bytes. Throws `handover-damaged`.
 */
export function filesOfArchive(text: string, name: string): Map<string, Uint8Array> {
  const [head, ...lines] = text.split('\n').slice(0, -1)
  const damaged = (reason: string) => new KorvausError('handover-damaged', { path: name, reason })
  if (!headSchema.safeParse(parsed(head ?? '')).success) throw damaged('korvaus/handover-archive/1')
  const files = new Map<string, Uint8Array>()
  for (const [index, line] of lines.entries()) {
    const file = fileSchema.safeParse(parsed(line))
    if (!file.success || !staysInside(file.data.path) || files.has(file.data.path)) throw damaged(String(index + 2))
    const bytes = Buffer.from(file.data.base64, 'base64')
    if (sha256(bytes) !== file.data.sha256) throw damaged(String(index + 2))
    files.set(file.data.path, bytes)
  }
  return files
}

/** A plain path below the workspace, none of the program's own notes among them. */
function staysInside(path: string): boolean {
  const parts = path.split('/')
  return !/[\\:\p{Cc}]/u.test(path) && parts.every((part) => part !== '' && part !== '.' && part !== '..') && parts[0] !== '.korvaus'
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
