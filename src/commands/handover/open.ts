import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { languageOfWorkspace, say, type GlobalOptions } from '../../cli/options.js'
import type { Io } from '../../cli/io.js'
import { filesOfArchive, registerEntry } from '../../desk/handover-archive.js'
import { registerLocation } from '../../desk/register-location.js'
import { openWorkspaceRegister } from '../../desk/workspace-register.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import { isOnServer } from '../../register/dialects/dialects.js'
import { fill } from '../../templates/fill.js'
import { handoverTexts } from '../../templates/handover-texts.js'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { configSchema } from '../../workspace/config.js'
import { configName } from '../../workspace/load-workspace.js'
import { namedBytes, requireFree } from '../../workspace/present-file.js'
import { readConfig } from '../../workspace/read-config.js'
import { identitiesIn } from '../packet/identities.js'

export type OpeningOptions = GlobalOptions & { readonly identity?: string }

/**
 * Sets a workspace up from a sealed archive, in a folder where none of its files is yet: all of it, with a register that
 * proves itself and its own key, or nothing. Throws `file-exists`, `handover-closed`, `handover-damaged` and others.
 */
export async function openHandover(io: Io, options: OpeningOptions, archive: string): Promise<number> {
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  if (options.identity === undefined) throw new KorvausError('option-missing', { option: '--identity' })
  const root = resolve(io.cwd, options.workspace ?? '.')
  const { openBytes } = await import('../../packet/seal.js')
  const sealed = await namedBytes(resolve(io.cwd, archive), archive)
  const text = await openBytes(sealed, await identitiesIn(io, resolve(io.cwd, options.identity), language)).catch((error: unknown) => {
    throw new KorvausError('handover-closed', { path: archive }, { cause: error })
  })
  const files = filesOfArchive(text, archive)
  const configText = files.get(configName)
  if (configText === undefined) throw new KorvausError('handover-damaged', { path: archive, reason: configName })
  const config = readConfig(configName, new TextDecoder().decode(configText), configSchema)
  const { location, backups } = registerLocation({ root, config })
  const paths = [...files.keys()].filter((name) => name !== registerEntry).map((name) => join(root, name))
  for (const path of isOnServer(location) ? paths : [...paths, location]) await requireFree(path)
  try {
    for (const [name, bytes] of files) if (name !== registerEntry && name !== configName) await writeFileAtomically(join(root, name), bytes)
    const lines = files.get(registerEntry)
    if (lines !== undefined && !isOnServer(location)) await fillRegister(location, backups, lines)
    await (await openWorkspaceRegister({ root, config }))?.register.close()
    await writeFileAtomically(join(root, configName), configText)
  } catch (error) {
    for (const path of isOnServer(location) ? paths : [...paths, location]) await rm(path, { force: true })
    throw error
  }
  say(fill(handoverTexts.opened[language], { path: root, count: String(files.size) }), options, io)
  return exitCodes.done
}

async function fillRegister(location: string, backups: string, lines: Uint8Array): Promise<void> {
  const { openRegister } = await import('../../register/open-register.js')
  const register = await openRegister(location, backups)
  try {
    await register.import(eachLine(new TextDecoder().decode(lines)), registerEntry)
  } finally {
    await register.close()
  }
}

async function* eachLine(text: string): AsyncGenerator<string> {
  yield* text.split('\n')
}
