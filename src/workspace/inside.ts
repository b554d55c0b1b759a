import { lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { KorvausError, type Reason } from '../model/errors.js'

export const configName = 'korvaus.yaml'
export const leadsOut: Reason = { reason: 'leads-out' }

/** What must stand at a path, if anything does. */
export type Meant = 'file' | 'folder'

/**
 * A path of a workspace where it really is: through the real paths of all its parents, inside the real root, and a plain
 * file where a file is meant. What is not there yet is judged by the nearest parent that is, so that nothing is ever made
 * outside either; a link to nowhere leads out. Ask again whenever the path is used: links come and go.
 * Throws `config-invalid` with the key, or `file-unreadable` where it cannot be told what is there.
 */
export function pathInside(root: string, path: string, key: string, meant: Meant = 'file'): string {
  const refuse = (reason: Reason) => new KorvausError('config-invalid', { path: configName, line: '1', column: '1', key, reason })
  const full = resolve(root, path)
  if (isOutside(root, full) || full.includes('\0')) throw refuse(leadsOut)
  const [realRoot, real] = [realPlace(resolve(root)), realPlace(full)]
  if (realRoot === undefined || real === undefined || isOutside(realRoot, real)) throw refuse(leadsOut)
  const found = told(full, () => statSync(real, { throwIfNoEntry: false }))
  if (found !== undefined && !(meant === 'file' ? found.isFile() : found.isDirectory())) throw refuse({ reason: meant === 'file' ? 'no-plain-file' : 'no-folder' })
  return join(root, relative(realRoot, real))
}

/** Where a packet lies, by its name: in the folder of packets itself, whatever the name says. Throws like `pathInside`. */
export function packetInside(root: string, packets: string, name: string): string {
  if (name !== basename(name) || name.includes('\\') || /^\.*$/.test(name)) throw new KorvausError('config-invalid', { path: configName, line: '1', column: '1', key: 'packets', reason: leadsOut })
  pathInside(root, `${packets}/${name}.zip`, 'packets')
  return pathInside(root, `${packets}/${name}`, 'packets', 'folder')
}

/** Whether a path leaves a folder; both absolute and real. */
export function isOutside(root: string, path: string): boolean {
  const inside = relative(root, path)
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
}

/** Where a path really is, or would be made; `undefined` behind a link to nowhere or in a circle. */
function realPlace(path: string): string | undefined {
  const missing: string[] = []
  for (let at = path; ; at = dirname(at)) {
    try {
      if (lstatSync(at, { throwIfNoEntry: false }) !== undefined) return join(realpathSync(at), ...missing)
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      // A lock may have gone just now; a link to nowhere is still there.
      if (code === 'ELOOP' || (code === 'ENOENT' && lstatSync(at, { throwIfNoEntry: false }) !== undefined)) return undefined
      if (code !== 'ENOENT' && code !== 'ENOTDIR') throw unreadable(path, error)
    }
    missing.unshift(basename(at))
  }
}

/** What the system says of a path; what it cannot say is never taken for an answer. */
function told<Answer>(path: string, ask: () => Answer): Answer {
  try {
    return ask()
  } catch (error) {
    throw unreadable(path, error)
  }
}

function unreadable(path: string, error: unknown): KorvausError {
  return new KorvausError('file-unreadable', { path, reason: (error as NodeJS.ErrnoException).code ?? '' }, { cause: error })
}
