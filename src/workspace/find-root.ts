import { dirname, join, resolve } from 'node:path'
import { configName } from './inside.js'
import { statIfThere } from './present-file.js'

/** The folder of the workspace: the named one, or upwards from where the command stands; none where no `korvaus.yaml` lies. */
export async function findRoot(options: { cwd: string; workspace?: string | undefined }): Promise<string | undefined> {
  const start = resolve(options.cwd, options.workspace ?? '.')
  if (options.workspace === undefined) return findUpwards(start)
  return (await isFile(join(start, configName))) ? start : undefined
}

async function findUpwards(folder: string): Promise<string | undefined> {
  if (await isFile(join(folder, configName))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : findUpwards(parent)
}

async function isFile(path: string): Promise<boolean> {
  return (await statIfThere(path))?.isFile() === true
}
