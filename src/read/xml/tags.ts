import type { Attributes } from './attributes.js'
import { XmlScanner } from './scanner.js'

/** What a reader of a small part wants to know of its tags; names come without their prefixes. */
export interface TagVisitor {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
}

/** Walks over the tags of a small XML part. Throws `input-damaged`. */
export function visitTags(bytes: Buffer, path: string, visitor: TagVisitor): void {
  const scanner = new TagScanner(path, visitor)
  scanner.take(bytes)
  scanner.finish()
}

class TagScanner extends XmlScanner {
  readonly #visitor: TagVisitor

  constructor(path: string, visitor: TagVisitor) {
    super(path)
    this.#visitor = visitor
  }

  protected override open(block: Buffer, from: number, to: number, attributes: Attributes): void {
    this.#visitor.open(block.toString('utf8', from, to), attributes.all())
  }

  protected override close(block: Buffer, from: number, to: number): void {
    this.#visitor.close?.(block.toString('utf8', from, to))
  }

  /** Tags alone are asked for. */
  protected override text(): void {}
}
