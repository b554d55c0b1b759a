import { textOfBytes } from '../xml/text.js'

const blockBits = 14
/** So many texts follow each other in a block. */
const perBlock = 1 << blockBits
const leastBytes = 16_384
/** So many bytes of texts are held, and of a workbook that has more no more than these. */
export const mostHeld = 10_000_000
/** A sheet asks for its texts in the order in which they were written, so that one walk serves it, and the next sheet goes on. */
const mostWalks = 4

/** Texts in UTF-8, one after the other. */
interface Block {
  bytes: Buffer
  /** Where each text ends in the bytes, twice, and one more where all of it is ASCII. */
  readonly ends: Uint32Array
  /** When it was used last, counted in walks to a block. */
  used: number
}

/**
 * Texts by their index, kept as bytes and made into texts when somebody asks: most of them stand in one row only, and
 * need not outlive it. Of many texts only some are held, so that memory does not grow with their number: the others are
 * walked over once more as they are asked for. Where that is in no order, which would be a walk for each, all are held.
 */
export class TextBlocks {
  readonly #path: string
  readonly #again: (filler: BlockFiller) => Iterator<unknown>
  /** Takes all texts once, before any is asked for. */
  readonly filler = new BlockFiller((index, block) => this.#heldBytes + sizeOf(block) <= mostHeld && this.#hold(index, block))
  /** The blocks that are held, by their index. */
  readonly #held: (Block | undefined)[] = []
  #heldBytes = 0
  #walk: Walk | undefined
  #walks = 0
  #time = 0

  /** `again` walks over the part once more: each step adds some of its texts to the filler, from the first on. */
  constructor(path: string, again: (filler: BlockFiller) => Iterator<unknown>) {
    this.#path = path
    this.#again = again
  }

  /** The text of an index below the filler's count. Throws `input-damaged` for bytes that are no UTF-8. */
  text(index: number): string {
    const block = this.#held[index >>> blockBits] ?? this.#walkTo(index >>> blockBits)
    block.used = this.#time
    const { bytes, ends } = block
    const place = index & (perBlock - 1)
    const from = place === 0 ? 0 : (ends[place - 1] as number) >>> 1
    const end = ends[place] as number
    return (end & 1) === 1 ? bytes.toString('latin1', from, end >>> 1) : textOfBytes(bytes, from, end >>> 1, false, this.#path)
  }

  #walkTo(index: number): Block {
    const walk = this.#walk !== undefined && this.#walk.filler.index <= index ? this.#walk : this.#newWalk()
    this.#walk = walk
    walk.wanted = index
    this.#time += 1
    walk.found.length = 0
    while (walk.found.length === 0 && !walk.steps.next().done);
    if (walk.found.length === 0) walk.filler.finish()
    while (this.#heldBytes > mostHeld && this.#walks <= mostWalks) this.#letGo()
    return walk.found[0] as Block
  }

  #newWalk(): Walk {
    this.#walks += 1
    const keepsAll = this.#walks > mostWalks
    const filler = new BlockFiller((index, block) => {
      if (index === walk.wanted) walk.found.push(block)
      return (keepsAll || index >= walk.wanted) && this.#held[index] === undefined && this.#hold(index, block)
    })
    const walk: Walk = { filler, steps: this.#again(filler), wanted: 0, found: [] }
    return walk
  }

  #hold(index: number, block: Block): true {
    block.used = this.#time
    this.#held[index] = block
    this.#heldBytes += sizeOf(block)
    return true
  }

  /** Lets the block go that was not used for longest; the words of all rows stand in the first ones. */
  #letGo(): void {
    let oldest = -1
    this.#held.forEach((block, index) => {
      if (block !== undefined && block.used <= (this.#held[oldest]?.used ?? Infinity)) oldest = index
    })
    this.#heldBytes -= sizeOf(this.#held[oldest] as Block)
    this.#held[oldest] = undefined
  }
}

interface Walk {
  readonly filler: BlockFiller
  readonly steps: Iterator<unknown>
  wanted: number
  /** The block that is wanted, when the walk has come to it. */
  readonly found: Block[]
}

/** Fills one block after the other, and gives each away when it is full; one that nobody keeps is filled again. */
export class BlockFiller {
  /** How many texts were added, and how many bytes they have. */
  count = 0
  bytes = 0
  readonly #keeps: (index: number, block: Block) => boolean
  #block: Block = newBlock(leastBytes)
  #length = 0

  constructor(keeps: (index: number, block: Block) => boolean) {
    this.#keeps = keeps
  }

  /** The block that is being filled. */
  get index(): number {
    return this.count >>> blockBits
  }

  /** Adds the text of bytes in UTF-8; `isAscii` says that none is beyond ASCII. */
  add(block: Buffer, from: number, to: number, isAscii: boolean): void {
    const length = this.#length + to - from
    if (length > this.#block.bytes.length) this.#block.bytes = grown(this.#block.bytes, length)
    const { bytes, ends } = this.#block
    // Most texts are so short that a call costs more than their bytes.
    for (let at = from, place = this.#length; at < to; at++) bytes[place++] = block[at] as number
    this.#length = length
    ends[this.count++ & (perBlock - 1)] = length * 2 + (isAscii ? 1 : 0)
    if ((this.count & (perBlock - 1)) === 0) this.#giveAway(this.index - 1)
  }

  /** Says that all texts were added: the last block may not be full. */
  finish(): void {
    if ((this.count & (perBlock - 1)) !== 0) this.#giveAway(this.index)
  }

  #giveAway(index: number): void {
    const used = this.#length
    this.bytes += used
    this.#length = 0
    if (this.#keeps(index, this.#block)) this.#block = newBlock(used + (used >>> 3))
  }
}

function newBlock(size: number): Block {
  return { bytes: Buffer.allocUnsafeSlow(size), ends: new Uint32Array(perBlock), used: 0 }
}

function sizeOf({ bytes, ends }: Block): number {
  return bytes.length + ends.byteLength
}

function grown(bytes: Buffer, length: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(Math.max(length, bytes.length + (bytes.length >>> 1)))
  bytes.copy(larger)
  return larger
}
