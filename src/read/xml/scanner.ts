import { KorvausError, type ReasonCode } from '../../model/errors.js'
import { Attributes } from './attributes.js'
import { codeOf } from './codes.js'
import { colon, exclamation, greaterThan, lessThan, question, slash, space } from './signs.js'

/** Hardly a tag is longer; nearer to the end of the bytes one is looked at only when it is whole. */
const usualTag = 8192
/** A text or comment this long is no cell that a person could read. */
const longestText = 2_000_000
const nothing: Buffer = Buffer.alloc(0)

/**
 * Walks over XML as its bytes arrive, without building a document: start tags, end tags and the texts that the scanner
 * asks for by setting `capturing`. Entities of the document's own are never understood: a document type that has any is an error.
 */
export abstract class XmlScanner {
  protected readonly path: string
  protected capturing = false
  readonly #attributes: Attributes
  #rest = nothing
  /** The names of the tags that are open, as numbers. */
  readonly #names: number[] = []
  #ended = false

  constructor(path: string) {
    this.path = path
    this.#attributes = new Attributes(path)
  }

  /** A start tag; the name stands between the two places, without its prefix. */
  protected abstract open(block: Buffer, from: number, to: number, attributes: Attributes): void
  protected abstract close(block: Buffer, from: number, to: number): void
  /** A run of text: escaped, or as it stands where it is a CDATA section. */
  protected abstract text(block: Buffer, from: number, to: number, escaped: boolean): void

  /** A quicker way over what begins at the mark, for a scanner that knows one: the place behind it, or the mark itself. */
  protected quick(_block: Buffer, mark: number): number {
    return mark
  }

  /** For a scanner that walks over tags itself: an element begins. */
  protected entered(name: number): void {
    this.#names.push(name)
  }

  /** The element that began last ends; false when it is another. */
  protected left(name: number): boolean {
    if (this.#names.at(-1) !== name) return false
    this.#names.pop()
    return true
  }

  /** Takes the next bytes. What is not whole at their end waits for the following ones. */
  take(piece: Buffer): void {
    const block = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    this.#rest = block.subarray(this.#scan(block))
    if (this.#rest.length > longestText) throw new KorvausError('input-too-large', { path: this.path, limit: { reason: 'limit-cell', limit: `${longestText / 1_000_000} MB` } })
  }

  /** Says that no more bytes come. Throws `input-damaged` when the document is not whole. */
  finish(): void {
    if (!this.#ended) throw this.damaged('part-cut')
  }

  protected damaged(reason: ReasonCode): KorvausError {
    return new KorvausError('input-damaged', { path: this.path, reason: { reason } })
  }

  /** Scans what is whole and returns where the rest begins. */
  #scan(block: Buffer): number {
    const end = block.length
    // Longer ones there are: Excel lists in one tag all the ranges that a rule is for.
    const lastEnd = block.lastIndexOf(greaterThan)
    let at = 0
    while (at < end) {
      let mark = at
      while (mark < end && block[mark] !== lessThan) mark++
      if (mark === end) return this.capturing ? at : end
      if (mark > at && this.capturing) this.text(block, at, mark, true)
      at = this.quick(block, mark)
      if (at > mark) continue
      if (mark > lastEnd || (end - mark < usualTag && !isWhole(block, mark))) return mark
      const next = block[mark + 1]
      if (next === slash) at = this.#endTag(block, mark)
      else if (next === exclamation || next === question) at = this.#declaration(block, mark)
      else at = this.#startTag(block, mark)
      if (at < 0) return mark
    }
    return end
  }

  #startTag(block: Buffer, mark: number): number {
    let from = mark + 1
    let to = from
    for (; to < block.length; to++) {
      const byte = block[to] as number
      if (byte === colon) from = to + 1
      else if (byte <= space || byte === slash || byte === greaterThan) break
      else if (byte === lessThan) throw this.damaged('tag-malformed')
    }
    if (to === from) throw this.damaged('tag-nameless')
    const attributes = this.#attributes
    attributes.start(block, to)
    this.open(block, from, to, attributes)
    attributes.skip()
    if (attributes.empty) this.close(block, from, to)
    else this.entered(codeOf(block, from, to))
    if (attributes.empty && this.#names.length === 0) this.#ended = true
    return attributes.end
  }

  #endTag(block: Buffer, mark: number): number {
    let from = mark + 2
    let to = from
    for (; to < block.length; to++) {
      const byte = block[to] as number
      if (byte === colon) from = to + 1
      else if (byte <= space || byte === greaterThan) break
    }
    if (!this.left(codeOf(block, from, to))) throw this.damaged('end-without-start')
    this.close(block, from, to)
    while (to < block.length && (block[to] as number) <= space) to++
    if (block[to] !== greaterThan) throw this.damaged('tag-endless')
    if (this.#names.length === 0) this.#ended = true
    return to + 1
  }

  #declaration(block: Buffer, mark: number): number {
    if (block[mark + 1] === question) return after(block, '?>', mark)
    const start = block.toString('latin1', mark, mark + 9)
    if (start.startsWith('<!--')) return after(block, '-->', mark + 4)
    if (start === '<!DOCTYPE') return this.#documentType(block, mark)
    if (start !== '<![CDATA[') throw this.damaged('own-entities')
    const end = after(block, ']]>', mark + 9)
    if (end >= 0 && this.capturing) this.text(block, mark + 9, end - 3, false)
    return end
  }

  /** A document type that only names a standard, as old programs write it, says nothing; one that defines anything is refused. */
  #documentType(block: Buffer, mark: number): number {
    const end = after(block, '>', mark)
    if (end >= 0 && !namedType.test(block.toString('latin1', mark, end))) throw this.damaged('own-entities')
    return end
  }
}

/** As in `<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">`. */
const namedType = /^<!DOCTYPE\s+[\w:.-]+(?:\s+PUBLIC\s+"[^"<>]*"\s+"[^"<>]*")?\s*>$/

function after(block: Buffer, mark: string, from: number): number {
  const at = block.indexOf(mark, from, 'latin1')
  return at < 0 ? -1 : at + mark.length
}

/** Whether the tag that begins here ends in the block; a quoted value may hold the sign of the end. */
function isWhole(block: Buffer, mark: number): boolean {
  if (block[mark + 1] === exclamation) return block.length - mark >= 9
  let quote = 0
  for (let at = mark; at < block.length; at++) {
    const byte = block[at] as number
    if (quote !== 0) quote = byte === quote ? 0 : quote
    else if (byte === 0x22 || byte === 0x27) quote = byte
    else if (byte === greaterThan) return true
  }
  return false
}
