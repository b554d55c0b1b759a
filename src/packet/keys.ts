import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { KorvausError } from '../model/errors.js'

/** A pair of Ed25519 keys as PEM: the private one is PKCS #8, sealed with the passphrase when there is one. */
export interface KeyPair {
  readonly privatePem: string
  readonly publicPem: string
}

/** What signs a packet, and the public half that anyone may know (SPKI in DER, base64). */
export interface Signer {
  readonly publicKey: string
  sign(bytes: Uint8Array): Uint8Array
}

/** Makes a pair of signing keys, as `openssl` reads them. */
export function newSigningKeys(passphrase?: string): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const sealed = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem', ...sealed }) as string,
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
  }
}

/** Whether a private key asks for a passphrase. */
export function needsPassphrase(pem: string): boolean {
  return pem.includes('ENCRYPTED PRIVATE KEY')
}

/** The signer of a private key. Throws `key-unreadable`, or `key-passphrase` when the passphrase is wrong or missing. */
export function signerOf(pem: string, path: string, passphrase?: string): Signer {
  const key = privateKeyOf(pem, path, passphrase)
  return { publicKey: derOf(createPublicKey(key)), sign: (bytes) => sign(null, bytes, key) }
}

/** A public key from PEM or, as manifests hold it, from base64. Throws `key-unreadable`. */
export function publicKeyOf(text: string, path: string): KeyObject {
  try {
    const key = text.includes('-----BEGIN') ? createPublicKey(text) : createPublicKey({ key: Buffer.from(text, 'base64'), type: 'spki', format: 'der' })
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch (error) {
    throw new KorvausError('key-unreadable', { path }, { cause: error })
  }
  throw new KorvausError('key-unreadable', { path })
}

/** Whether a signature is of these bytes under this key. */
export function isSignatureOf(bytes: Uint8Array, signature: Uint8Array, key: KeyObject): boolean {
  return verify(null, bytes, key, signature)
}

/** A public key as manifests hold it. */
export function derOf(key: KeyObject): string {
  return (key.export({ type: 'spki', format: 'der' }) as Buffer).toString('base64')
}

function privateKeyOf(pem: string, path: string, passphrase: string | undefined): KeyObject {
  let key: KeyObject
  try {
    key = createPrivateKey(passphrase === undefined ? pem : { key: pem, passphrase })
  } catch (error) {
    throw new KorvausError(needsPassphrase(pem) ? 'key-passphrase' : 'key-unreadable', { path }, { cause: error })
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new KorvausError('key-unreadable', { path })
  return key
}
