import type { KeyObject } from 'node:crypto'
import { KorvausError } from '../../model/errors.js'
import { fingerprintOf } from '../key-fingerprint.js'
import { derOf, isSignatureOf, publicKeyOf } from '../keys.js'
import { sha256, type Manifest } from '../manifest.js'
import { sealedBeginning } from '../seal.js'
import { differs, noted, type Difference } from './difference.js'

const signatureLength = 64

/** Who may have signed: the key that the verifier names, else those that the claimant's own workspace has. */
interface ExpectedKeys {
  readonly publicKey?: KeyObject | undefined
  readonly publicKeys?: readonly KeyObject[] | undefined
  /** SHA-256 of the manifest that the claimant's register holds: it proves a packet of the days before the keys. */
  readonly recorded?: string | undefined
  /** What of the workspace could not be read, which is told elsewhere: another key, or the packet as recorded, may stand there. */
  readonly unread?: readonly unknown[]
}

/** Whether the signature is the manifest's and by the expected key, and whether the sealed annex is where it should be. */
export function checkProtection(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest | undefined, { publicKey, publicKeys = [], recorded, unread = [] }: ExpectedKeys): Difference[] {
  const bytes = files.get('manifest.json')
  const isRecorded = bytes !== undefined && recorded === sha256(bytes)
  return [...checkSignature(files, manifest, { publicKey, known: publicKeys, isRecorded, knowsAll: unread.length === 0 }), ...checkSeal(files, manifest)]
}

interface KnownKeys {
  readonly publicKey: KeyObject | undefined
  readonly known: readonly KeyObject[]
  readonly knowsAll: boolean
  readonly isRecorded: boolean
}

function checkSignature(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest | undefined, { publicKey: expected, known, isRecorded, knowsAll }: KnownKeys): Difference[] {
  const [signature, bytes] = [files.get('manifest.sig'), files.get('manifest.json')]
  if (bytes === undefined) return []
  const isOurs = known.length > 0 && knowsAll
  if (signature === undefined) return manifest?.signer || expected || (isOurs && !isRecorded) ? [differs('signature-missing', {})] : [noted('signature-missing', {})]
  if (signature.length !== signatureLength) return [differs('signature-malformed', {})]
  const stated = statedKey(manifest)
  if (expected !== undefined) {
    if (isSignatureOf(bytes, signature, expected)) return []
    return stated !== undefined && isSignatureOf(bytes, signature, stated) ? [differs('signature-other-key', {})] : [differs('signature-wrong', {})]
  }
  if (manifest === undefined) return []
  if (stated === undefined || !isSignatureOf(bytes, signature, stated)) return [differs('signature-wrong', {})]
  if (known.some((key) => derOf(key) === derOf(stated))) return []
  if (isOurs) return [differs('signature-not-workspaces', { key: fingerprintOf(derOf(stated)) })]
  return [noted('signature-unchecked', { key: fingerprintOf(derOf(stated)) })]
}

function statedKey(manifest: Manifest | undefined): KeyObject | undefined {
  try {
    return manifest?.signer === undefined ? undefined : publicKeyOf(manifest.signer.publicKey, 'manifest.json')
  } catch (error) {
    if (error instanceof KorvausError) return undefined
    throw error
  }
}

function checkSeal(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest | undefined): Difference[] {
  const sealed = files.get('persons.age')
  if (manifest === undefined) return []
  if ((sealed === undefined) !== (manifest.sealed === undefined)) return [differs('seal-unlisted', {})]
  if (sealed === undefined) return []
  return new TextDecoder('latin1').decode(sealed.subarray(0, sealedBeginning.length)) === sealedBeginning ? [] : [differs('seal-damaged', {})]
}
