import { KorvausError } from '../../model/errors.js'
import type { Cell } from '../cells.js'
import { XmlScanner } from '../xml/scanner.js'
import { ampersand, lessThan } from '../xml/signs.js'
import { textOfBytes } from '../xml/text.js'
import { unescapeExcel } from '../xml/unescape.js'
import { TextBlocks, type BlockFiller } from './text-blocks.js'

const mostStrings = 4_000_000
const mostBytes = 128_000_000

/** The cells of texts made lately; a table says the same words again and again, and other texts once. */
const slots = 16_384

/** The texts that cells share: rich text joined, phonetic readings left out. */
export class SharedStrings {
  readonly #path: string
  readonly #texts: TextBlocks
  readonly #cells: (Cell | undefined)[] = Array.from({ length: slots })
  /** The texts asked for last: the cell of one is kept from the second time on. */
  readonly #indexes = new Int32Array(slots).fill(-1)

  /** `again` gives the pieces of the part once more, when texts are asked for that were too many to be held. */
  constructor(path: string, again: () => Iterable<Buffer> = () => []) {
    this.#path = path
    this.#texts = new TextBlocks(path, (filler) => walkOver(again(), filler, path))
  }

  /** Reads the part as its bytes arrive. Throws `input-too-large` when it has more texts than any table needs. */
  async read(pieces: AsyncIterable<Buffer>): Promise<void> {
    const { filler } = this.#texts
    const scanner = new StringsScanner(this.#path, filler)
    for await (const piece of pieces) {
      scanner.take(piece)
      if (filler.count > mostStrings || filler.bytes > mostBytes) throw new KorvausError('input-too-large', { path: this.#path, limit: { reason: 'limit-texts', limit: String(mostStrings), size: `${mostBytes / 1_000_000} MB` } })
    }
    scanner.finish()
    filler.finish()
  }

  /** The cell of an index; `undefined` when there is none. */
  cell(index: number): Cell | undefined {
    const slot = index & (slots - 1)
    const isSeen = this.#indexes[slot] === index
    const known = this.#cells[slot]
    if (isSeen && known !== undefined) return known
    if (index < 0 || index >= this.#texts.filler.count) return undefined
    const cell: Cell = { kind: 'text', text: unescapeExcel(this.#texts.text(index)) }
    this.#indexes[slot] = index
    this.#cells[slot] = isSeen ? cell : undefined
    return cell
  }
}

function* walkOver(pieces: Iterable<Buffer>, filler: BlockFiller, path: string): Generator<undefined> {
  const scanner = new StringsScanner(path, filler)
  for (const piece of pieces) {
    scanner.take(piece)
    yield
  }
}

class StringsScanner extends XmlScanner {
  readonly #filler: BlockFiller
  #text = ''
  #phonetic = false

  constructor(path: string, filler: BlockFiller) {
    super(path)
    this.#filler = filler
  }

  /** Texts in the form in which nearly all writers write them, `<si><t>word</t></si>`, as many as follow each other. */
  protected override quick(block: Buffer, mark: number): number {
    let start = mark
    while (startsWith(block, start, opening)) {
      const from = start + opening.length
      let at = from
      let signs = 0
      let isEscaped = false
      for (; at < block.length && block[at] !== lessThan; at++) {
        signs |= block[at] as number
        if (block[at] === ampersand) isEscaped = true
      }
      if (!startsWith(block, at, closing)) return start
      if (isEscaped) this.#keep(textOfBytes(block, from, at, true, this.path))
      else this.#filler.add(block, from, at, signs <= lastAscii)
      start = at + closing.length
    }
    return start
  }

  protected override open(block: Buffer, from: number, to: number): void {
    const length = to - from
    if (length === 1 && block[from] === 0x74) this.capturing = !this.#phonetic
    else if (isName(block, from, to, 'si')) this.#text = ''
    else if (isName(block, from, to, 'rPh')) this.#phonetic = true
  }

  protected override close(block: Buffer, from: number, to: number): void {
    const length = to - from
    if (length === 1 && block[from] === 0x74) this.capturing = false
    else if (isName(block, from, to, 'rPh')) this.#phonetic = false
    else if (isName(block, from, to, 'si')) this.#keep(this.#text)
  }

  protected override text(block: Buffer, from: number, to: number, escaped: boolean): void {
    const text = textOfBytes(block, from, to, escaped, this.path)
    this.#text = this.#text === '' ? text : this.#text + text
  }

  #keep(text: string): void {
    const bytes = Buffer.from(text)
    this.#filler.add(bytes, 0, bytes.length, bytes.length === text.length)
  }
}

const lastAscii = 127
const opening = Buffer.from('<si><t>')
const closing = Buffer.from('</t></si>')

function startsWith(block: Buffer, at: number, wanted: Buffer): boolean {
  if (at + wanted.length > block.length) return false
  for (let index = 0; index < wanted.length; index++) if (block[at + index] !== wanted[index]) return false
  return true
}

function isName(block: Buffer, from: number, to: number, name: string): boolean {
  if (to - from !== name.length) return false
  for (let index = 0; index < name.length; index++) if (block[from + index] !== name.charCodeAt(index)) return false
  return true
}
