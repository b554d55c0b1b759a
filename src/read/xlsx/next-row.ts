import { doubleQuote, greaterThan, slash, space } from '../xml/signs.js'

/** Between the cells of two rows, as nearly all writers have it. */
const between = Buffer.from('</row><row r="')
const longestTag = 256
const beginsHidden = 0x68

/** The row that begins where another ends, found without the general scanner: its number, and the place behind its tag. */
export class NextRow {
  number = 0
  end = -1

  /**
   * Whether at the place one row ends and the next begins with its number first and nothing about its height or whether
   * it is hidden. Whatever is longer, rarer or not whole in the block is left to the scanner.
   */
  find(block: Buffer, start: number): boolean {
    if (start + longestTag > block.length) return false
    for (let index = 0; index < between.length; index++) if (block[start + index] !== between[index]) return false
    let at = start + between.length
    let number = 0
    for (let digit = (block[at] as number) - 48; digit >= 0 && digit < 10; digit = (block[++at] as number) - 48) number = number * 10 + digit
    if (block[at] !== doubleQuote || number === 0) return false
    let quoted = false
    for (at += 1; at < start + longestTag; at++) {
      const byte = block[at] as number
      if (byte === doubleQuote) quoted = !quoted
      else if (byte === greaterThan) break
      else if (byte === slash || byte < space || byte > 0x7a || (byte === space && block[at + 1] === beginsHidden)) return false
    }
    if (quoted || block[at] !== greaterThan) return false
    this.number = number
    this.end = at + 1
    return true
  }
}
