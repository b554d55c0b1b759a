import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { KorvausError } from '../model/errors.js'
import type { Workspace } from './load-workspace.js'
import { isAlive } from './process-alive.js'

const ownerSchema = z.object({ pid: z.int(), host: z.string() })
const pauseBetweenTries = 100
/** Tries to remove an abandoned lock while other runs try the same. */
const mostTakeovers = 20

export interface Lock {
  release(): Promise<void>
}

/**
 * Takes the workspace for one run that changes it. A lock left by a dead process of this machine is taken over.
 * Throws `workspace-locked` when another run still holds it after `waitSeconds`.
 */
export async function lockWorkspace(workspace: Pick<Workspace, 'root'>, waitSeconds = 0): Promise<Lock> {
  const folder = join(workspace.root, '.korvaus')
  const path = join(folder, 'lock')
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new KorvausError('folder-not-writable', { path: workspace.root, reason: error.code ?? '' }, { cause: error })
  })
  for (let tries = Math.ceil((waitSeconds * 1000) / pauseBetweenTries); ; tries--) {
    if (await take(path)) return { release: () => rm(path, { force: true }) }
    if (tries > -mostTakeovers && (await isAbandoned(path))) await removeAbandoned(path)
    else if (tries <= 0) throw new KorvausError('workspace-locked', { path })
    else await pause(pauseBetweenTries)
  }
}

let taken = 0

/** A lock appears with its owner in it or not at all, so that a process killed meanwhile leaves none without an owner. */
async function take(path: string): Promise<boolean> {
  const own = `${path}.${process.pid}-${++taken}.tmp`
  try {
    await writeFile(own, JSON.stringify({ pid: process.pid, host: hostname() }), { mode: 0o600 })
    await link(own, path)
    return true
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code === 'EEXIST') return false
    throw new KorvausError('folder-not-writable', { path, reason: code }, { cause: error })
  } finally {
    await rm(own, { force: true }).catch(() => undefined)
  }
}

/** Of several runs that meet an abandoned lock one removes it; else the second would remove the new lock of the first. */
async function removeAbandoned(path: string): Promise<void> {
  const guard = `${path}.takeover`
  if (!(await take(guard))) {
    if (await isAbandoned(guard)) await rm(guard, { force: true })
    await pause(pauseBetweenTries)
    return
  }
  try {
    if (await isAbandoned(path)) await rm(path, { force: true })
  } finally {
    await rm(guard, { force: true })
  }
}

/** A lock of this machine whose process lives no more, or that names nobody. */
async function isAbandoned(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return false
  const owner = ownerSchema.safeParse(parseJson(text))
  if (!owner.success) return true
  return owner.data.host === hostname() && !isAlive(owner.data.pid)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
