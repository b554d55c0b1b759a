import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { KorvausError } from '../model/errors.js'
import { mappingSchema, type Mapping } from '../read/mapping.js'
import type { InputSpec } from '../read/open-input.js'
import type { WorkspaceInput } from '../workspace/load-workspace.js'
import { readConfig } from '../workspace/read-config.js'

/** The inputs of a workspace with the mappings that they name. Throws `input-missing` or `config-invalid` for a mapping. */
export function inputSpecs(inputs: readonly WorkspaceInput[]): Promise<InputSpec[]> {
  return Promise.all(inputs.map(async ({ path, name, mapping }) => ({ path, name, ...(mapping === undefined ? {} : { mapping: await loadMapping(mapping) }) })))
}

async function loadMapping(path: string): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new KorvausError('input-missing', { path: basename(path) }, { cause: error })
  })
  return readConfig(basename(path), text, mappingSchema)
}
