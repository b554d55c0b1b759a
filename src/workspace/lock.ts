import { readFileSync, rmSync } from 'node:fs'
import { link, readdir, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { KorvausError } from '../model/errors.js'
import { temporaryName, writeFlushed } from './atomic-files.js'
import { pathInside } from './inside.js'
import type { Workspace } from './load-workspace.js'
import { textIfThere } from './present-file.js'
import { makeFolder, requirePlace } from './make-folder.js'
import { beginningOf, isAlive } from './process-alive.js'
import { isSilenceNote, watchSilence } from './silence.js'
import { writeFault } from './write-fault.js'

const ownerSchema = z.object({ pid: z.int(), host: z.string(), began: z.string().optional() })
const pauseBetweenTries = 100
/** Tries to remove an abandoned lock while other runs try the same. */
const mostTakeovers = 20
/** A lock says by its date that its holder lives; on another machine that is all there is to see. */
const signOfLife = 5_000
const patienceWithOtherHosts = 300_000

export interface Lock {
  release(): Promise<void>
}

export interface LockTimes {
  /** Milliseconds between two signs of life. */
  readonly signOfLife?: number
  /** Milliseconds without a sign of life after which the holder on another machine counts as dead. */
  readonly patience?: number
}

/**
 * Takes the workspace for one run that changes it. A lock left by a dead process of this machine is taken over, also
 * when another process has its number now; one of another machine when it gives no sign of life for five minutes, however
 * short each wait. Throws `workspace-locked` when another run still holds it after `waitSeconds`.
 */
export async function lockWorkspace(workspace: Pick<Workspace, 'root'>, waitSeconds = 0, times: LockTimes = {}): Promise<Lock> {
  await requirePlace(workspace.root)
  const notWritable = (error: NodeJS.ErrnoException) => {
    throw writeFault(workspace.root, error.code ?? '', error)
  }
  await makeFolder(workspace.root).catch(notWritable)
  const folder = pathInside(workspace.root, '.korvaus', '.korvaus', 'folder')
  const path = pathInside(workspace.root, '.korvaus/lock', '.korvaus')
  await makeFolder(folder).catch(notWritable)
  const silence = watchSilence(path, times.patience ?? patienceWithOtherHosts, otherHost)
  for (let tries = Math.ceil((waitSeconds * 1000) / pauseBetweenTries); ; tries--) {
    const own = await take(path)
    if (own !== undefined) {
      await sweep(folder)
      return held(path, own, times.signOfLife ?? signOfLife)
    }
    if (tries > -mostTakeovers && ((await isAbandoned(path)) || (await silence()))) await removeAbandoned(path, silence)
    else if (tries <= 0) throw new KorvausError('workspace-locked', { path })
    else await pause(pauseBetweenTries)
  }
}

/**
 * Gives back the lock of a workspace that a thread of this process held when it was ended: nobody goes on with what it
 * had begun. A lock of another process or machine stays.
 */
export async function releaseOfThisProcess(root: string): Promise<void> {
  const path = pathInside(root, '.korvaus/lock', '.korvaus')
  const owner = ownerSchema.safeParse(parseJson((await textIfThere(path)) ?? ''))
  if (owner.success && owner.data.pid === process.pid && owner.data.host === hostname()) await rm(path, { force: true })
}

function held(path: string, own: string, every: number): Lock {
  const beating = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => undefined)
  }, every)
  beating.unref()
  return {
    release: async () => {
      clearInterval(beating)
      ownLocks.delete(path)
      if ((await textIfThere(path)) === own) await rm(path, { force: true })
    },
  }
}

/** Locks of this process, by their paths. What it still holds when it ends, it leaves to nobody. */
const ownLocks = new Map<string, string>()
process.once('exit', () => {
  for (const [path, owner] of ownLocks) if (isStillOwn(path, owner)) rmSync(path, { force: true })
})

/** At the end of the process there is nobody left to tell; a lock that cannot be read is left to be taken over. */
function isStillOwn(path: string, owner: string): boolean {
  try {
    return readFileSync(path, 'utf8') === owner
  } catch {
    return false
  }
}

let taken = 0

/** A lock appears with its owner in it or not at all, so that a process killed meanwhile leaves none without an owner. */
async function take(path: string): Promise<string | undefined> {
  const own = temporaryName(path)
  const began = beginningOf(process.pid)
  const owner = JSON.stringify({ pid: process.pid, host: hostname(), ...(began === undefined ? {} : { began }), number: ++taken })
  const before = ownLocks.get(path)
  try {
    await writeFlushed(own, owner)
    ownLocks.set(path, owner)
    await link(own, path)
    return owner
  } catch (error) {
    if (before === undefined) ownLocks.delete(path)
    else ownLocks.set(path, before)
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code === 'EEXIST') return undefined
    throw writeFault(path, code, error)
  } finally {
    await rm(own, { force: true }).catch(() => undefined)
  }
}

/** Removes what killed runs of this machine left of their tries and takeovers; a file still empty may be another's that is being written. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (isSilenceNote(name)) await rm(path, { force: true })
    if (!/^lock\.(?:takeover|.*\d+-[0-9a-f]+\.tmp)$/.test(name) || (await stat(path).then(({ size }) => size, () => 0)) === 0) continue
    if (await isAbandoned(path)) await rm(path, { force: true })
  }
}

/** Of several runs that meet an abandoned lock one removes it; else the second would remove the new lock of the first. */
async function removeAbandoned(path: string, silence: () => Promise<boolean>): Promise<void> {
  const guard = `${path}.takeover`
  if ((await take(guard)) === undefined) {
    if (await isAbandoned(guard)) await rm(guard, { force: true })
    await pause(pauseBetweenTries)
    return
  }
  try {
    if ((await isAbandoned(path)) || (await silence())) await rm(path, { force: true })
  } finally {
    ownLocks.delete(guard)
    await rm(guard, { force: true })
  }
}

/** A lock of this machine whose process lives no more, or that names nobody. */
async function isAbandoned(path: string): Promise<boolean> {
  const text = await textIfThere(path)
  if (text === undefined) return false
  const owner = ownerSchema.safeParse(parseJson(text))
  if (!owner.success) return true
  const { pid, host, began } = owner.data
  return host === hostname() && (!isAlive(pid) || (began !== undefined && beginningOf(pid) !== began))
}

/** The host of a lock that another machine holds. */
async function otherHost(path: string): Promise<string | undefined> {
  const owner = ownerSchema.safeParse(parseJson((await textIfThere(path)) ?? ''))
  return owner.success && owner.data.host !== hostname() ? owner.data.host : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
