import { mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { KorvausError } from '../model/errors.js'
import { statIfThere } from './present-file.js'

/**
 * Makes a folder with those above it that are not there yet. One step at a time: the system's own way never ends where
 * a folder can be seen and nothing be made in it, as in `/proc`.
 */
export async function makeFolder(path: string, mode = 0o700): Promise<void> {
  const missing: string[] = []
  for (let folder = resolve(path); !(await isFolder(folder)); folder = dirname(folder)) missing.unshift(folder)
  for (const folder of missing) {
    await mkdir(folder, { mode }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** Refuses an output that is no place for a file: a pipe, a device, whatever the system itself keeps. Throws `output-no-file`. */
export async function requirePlace(path: string): Promise<void> {
  const found = await statIfThere(path)
  const isOther = found !== undefined && !found.isFile() && !found.isDirectory()
  if (isOther || systemPlace.test(resolve(path))) throw new KorvausError('output-no-file', { path })
}

/** A file put in the place of a device would take it from every program of the machine. */
const systemPlace = /^\/(?:proc|sys|dev(?!\/shm\/))(?:\/|$)/

async function isFolder(path: string): Promise<boolean> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && path !== dirname(path)) return false
    throw error
  }
  throw Object.assign(new Error('ENOTDIR'), { code: 'ENOTDIR' })
}
