import { createHash } from 'node:crypto'
import { KorvausError } from '../model/errors.js'
import { HeldBlocks } from './held-blocks.js'
import { largestFile } from './limits.js'
import { OpenFile } from './open-file.js'

const usualBlock = 512 * 1024

/**
 * The bytes of an input, read from its file when they are needed, so that memory does not grow with it. The first
 * reading hashes the whole; each block of it that is let go leaves a tag, and what is read again is proven against that:
 * what was hashed is what is judged, whatever happens to the file meanwhile.
 */
export class FileBytes {
  readonly length: number
  readonly sha256: string
  readonly #path: string
  readonly #name: string
  readonly #blockSize: number
  readonly #blocks: HeldBlocks

  private constructor(path: string, name: string, blockSize: number, { length, sha256, blocks }: FirstReading) {
    this.#path = path
    this.#name = name
    this.#blockSize = blockSize
    this.length = length
    this.sha256 = sha256
    this.#blocks = blocks
  }

  /**
   * Reads the file a first time, and shows each block to `see`; messages call it by `name`. Throws `input-missing`,
   * `input-unreadable`, `input-no-file`, `input-too-large` or `input-changed`.
   */
  static open(path: string, name: string, see: (block: Buffer) => void = () => {}, blockSize = usualBlock): FileBytes {
    const file = new OpenFile(path, name)
    try {
      return new FileBytes(path, name, blockSize, firstReading(file, name, see, blockSize))
    } finally {
      file.close()
    }
  }

  /** Bytes that are at hand already, as those of a file inside another. */
  static of(bytes: Buffer, name: string): FileBytes {
    const blocks = new HeldBlocks()
    blocks.hold(0, bytes)
    return new FileBytes(name, name, Math.max(1, bytes.length), { length: bytes.length, sha256: '', blocks })
  }

  /** The bytes between two places, at most the file's own. Throws `input-changed` when they are no longer those of the first reading. */
  read(from: number, to: number): Buffer {
    const end = Math.min(to, this.length)
    if (end <= from) return Buffer.alloc(0)
    const first = Math.floor(from / this.#blockSize)
    const last = Math.floor((end - 1) / this.#blockSize)
    const start = first * this.#blockSize
    if (first === last) return this.#block(first).subarray(from - start, end - start)
    const blocks = Array.from({ length: last - first + 1 }, (_, index) => this.#block(first + index))
    return Buffer.concat(blocks).subarray(from - start, end - start)
  }

  /** The bytes between two places in pieces, each good until the next one is asked for. Throws like `read`. */
  *pieces(from = 0, to = this.length): Generator<Buffer> {
    let buffer: Buffer | undefined
    let file: OpenFile | undefined
    try {
      for (let at = from; at < to; ) {
        const index = Math.floor(at / this.#blockSize)
        const start = index * this.#blockSize
        const block = this.#blocks.get(index) ?? this.#proven((file ??= this.#reopened()), index, (buffer ??= Buffer.allocUnsafeSlow(this.#blockSize)))
        yield block.subarray(at - start, to - start)
        at = start + block.length
      }
    } finally {
      file?.close()
    }
  }

  #block(index: number): Buffer {
    const held = this.#blocks.get(index)
    if (held !== undefined) return held
    const file = this.#reopened()
    try {
      const block = this.#proven(file, index, Buffer.allocUnsafeSlow(this.#blockSize))
      this.#blocks.hold(index, block)
      return block
    } finally {
      file.close()
    }
  }

  #proven(file: OpenFile, index: number, buffer: Buffer): Buffer {
    const block = file.read(buffer, index * this.#blockSize)
    if (!this.#blocks.knows(index, block)) throw new KorvausError('input-changed', { path: this.#name })
    return block
  }

  /** A file that is gone since the first reading has changed. */
  #reopened(): OpenFile {
    try {
      return new OpenFile(this.#path, this.#name)
    } catch (error) {
      throw error instanceof KorvausError && error.code === 'input-missing' ? new KorvausError('input-changed', { path: this.#name }) : error
    }
  }
}

interface FirstReading {
  readonly length: number
  readonly sha256: string
  readonly blocks: HeldBlocks
}

function firstReading(file: OpenFile, name: string, see: (block: Buffer) => void, blockSize: number): FirstReading {
  const before = file.state()
  if (before.size > largestFile) throw new KorvausError('input-too-large', { path: name, limit: `${largestFile / 1_000_000} MB` })
  const whole = createHash('sha256')
  const blocks = new HeldBlocks()
  let free: Buffer | undefined
  let length = 0
  for (let index = 0; length === index * blockSize; index++) {
    // A byte more than the file had tells of one that grows.
    const block = file.read(free ?? Buffer.allocUnsafeSlow(Math.min(blockSize, before.size - length + 1)), length)
    if (block.length === 0) break
    length += block.length
    if (length > before.size) throw new KorvausError('input-changed', { path: name })
    whole.update(block)
    see(block)
    free = blocks.hold(index, block)
  }
  const after = file.state()
  if (after.size !== length || after.mtimeMs !== before.mtimeMs) throw new KorvausError('input-changed', { path: name })
  return { length, sha256: whole.digest('hex'), blocks }
}
