import { basename } from 'node:path'
import { fileRead } from '../model/inputs.js'
import { mappingSchema } from '../read/mapping.js'
import type { InputSpec } from '../read/open-input.js'
import type { NamedFile, WorkspaceInput } from '../workspace/load-workspace.js'
import { readConfig } from '../workspace/read-config.js'
import { namedBytes } from '../workspace/present-file.js'

/** The inputs of a workspace with the mappings that they name. Throws `input-missing` or `config-invalid` for a mapping. */
export function inputSpecs(inputs: readonly WorkspaceInput[]): Promise<InputSpec[]> {
  return Promise.all(inputs.map(async ({ path, name, mapping }) => ({ path, name, ...(mapping === undefined ? {} : { ...(await loadMapping(mapping)) }) })))
}

/** A mapping and its file, named as the workspace names it. Throws `input-missing` or `config-invalid`. */
export async function loadMapping({ path, name }: NamedFile): Promise<Required<Pick<InputSpec, 'mapping' | 'mappingFile'>>> {
  const bytes = await namedBytes(path, name)
  return { mapping: readConfig(basename(path), bytes.toString('utf8'), mappingSchema), mappingFile: fileRead('mapping', name, bytes) }
}
