import { dirname, join, relative, sep } from 'node:path'
import { KorvausError } from '../model/errors.js'
import { reviewsName } from '../workspace/reviews.js'
import { configName, pathInside, resolveInputs, type NamedFile, type Workspace, type WorkspaceInput } from '../workspace/load-workspace.js'
import { loadMapping } from './input-specs.js'

/**
 * Every file that a judgement of the workspace rests on, by its name there: the configuration, recorded reviews, rates,
 * the signing key, the logs, their mappings and the tables that these look up. A file need not be there.
 */
export async function filesBehind(workspace: Workspace, cwd: string, files: readonly string[] = []): Promise<ReadonlyMap<string, string>> {
  const { root, config } = workspace
  const own = [configName, reviewsName, config.policies.ownWorkRates, config.signing?.key].flatMap((name) => (name === undefined ? [] : [pathInside(root, name, 'path')]))
  const inputs = await Promise.all((await resolveInputs(workspace, cwd, files)).map(pathsOf))
  return new Map([...own, ...inputs.flat()].map((path) => [relative(root, path).split(sep).join('/'), path]))
}

async function pathsOf({ path, mapping }: WorkspaceInput): Promise<string[]> {
  if (mapping === undefined) return [path]
  return [path, mapping.path, ...(await lookedUp(mapping)).map((name) => join(dirname(path), name))]
}

/** The tables beside an input that its mapping looks up; a mapping that cannot be read names none. */
async function lookedUp(file: NamedFile): Promise<string[]> {
  try {
    const { mapping } = await loadMapping(file)
    return mapping.joins.flatMap((one) => one.file ?? [])
  } catch (error) {
    if (error instanceof KorvausError) return []
    throw error
  }
}
