import { KorvausError } from '../../model/errors.js'
import type { Cell } from '../cells.js'
import { XmlScanner } from '../xml/scanner.js'
import { ampersand, lessThan } from '../xml/signs.js'
import { textOfBytes } from '../xml/text.js'
import { unescapeExcel } from '../xml/unescape.js'

const mostStrings = 4_000_000
const mostSigns = 200_000_000

/** The texts that cells share: rich text joined, phonetic readings left out. */
export class SharedStrings {
  readonly #texts: readonly string[]
  readonly #cells: (Cell | undefined)[] = []

  constructor(texts: readonly string[]) {
    this.#texts = texts
  }

  /** The cell of an index, always the same one; `undefined` when there is none. */
  cell(index: number): Cell | undefined {
    const known = this.#cells[index]
    if (known !== undefined) return known
    const text = this.#texts[index]
    if (text === undefined) return undefined
    const cell: Cell = { kind: 'text', text }
    this.#cells[index] = cell
    return cell
  }
}

/** Reads the shared strings as their bytes arrive. */
export async function readSharedStrings(pieces: AsyncIterable<Buffer>, path: string): Promise<SharedStrings> {
  const scanner = new StringsScanner(path)
  for await (const piece of pieces) scanner.take(piece)
  scanner.finish()
  return new SharedStrings(scanner.texts)
}

class StringsScanner extends XmlScanner {
  readonly texts: string[] = []
  #text = ''
  #phonetic = false
  #signs = 0

  /** Texts in the form in which nearly all writers write them, `<si><t>word</t></si>`, as many as follow each other. */
  protected override quick(block: Buffer, mark: number): number {
    let start = mark
    while (startsWith(block, start, opening)) {
      const from = start + opening.length
      let at = from
      let isPlain = true
      for (; at < block.length && block[at] !== lessThan; at++) if ((block[at] as number) > 127 || block[at] === ampersand) isPlain = false
      if (!startsWith(block, at, closing)) return start
      this.#keep(unescapeExcel(isPlain ? block.toString('latin1', from, at) : textOfBytes(block, from, at, true, this.path)))
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
    else if (isName(block, from, to, 'si')) this.#keep(unescapeExcel(this.#text))
  }

  protected override text(block: Buffer, from: number, to: number, escaped: boolean): void {
    const text = textOfBytes(block, from, to, escaped, this.path)
    this.#text = this.#text === '' ? text : this.#text + text
  }

  #keep(text: string): void {
    this.texts.push(text)
    this.#signs += text.length
    if (this.texts.length > mostStrings || this.#signs > mostSigns) throw new KorvausError('input-too-large', { path: this.path, limit: `${mostStrings} texts` })
  }
}

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
