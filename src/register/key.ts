import { randomBytes } from 'node:crypto'
import { KorvausError } from '../model/errors.js'
import { writeFileAtomically } from '../workspace/atomic-files.js'
import { pathInside } from '../workspace/inside.js'
import { textIfThere } from '../workspace/present-file.js'

/** Where the key lies in a workspace. */
export const registerKeyName = 'keys/register.key'
const keyLength = 32

/** The key of the fingerprints, kept apart from the register; `undefined` when the workspace has none yet. */
export async function readRegisterKey(root: string): Promise<Uint8Array | undefined> {
  const text = await textIfThere(pathInside(root, registerKeyName, 'keys'))
  if (text === undefined) return undefined
  const key = Buffer.from(text.trim(), 'hex')
  if (key.length !== keyLength) throw new KorvausError('register-damaged', { path: registerKeyName, reason: { reason: 'fingerprint-key' } })
  return key
}

/** The key of the fingerprints, made on first use. */
export async function registerKey(root: string): Promise<Uint8Array> {
  const known = await readRegisterKey(root)
  if (known) return known
  const key = randomBytes(keyLength)
  await writeFileAtomically(pathInside(root, registerKeyName, 'keys'), `${key.toString('hex')}\n`)
  return key
}
