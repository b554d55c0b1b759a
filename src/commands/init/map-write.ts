import { join } from 'node:path'
import { isSeq, parseDocument } from 'yaml'
import type { Io } from '../../cli/io.js'
import { say, type GlobalOptions } from '../../cli/options.js'
import type { Language } from '../../model/language.js'
import { mappingSchema } from '../../read/mapping.js'
import { fitsPattern } from '../../read/sheet-mappings.js'
import { withAnswers } from '../../report/mapping-edit.js'
import { fill } from '../../templates/fill.js'
import { mappingTexts } from '../../templates/init-texts.js'
import { mapTexts } from '../../templates/map-texts.js'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { configName, type Workspace, type WorkspaceInput } from '../../workspace/load-workspace.js'
import { namedText } from '../../workspace/present-file.js'
import { readConfig } from '../../workspace/read-config.js'
import type { FileAnswer } from './map-options.js'
import { mappingNamesOf } from './mapping.js'

/** Writes answers into the mappings of their files; a file without one gets one, and `korvaus.yaml` names it. Everything is checked before anything is written. */
export async function writeAnswers(io: Io, options: GlobalOptions, workspace: Workspace, inputs: readonly WorkspaceInput[], answers: readonly FileAnswer[], language: Language): Promise<void> {
  const config = parseDocument(workspace.text)
  const texts = new Map<string, string>()
  for (const { name, mapping } of inputs) {
    const own = answers.filter(({ file }) => file === name)
    if (own.length === 0) continue
    const target = mapping?.name ?? (mappingNamesOf([name])[0] as string)
    const before = texts.get(target) ?? (mapping === undefined ? `# ${fill(mappingTexts.head[language], { file: name })}\n` : await namedText(mapping.path, mapping.name))
    texts.set(target, withAnswers(before, own, target))
    if (mapping === undefined) nameMapping(config, workspace, name, target)
  }
  for (const [name, text] of texts) readConfig(name, text, mappingSchema)
  for (const [name, text] of texts) {
    await writeFileAtomically(join(workspace.root, name), text)
    say(fill(mapTexts.written[language], { path: name }), options, io)
  }
  const text = config.toString({ lineWidth: 0 })
  if (texts.size > 0 && text !== workspace.text) await writeFileAtomically(workspace.configPath, text)
}

/** Names the mapping of a file beside the input that it came by. */
function nameMapping(config: ReturnType<typeof parseDocument>, { config: { inputs } }: Workspace, file: string, mapping: string): void {
  const index = inputs.findIndex(({ path }) => fitsPattern(file, path) || fitsPattern(file.split('/').at(-1) ?? file, path))
  if (index >= 0) config.setIn(['inputs', index, 'mapping'], mapping)
}

/** Adds files with their mappings to `korvaus.yaml`; what it said stays. */
export async function addInputs(workspace: Workspace, added: readonly { path: string; mapping?: string }[]): Promise<void> {
  const config = parseDocument(workspace.text)
  if (!isSeq(config.get('inputs'))) config.set('inputs', config.createNode([]))
  for (const one of added) config.addIn(['inputs'], config.createNode(one))
  const text = config.toString({ lineWidth: 0 })
  await writeFileAtomically(join(workspace.root, configName), text)
}
