import { KorvausError } from '../../model/errors.js'
import type { Attributes } from '../xml/attributes.js'
import { foreignCurrency, type NumberFormat } from '../number-format.js'

/** The number formats that show a number as another, and as what; the first two by their words as well. */
const kinds: Readonly<Record<string, NumberFormat>> = { 'number-style': 'number', 'currency-style': 'number', 'percentage-style': { unit: '%' }, 'date-style': 'date', 'time-style': { unit: 'h:mm' } }

/** The names of all styles and formats together, and the words of one format: more than any document needs. */
const mostNames = 16_000_000
const longestWords = 255
/** Styles that take from each other in a circle must end somewhere. */
const mostParents = 20

/**
 * What the cell styles of a document show numbers as. Most programs say beside each value that it is a day, a percentage
 * or an amount of some currency, but some only in the style.
 */
export class CellFormats {
  /** Whether the days of the document count from 1904. */
  datesFrom1904 = false
  /** What number formats show, by their names. */
  readonly #shown = new Map<string, NumberFormat>()
  /** The number formats of the cell styles, and the styles from which others take theirs. */
  readonly #formats = new Map<string, string>()
  readonly #parents = new Map<string, string>()
  readonly #named: CellFormats | undefined
  #name = ''
  #format: NumberFormat = 'number'
  #words = ''
  #inWords = false
  #length = 0
  readonly #path: string

  /** `named` are the formats of the named styles, where these are those of the tables. */
  constructor(path: string, named?: CellFormats) {
    this.#path = path
    this.#named = named
  }

  /** What a cell style shows a number as; euros are the number itself. */
  of(style: string | undefined): NumberFormat {
    let name = style
    for (let step = 0; name !== undefined && step < mostParents; step++) {
      const format = this.#formats.get(name)
      if (format !== undefined) return this.#shown.get(format) ?? this.#namedFormat(format) ?? 'number'
      const parent = this.#parents.get(name)
      if (parent === undefined) return this.#named === undefined ? 'number' : this.#named.of(name)
      name = parent
    }
    return 'number'
  }

  #namedFormat(format: string): NumberFormat | undefined {
    return this.#named === undefined ? undefined : this.#named.#shown.get(format)
  }

  /** A start tag before the tables. Returns whether its text is wanted. */
  open(tag: string, attributes: Attributes): boolean {
    switch (tag) {
      case 'number':
        if (Number(attributes.all()['display-factor'] ?? 1) > 1) this.#format = { unit: '×1000' }
        return false
      case 'text':
      case 'currency-symbol':
        this.#inWords = true
        this.text(' ')
        return true
      case 'null-date':
        this.datesFrom1904 = attributes.all()['date-value'] === '1904-01-01'
        return false
      case 'style': {
        const { name = '', family, 'data-style-name': format, 'parent-style-name': parent } = attributes.all()
        if (family !== 'table-cell') return false
        this.#count(name, format, parent)
        if (format !== undefined) this.#formats.set(name, format)
        if (parent !== undefined) this.#parents.set(name, parent)
        return false
      }
    }
    const format = kinds[tag]
    if (format === undefined) return false
    this.#name = attributes.all().name ?? ''
    this.#count(this.#name)
    this.#format = format
    this.#words = ''
    return false
  }

  text(words: string): void {
    if (this.#inWords && this.#words.length < longestWords) this.#words += words.slice(0, longestWords)
  }

  /** An end tag before the tables. */
  close(tag: string): void {
    if (tag === 'text' || tag === 'currency-symbol') this.#inWords = false
    if (kinds[tag] === undefined) return
    const currency = this.#format === 'number' ? foreignCurrency(this.#words) : undefined
    const format: NumberFormat = currency === undefined ? this.#format : { unit: currency }
    this.#shown.set(this.#name, format)
  }

  #count(...names: ReadonlyArray<string | undefined>): void {
    for (const name of names) this.#length += name?.length ?? 0
    if (this.#length > mostNames) throw new KorvausError('input-too-large', { path: this.#path, limit: `${mostNames / 1_000_000} MB` })
  }
}
