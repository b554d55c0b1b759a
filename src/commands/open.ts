import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Io } from '../io.js'
import { exitCodes, KorvausError } from '../model/errors.js'
import type { Language } from '../model/language.js'
import { keyedHash } from '../packet/persons.js'
import { isSealedIdentity, openIdentity, openPersons } from '../packet/seal.js'
import { manifestSchema } from '../packet/manifest.js'
import { readPacket } from '../packet/verify/read-packet.js'
import { fill } from '../templates/fill.js'
import { keysTexts } from '../templates/keys-texts.js'
import { knownPassphrase } from './passphrase.js'
import { languageOfWorkspace, say, type GlobalOptions } from './options.js'

/** Opens the identity annex for whoever holds a key to it, and proves that it is the packet's own. */
export async function run(io: Io, options: GlobalOptions & { readonly identity?: string }, [packet = '']: string[]): Promise<number> {
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  const { files } = await readPacket(resolve(io.cwd, packet))
  const sealed = files.get('persons.age')
  if (sealed === undefined) throw new KorvausError('annex-missing', { path: packet })
  const persons = await openPersons(sealed, await identitiesIn(io, resolve(io.cwd, options.identity ?? ''), language), packet)
  const manifest = manifestSchema.safeParse(parsed(files.get('manifest.json')))
  if (!manifest.success || manifest.data.sealed?.keyedHash !== keyedHash(persons) || manifest.data.claim.number !== persons.claim) throw new KorvausError('annex-changed', { path: packet })
  const { key: _, ...shown } = persons
  io.stdout(`${JSON.stringify(shown, null, 2)}\n`)
  say(fill(keysTexts.opened[language], { claim: persons.claim }), options, io)
  return exitCodes.done
}

/** The identities in a file as `age-keygen` writes it, or as `age` seals it with a passphrase. */
async function identitiesIn(io: Io, path: string, language: Language): Promise<string[]> {
  const written = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new KorvausError('key-unreadable', { path }, { cause: error })
  })
  const text = isSealedIdentity(written) ? await openIdentity(written, await knownPassphrase(io, language), path) : written
  const identities = text.split(/\r?\n/).filter((line) => line.startsWith('AGE-SECRET-KEY-'))
  if (identities.length === 0) throw new KorvausError('key-unreadable', { path })
  return identities
}

function parsed(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
