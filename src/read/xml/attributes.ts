import { KorvausError } from '../../model/errors.js'
import { unescapeXml } from './unescape.js'
import { colon, doubleQuote, equals, greaterThan, singleQuote, slash, space } from './signs.js'

/** The attributes of one start tag, walked over one after the other; the tag is known to be whole. */
export class Attributes {
  /** Where the name (without its prefix) and the value of the attribute lie that `next` found. */
  nameStart = 0
  nameEnd = 0
  valueStart = 0
  valueEnd = 0
  /** After the last attribute: whether the tag ends itself, and the place behind it. */
  empty = false
  end = -1
  readonly #path: string
  #block: Buffer = Buffer.alloc(0)
  #at = 0

  constructor(path: string) {
    this.#path = path
  }

  start(block: Buffer, at: number): void {
    this.#block = block
    this.#at = at
    this.empty = false
    this.end = -1
  }

  /** Goes to the next attribute; false after the last. */
  next(): boolean {
    if (this.end >= 0) return false
    const block = this.#block
    let at = spaces(block, this.#at)
    const byte = block[at]
    if (byte === greaterThan || byte === slash) return this.#finish(at, byte === slash)
    this.nameStart = at
    for (; at < block.length; at++) {
      const sign = block[at] as number
      if (sign === colon) this.nameStart = at + 1
      else if (sign === equals || sign <= space || sign === greaterThan) break
    }
    this.nameEnd = at
    at = spaces(block, at)
    if (block[at] !== equals) throw this.#damaged()
    at = spaces(block, at + 1)
    const quote = block[at]
    if (quote !== doubleQuote && quote !== singleQuote) throw this.#damaged()
    at += 1
    this.valueStart = at
    while (at < block.length && block[at] !== quote) at++
    if (at === block.length) throw this.#damaged()
    this.valueEnd = at
    this.#at = at + 1
    return true
  }

  /** Walks over the attributes that nobody asked for. */
  skip(): void {
    while (this.next());
  }

  /** All attributes by name, for the tags that are rare. */
  all(): Record<string, string> {
    const all: Record<string, string> = {}
    while (this.next()) all[this.#block.toString('latin1', this.nameStart, this.nameEnd)] = unescapeXml(this.#block.toString('utf8', this.valueStart, this.valueEnd))
    return all
  }

  #finish(at: number, empty: boolean): boolean {
    const end = empty ? spaces(this.#block, at + 1) : at
    if (this.#block[end] !== greaterThan) throw this.#damaged()
    this.empty = empty
    this.end = end + 1
    return false
  }

  #damaged(): KorvausError {
    return new KorvausError('input-damaged', { path: this.#path, reason: { reason: 'tag-malformed' } })
  }
}

function spaces(block: Buffer, from: number): number {
  let at = from
  while (at < block.length && (block[at] as number) <= space) at++
  return at
}
