import { createHash } from 'node:crypto'
import { hostname, uptime } from 'node:os'
import { z } from 'zod'
import { writeFileAtomically } from './atomic-files.js'
import { statIfThere, textIfThere } from './present-file.js'
import { bootOf } from './process-alive.js'

const noteSchema = z.object({ sign: z.string(), boot: z.string(), since: z.number() })
type Note = z.infer<typeof noteSchema>

/**
 * Whether a lock of another machine has given no sign of life since it was first seen so, by the time since this machine
 * was started, which no change of the clock moves. The run that saw it first leaves a note beside the lock, so that runs
 * that wait for a moment only, as those of a schedule do, come to the end of the patience together.
 */
export function watchSilence(path: string, patience: number, otherHost: (path: string) => Promise<string | undefined>): () => Promise<boolean> {
  const notePath = `${path}.silent-${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}`
  let seen: Note | undefined
  return async () => {
    const [found, host] = [await statIfThere(path), await otherHost(path)]
    if (found === undefined || host === undefined) return false
    const [sign, now, boot] = [`${host}/${found.ino}/${found.mtimeMs}`, uptime() * 1000, bootOf() ?? '']
    const known = seen ?? (await noteAt(notePath))
    if (known === undefined || known.sign !== sign || known.boot !== boot || known.since > now) {
      seen = { sign, boot, since: now }
      await writeFileAtomically(notePath, JSON.stringify(seen))
      return false
    }
    seen = known
    return now - known.since >= patience
  }
}

/** Whether a file beside a lock is such a note: whoever takes the lock removes it. */
export function isSilenceNote(name: string): boolean {
  return /^lock\.silent-[0-9a-f]{8}$/.test(name)
}

async function noteAt(path: string): Promise<Note | undefined> {
  try {
    return noteSchema.safeParse(JSON.parse((await textIfThere(path)) ?? 'null')).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
