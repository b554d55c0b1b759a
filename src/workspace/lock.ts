import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { KorvausError } from '../model/errors.js'
import type { Workspace } from './load-workspace.js'

const ownerSchema = z.object({ pid: z.int(), host: z.string() })
const pauseBetweenTries = 100

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
    if (await isAbandoned(path)) await rm(path, { force: true })
    else if (tries <= 0) throw new KorvausError('workspace-locked', { path })
    else await pause(pauseBetweenTries)
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx', 0o600)
    await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }))
    await handle.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new KorvausError('folder-not-writable', { path, reason: (error as NodeJS.ErrnoException).code ?? '' }, { cause: error })
  }
}

/** A lock of this machine whose process lives no more; what cannot be read yet is being written. */
async function isAbandoned(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const owner = ownerSchema.safeParse(parseJson(text))
  if (!owner.success || owner.data.host !== hostname()) return false
  try {
    process.kill(owner.data.pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
