import { createCipheriv, randomBytes } from 'node:crypto'

/** Sixteen megabytes: most service logs are held whole, and of a larger file what was read last. */
const mostHeld = 32
/** The key of the tags by which blocks are known again. It never leaves the process, so nobody can make another block of the same tag. */
const tagKey = randomBytes(16)

/** The blocks of a file that were read last, and the tags of those that were let go. */
export class HeldBlocks {
  readonly #held = new Map<number, Buffer>()
  readonly #tags: (Buffer | undefined)[] = []

  get(index: number): Buffer | undefined {
    return this.#held.get(index)
  }

  /** Holds a block, and gives back the one that it lets go for it, if any. */
  hold(index: number, block: Buffer): Buffer | undefined {
    this.#held.set(index, block)
    if (this.#held.size <= mostHeld) return undefined
    const [oldest, free] = this.#held.entries().next().value as [number, Buffer]
    this.#held.delete(oldest)
    this.#tags[oldest] ??= tagOf(free, oldest)
    return free
  }

  /** Whether a block is the one that was let go. */
  knows(index: number, block: Buffer): boolean {
    return this.#tags[index]?.equals(tagOf(block, index)) ?? false
  }
}

/** The authentication tag (GMAC) of a block at its place: as sure as a hash for who lacks the key, in a third of its time. */
function tagOf(block: Buffer, index: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32LE(index)
  const cipher = createCipheriv('aes-128-gcm', tagKey, nonce).setAAD(block)
  cipher.final()
  return cipher.getAuthTag()
}
