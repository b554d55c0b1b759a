import type { EvidenceProfile } from '../../model/assessment.js'
import { keyOfProfile } from './verdict.js'

/** Finds the key of an evidence profile from answers; the many items that share a profile cost one look-up each. */
export interface Evidence {
  /**
   * The key for the answers in the words, together with a number for all that is not among them and with what the words
   * have no room for; `profileText` is asked for the first time only.
   */
  keyOf(group: number, words: Int32Array, rest: string, profileText: () => string): string
  profiles(): Record<string, EvidenceProfile>
}

interface Entry {
  readonly group: number
  readonly words: Int32Array
  readonly rest: string
  readonly key: string
  /** Another entry with the same hash. */
  readonly next: Entry | undefined
}

export function createEvidence(): Evidence {
  const entries = new Map<number, Entry>()
  const known = new Map<string, string>()
  return { keyOf, profiles }

  function profiles(): Record<string, EvidenceProfile> {
    return Object.fromEntries([...known].map(([key, text]) => [key, JSON.parse(text) as EvidenceProfile]))
  }

  function keyOf(group: number, words: Int32Array, rest: string, profileText: () => string): string {
    const hash = hashOf(group, words)
    const first = entries.get(hash)
    for (let entry = first; entry !== undefined; entry = entry.next) {
      if (entry.group === group && entry.rest === rest && agrees(entry.words, words)) return entry.key
    }
    const found = profileText()
    const key = keyOfProfile(found)
    known.set(key, found)
    entries.set(hash, { group, words: words.slice(), rest, key, next: first })
    return key
  }
}

function hashOf(group: number, words: Int32Array): number {
  let hash = group | 0
  for (let at = 0; at < words.length; at++) hash = (Math.imul(hash, 0x9e3779b1) ^ (words[at] as number)) | 0
  return hash ^ (hash >>> 15)
}

function agrees(known: Int32Array, words: Int32Array): boolean {
  for (let at = 0; at < known.length; at++) if (known[at] !== words[at]) return false
  return true
}
