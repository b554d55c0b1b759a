import type { EvidenceProfile } from '../model/assessment.js'
import { keyOfProfile } from './verdict.js'

/** Finds the key of an evidence profile from verdicts; the many items that share a profile cost one look-up each. */
export interface Evidence {
  /**
   * The key for the verdicts of the rules at some indexes, together with a number for all that is not among them;
   * `profile` is asked for the first time only.
   */
  keyOf(group: number, verdicts: Uint16Array, indexes: Uint16Array, profile: () => EvidenceProfile): string
  profiles(): Record<string, EvidenceProfile>
}

interface Entry {
  readonly group: number
  readonly verdicts: Uint16Array
  readonly key: string
  /** Another entry with the same hash. */
  readonly next: Entry | undefined
}

export function createEvidence(): Evidence {
  const entries = new Map<number, Entry>()
  const known = new Map<string, EvidenceProfile>()
  return { keyOf, profiles: () => Object.fromEntries(known) }

  function keyOf(group: number, verdicts: Uint16Array, indexes: Uint16Array, profile: () => EvidenceProfile): string {
    const hash = hashOf(group, verdicts, indexes)
    const first = entries.get(hash)
    for (let entry = first; entry !== undefined; entry = entry.next) {
      if (entry.group === group && agrees(entry.verdicts, verdicts, indexes)) return entry.key
    }
    const found = profile()
    const key = keyOfProfile(found)
    known.set(key, found)
    entries.set(hash, { group, verdicts: picked(verdicts, indexes), key, next: first })
    return key
  }
}

function picked(verdicts: Uint16Array, indexes: Uint16Array): Uint16Array {
  const some = new Uint16Array(indexes.length)
  for (let at = 0; at < indexes.length; at++) some[at] = verdicts[indexes[at] as number] as number
  return some
}

function hashOf(group: number, verdicts: Uint16Array, indexes: Uint16Array): number {
  let hash = group | 0
  for (let at = 0; at < indexes.length; at++) hash = (Math.imul(hash, 31) + (verdicts[indexes[at] as number] as number)) | 0
  return hash
}

function agrees(known: Uint16Array, verdicts: Uint16Array, indexes: Uint16Array): boolean {
  for (let at = 0; at < indexes.length; at++) if (known[at] !== verdicts[indexes[at] as number]) return false
  return true
}
