import { resolve } from 'node:path'
import type { Io } from '../../cli/io.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import { isAnnexOf } from '../../packet/persons.js'
import { openPersons } from '../../packet/seal.js'
import { manifestSchema } from '../../packet/manifest.js'
import { readPacket } from '../../packet/verify/read-packet.js'
import { fill } from '../../templates/fill.js'
import { keysTexts } from '../../templates/keys-texts.js'
import { identitiesIn } from './identities.js'
import { languageOfWorkspace, say, type GlobalOptions } from '../../cli/options.js'

/** Opens the identity annex for whoever holds a key to it, and proves that it is the packet's own. */
export async function run(io: Io, options: GlobalOptions & { readonly identity?: string }, [packet = '']: string[]): Promise<number> {
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  const { files } = await readPacket(resolve(io.cwd, packet))
  const sealed = files.get('persons.age')
  if (sealed === undefined) throw new KorvausError('annex-missing', { path: packet })
  const persons = await openPersons(sealed, await identitiesIn(io, resolve(io.cwd, options.identity ?? ''), language), packet)
  const manifest = manifestSchema.safeParse(parsed(files.get('manifest.json')))
  if (!manifest.success || !isAnnexOf(persons, manifest.data)) throw new KorvausError('annex-changed', { path: packet })
  const { key: _, ...shown } = persons
  io.stdout(`${JSON.stringify(shown, null, 2)}\n`)
  say(fill(keysTexts.opened[language], { claim: persons.claim }), options, io)
  return exitCodes.done
}

function parsed(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
