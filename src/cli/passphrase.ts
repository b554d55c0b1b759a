import type { Io } from './io.js'
import { KorvausError } from '../model/errors.js'
import type { Language } from '../model/language.js'
import { keysTexts } from '../templates/keys-texts.js'
import { ask } from './ask.js'

const variable = 'KORVAUS_PASSPHRASE'

/** The passphrase that the environment holds, for runs that nobody watches. */
export function passphraseOf({ env }: Pick<Io, 'env'>): string | undefined {
  const given = env[variable]
  return given === '' ? undefined : given
}

/** The passphrase of a key from the environment or, at a terminal, from the person; undefined where neither can tell. */
export async function knownPassphrase(io: Io, language: Language): Promise<string | undefined> {
  const given = passphraseOf(io)
  if (given !== undefined) return given
  return io.isTerminal ? typed(keysTexts.askPassphrase[language], language) : undefined
}

/**
 * A passphrase for a new key. At a terminal it is typed twice, because a key behind a slip of the finger is lost.
 * Throws `key-passphrase` where nobody can tell one, `passphrase-differs` when the two are not the same or empty.
 */
export async function newPassphrase(io: Io, path: string, language: Language): Promise<string> {
  const first = await knownPassphrase(io, language)
  if (first === undefined) throw new KorvausError('key-passphrase', { path })
  const asked = passphraseOf(io) === undefined
  if (first === '' || (asked && (await typed(keysTexts.askPassphraseAgain[language], language)) !== first)) throw new KorvausError('passphrase-differs', { path })
  return first
}

async function typed(message: string, language: Language): Promise<string> {
  const { passphrase } = await ask<{ passphrase: string }>([{ type: 'password', name: 'passphrase', message }], language)
  return passphrase
}
