import type { Attributes } from '../xml/attributes.js'
import { XmlScanner } from '../xml/scanner.js'
import { textOfBytes } from '../xml/text.js'
import { CellFormats } from './cell-formats.js'

/** What the named cell styles of a document show numbers as, with the number formats that styles of the tables use too. */
export async function readNamedFormats(pieces: AsyncIterable<Buffer>, path: string): Promise<CellFormats> {
  const scanner = new StyleScanner(path)
  for await (const piece of pieces) scanner.take(piece)
  scanner.finish()
  return scanner.formats
}

class StyleScanner extends XmlScanner {
  readonly formats: CellFormats
  /** Only among these do the tables look for their styles; those of page heads may have the same names. */
  #inNamed = false

  constructor(path: string) {
    super(path)
    this.formats = new CellFormats(path)
  }

  protected override open(block: Buffer, from: number, to: number, attributes: Attributes): void {
    const tag = block.toString('latin1', from, to)
    if (tag === 'styles') this.#inNamed = true
    else if (this.#inNamed) this.capturing = this.formats.open(tag, attributes)
  }

  protected override close(block: Buffer, from: number, to: number): void {
    const tag = block.toString('latin1', from, to)
    if (tag === 'styles') this.#inNamed = false
    if (this.#inNamed) this.formats.close(tag)
    this.capturing = false
  }

  protected override text(block: Buffer, from: number, to: number, escaped: boolean): void {
    this.formats.text(textOfBytes(block, from, to, escaped, this.path))
  }
}
