import type { Cell } from './cells.js'
import { keyOf } from './headings.js'

/** The user's own words for the values of a column, whatever the capitals and spaces. */
export class Translation {
  readonly #words: ReadonlyMap<string, string>

  constructor(words: Readonly<Record<string, string>>) {
    this.#words = new Map(Object.entries(words).map(([word, value]) => [keyOf(word), value]))
  }

  static of(words: Readonly<Record<string, string>> | undefined): Translation | undefined {
    return words === undefined ? undefined : new Translation(words)
  }

  /** The cell in the words of the service log; the same cell where nothing is said of its text. */
  of(cell: Cell): Cell {
    if (cell.kind === 'error' || cell.kind === 'formula-without-value') return cell
    const value = this.#words.get(keyOf(cell.text))
    return value === undefined ? cell : { kind: 'text', text: value }
  }

  /** The same for a list: its whole, or each of its parts. */
  ofList(cell: Cell): Cell {
    const whole = this.of(cell)
    if (whole !== cell || cell.kind !== 'text') return whole
    return { kind: 'text', text: cell.text.split(/([,;\n])/).map((part) => this.#words.get(keyOf(part)) ?? part).join('') }
  }
}
