import type { NamedThing } from '../../model/columns.js'

/** Compares the identifiers of a packet with those of the service log. */
export interface Pairs {
  /** Whether the two may stand for the same; both may be absent. */
  agree(kind: NamedThing, packet: string | undefined, source: string | undefined): boolean
}

/** Identifiers that the packet has from the service log. */
export function asGiven(): Pairs {
  return { agree: (_, packet, source) => packet === source }
}

/** Pseudonyms: one of the packet is one of the log, and one of the log is one of the packet, wherever they meet. */
export function pseudonymPairs(): Pairs {
  const known = new Map<string, string>()
  const meets = (key: string, value: string) => {
    const before = known.get(key)
    if (before === undefined) known.set(key, value)
    return before === undefined || before === value
  }
  return {
    agree(kind, packet, source) {
      if (packet === undefined || source === undefined) return packet === source
      const [forth, back] = [meets(`${kind}\u0000packet\u0000${packet}`, source), meets(`${kind}\u0000source\u0000${source}`, packet)]
      return forth && back
    },
  }
}
