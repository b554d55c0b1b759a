import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { asOfDate, say } from '../../cli/options.js'
import type { Io } from '../../cli/io.js'
import { archiveOf, registerEntry } from '../../desk/handover-archive.js'
import { handoverFiles, handoverList, type HandoverItem } from '../../desk/handover-list.js'
import { openWorkspaceRegister } from '../../desk/workspace-register.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import { withoutIdentifiers } from '../../model/identifiers.js'
import type { Language } from '../../model/language.js'
import { isOnServer } from '../../register/dialects/dialects.js'
import { fill } from '../../templates/fill.js'
import { handoverTexts } from '../../templates/handover-texts.js'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { loadWorkspace, type Workspace } from '../../workspace/load-workspace.js'
import { lockWorkspace } from '../../workspace/lock.js'
import { requireFree } from '../../workspace/present-file.js'
import type { OpeningOptions } from './open.js'

type HandoverOptions = OpeningOptions & { readonly archive?: string; readonly to?: string[]; readonly open?: string }

/** Lists what another machine or officer needs of the workspace; puts it into one sealed archive, or sets a workspace up from such a one. */
export async function run(io: Io, options: HandoverOptions): Promise<number> {
  if (options.open !== undefined) {
    const { openHandover } = await import('./open.js')
    return openHandover(io, options, options.open)
  }
  const workspace = await loadWorkspace({ cwd: io.cwd, workspace: options.workspace })
  const language = options.lang ?? workspace.config.language
  const list = await handoverList(workspace)
  if (options.archive !== undefined) await writeArchive(io, { ...options, archive: options.archive }, workspace, list, language)
  const shown = list.map((item) => ({ ...item, path: withoutIdentifiers(item.path) }))
  if (options.format === 'json') io.stdout(`${JSON.stringify({ schema: 'korvaus/handover/1', asOf: asOfDate(options, io), parts: shown }, null, 2)}\n`)
  else io.stdout(shown.map((item) => `${lineOf(item, language)}\n`).join(''))
  return list.some(({ state }) => state === 'missing') ? exitCodes.attention : exitCodes.done
}

/** Everything at one moment: nobody else changes the workspace meanwhile. What is missing is refused, since the other side could not work with the rest. */
async function writeArchive(io: Io, options: HandoverOptions & { archive: string }, workspace: Workspace, list: readonly HandoverItem[], language: Language): Promise<void> {
  if (options.to === undefined || options.to.length === 0) throw new KorvausError('option-missing', { option: '--to' })
  const target = resolve(io.cwd, options.archive)
  await requireFree(target)
  const missing = list.find(({ state }) => state === 'missing')
  if (missing !== undefined) throw new KorvausError('input-missing', { path: missing.path })
  const lock = await lockWorkspace(workspace)
  try {
    const files = new Map<string, Uint8Array>()
    for (const [name, path] of await handoverFiles(workspace, list)) files.set(name, await readFile(path))
    const lines = await registerLines(workspace)
    if (lines !== undefined) files.set(registerEntry, Buffer.from(lines.join('')))
    const { sealBytes } = await import('../../packet/seal.js')
    await writeFileAtomically(target, await sealBytes(Buffer.from(archiveOf(files, asOfDate(options, io))), options.to))
    say(fill(handoverTexts.archived[language], { path: options.archive, count: String(files.size) }), options, io)
  } finally {
    await lock.release()
  }
}

/** The register that is a file; one of a database stays there, and the other side comes to it. */
async function registerLines(workspace: Workspace): Promise<string[] | undefined> {
  const { register } = (await openWorkspaceRegister(workspace)) ?? {}
  try {
    return isOnServer(workspace.config.register) ? undefined : await register?.dump()
  } finally {
    await register?.close()
  }
}

function lineOf({ part, path, state }: HandoverItem, language: Language): string {
  return `${handoverTexts.states[state][language]}  ${handoverTexts.parts[part][language]}: ${path}`
}
