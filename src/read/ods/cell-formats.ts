import type { Attributes } from '../xml/attributes.js'
import { foreignCurrency } from '../xlsx/number-formats.js'

/**
 * What the cell styles of a document show numbers as, where that is another number than the one that is stored: most
 * programs say the currency beside each value, but some only in the style.
 */
export class CellFormats {
  /** The units that number formats show, by their names. */
  readonly #units = new Map<string, string>()
  /** The number formats of the cell styles. */
  readonly #formats = new Map<string, string>()
  #name = ''
  #unit: string | undefined
  #words = ''
  #inWords = false

  /** The unit that a cell style shows numbers in; `undefined` for the numbers themselves, euros among them. */
  unitOf(style: string | undefined): string | undefined {
    return style === undefined ? undefined : this.#units.get(this.#formats.get(style) ?? '')
  }

  /** A start tag before the tables. Returns whether its text is wanted. */
  open(tag: string, attributes: Attributes): boolean {
    switch (tag) {
      case 'number-style':
      case 'currency-style':
      case 'percentage-style':
        this.#name = attributes.all().name ?? ''
        this.#unit = tag === 'percentage-style' ? '%' : undefined
        this.#words = ''
        return false
      case 'number':
        if (Number(attributes.all()['display-factor'] ?? 1) > 1) this.#unit = '×1000'
        return false
      case 'text':
      case 'currency-symbol':
        this.#inWords = true
        this.#words += ' '
        return true
      case 'style': {
        const { name, 'data-style-name': format } = attributes.all()
        if (name !== undefined && format !== undefined) this.#formats.set(name, format)
      }
    }
    return false
  }

  text(words: string): void {
    if (this.#inWords) this.#words += words
  }

  /** An end tag before the tables. */
  close(tag: string): void {
    if (tag === 'text' || tag === 'currency-symbol') this.#inWords = false
    if (tag !== 'number-style' && tag !== 'currency-style' && tag !== 'percentage-style') return
    const unit = this.#unit ?? foreignCurrency(this.#words)
    if (unit !== undefined) this.#units.set(this.#name, unit)
  }
}
