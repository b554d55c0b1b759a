import { groupsOfEight } from './labels.js'
import { sha256 } from './manifest.js'

/** How a public key (SPKI in DER, base64) is named to people everywhere: its SHA-256 in groups that can be compared. */
export function fingerprintOf(publicKey: string): string {
  return groupsOfEight(sha256(Buffer.from(publicKey, 'base64')))
}
