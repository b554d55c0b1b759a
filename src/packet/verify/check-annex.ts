import { KorvausError } from '../../model/errors.js'
import { inputsKeyFrom, type InputsKey } from '../../model/inputs.js'
import type { Manifest } from '../manifest.js'
import { isAnnexOf } from '../persons.js'
import { openPersons } from '../seal.js'
import { differs, noted, type Difference } from './difference.js'

/**
 * Whether the sealed annex holds what the manifest names. Its ciphertext is random, so that only who holds a key to it
 * can tell; without one, that is said.
 */
export async function checkAnnex(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest | undefined, identities: readonly string[] | undefined): Promise<Difference[]> {
  const sealed = files.get('persons.age')
  if (sealed === undefined || manifest?.sealed === undefined) return []
  if (identities === undefined) return [noted('seal-unopened', {})]
  try {
    return isAnnexOf(await openPersons(sealed, identities, 'persons.age'), manifest) ? [] : [differs('seal-changed', {})]
  } catch (error) {
    if (error instanceof KorvausError) return [differs('seal-closed', {})]
    throw error
  }
}

/** The key of the inputs' hashes that the annex tells to who can open it. */
export async function inputsKeyIn(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest | undefined, identities: readonly string[] | undefined): Promise<InputsKey | undefined> {
  const sealed = files.get('persons.age')
  if (sealed === undefined || manifest === undefined || identities === undefined) return undefined
  try {
    const persons = await openPersons(sealed, identities, 'persons.age')
    return persons.inputsKey === undefined || !isAnnexOf(persons, manifest) ? undefined : inputsKeyFrom(Buffer.from(persons.inputsKey, 'hex'))
  } catch (error) {
    // What cannot be opened is a difference that is told already.
    if (error instanceof KorvausError) return undefined
    throw error
  }
}
