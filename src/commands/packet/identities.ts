import { readFile } from 'node:fs/promises'
import type { Io } from '../../cli/io.js'
import { KorvausError } from '../../model/errors.js'
import type { Language } from '../../model/language.js'
import { isSealedIdentity, openIdentity } from '../../packet/seal.js'
import { knownPassphrase } from '../../cli/passphrase.js'

/** The identities in a file as `age-keygen` writes it, or as `age` seals it with a passphrase. Throws `key-unreadable` and `key-passphrase`. */
export async function identitiesIn(io: Io, path: string, language: Language): Promise<string[]> {
  const written = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new KorvausError('key-unreadable', { path }, { cause: error })
  })
  const text = isSealedIdentity(written) ? await openIdentity(written, await knownPassphrase(io, language), path) : written
  const identities = text.split(/\r?\n/).filter((line) => line.startsWith('AGE-SECRET-KEY-'))
  if (identities.length === 0) throw new KorvausError('key-unreadable', { path })
  return identities
}
