import { KorvausError } from '../model/errors.js'
import { personsSchema, personsToBytes, type Persons } from './persons.js'

/** How a file sealed with age begins. */
export const sealedBeginning = 'age-encryption.org/v1\n'

/** Seals the identity annex to recipients (`age1…`), so that the ordinary `age` opens it. Throws `recipient-invalid`. */
export function sealPersons(persons: Persons, recipients: readonly string[]): Promise<Uint8Array> {
  return sealBytes(personsToBytes(persons), recipients)
}

/** Seals bytes to recipients. Throws `recipient-invalid`. */
export async function sealBytes(bytes: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient)
    } catch (error) {
      throw new KorvausError('recipient-invalid', { recipient }, { cause: error })
    }
  }
  return encrypter.encrypt(bytes)
}

/** The text that was sealed, with identities (`AGE-SECRET-KEY-1…`); the library's own error where none of them opens it. */
export async function openBytes(sealed: Uint8Array, identities: readonly string[]): Promise<string> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  return decrypter.decrypt(sealed, 'text')
}

/** Opens an annex with identities (`AGE-SECRET-KEY-1…`). Throws `annex-closed` when none of them opens it. */
export async function openPersons(sealed: Uint8Array, identities: readonly string[], path: string): Promise<Persons> {
  try {
    return personsSchema.parse(JSON.parse(await openBytes(sealed, identities)))
  } catch (error) {
    throw new KorvausError('annex-closed', { path }, { cause: error })
  }
}

/** How an identity sealed with a passphrase begins, as `age` reads it. */
const sealedIdentity = '-----BEGIN AGE ENCRYPTED FILE-----'

/** Whether a file of identities asks for a passphrase. */
export function isSealedIdentity(text: string): boolean {
  return text.startsWith(sealedIdentity)
}

/** A file of identities sealed with a passphrase, so that the ordinary `age` asks for it. */
export async function sealIdentity(text: string, passphrase: string): Promise<string> {
  const { armor, Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  return `${armor.encode(await encrypter.encrypt(text)).trimEnd()}\n`
}

/** The identities in a file sealed with a passphrase. Throws `key-passphrase` when it is missing or wrong. */
export async function openIdentity(text: string, passphrase: string | undefined, path: string): Promise<string> {
  const { armor, Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  try {
    decrypter.addPassphrase(passphrase ?? '')
    return await decrypter.decrypt(armor.decode(text), 'text')
  } catch (error) {
    throw new KorvausError('key-passphrase', { path }, { cause: error })
  }
}

/** A new pair for opening: the identity that opens, and the recipient that others seal to. */
export async function newOpeningKey(): Promise<{ identity: string; recipient: string }> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}
