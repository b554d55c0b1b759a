import { createHmac } from 'node:crypto'

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const length = 7

/** Gives names that say nothing. */
export interface Namer {
  readonly nameOf: (own: string) => string
  readonly originals: ReadonlyMap<string, string>
}

/** Names of one kind: equal ones for equal numbers, different ones for different numbers, the same again by the same key and scope. */
export function namer(key: Uint8Array, scope: string): Namer {
  const names = new Map<string, string>()
  const originals = new Map<string, string>()
  return { originals, nameOf }

  function nameOf(own: string): string {
    const known = names.get(own)
    if (known !== undefined) return known
    const made = unused(own, 0)
    names.set(own, made)
    originals.set(made, own)
    return made
  }

  function unused(own: string, attempt: number): string {
    const made = pseudonym(key, `${scope}\u0000${own}\u0000${attempt}`)
    return originals.has(made) ? unused(own, attempt + 1) : made
  }
}

/** A name that says nothing, the same again by the same key for the same text. */
export function pseudonym(key: Uint8Array, text: string): string {
  const hash = createHmac('sha256', key).update(text).digest()
  return Array.from({ length }, (_, index) => letters[(hash[index] as number) % letters.length]).join('')
}
