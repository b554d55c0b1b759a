import { isUtf8 } from 'node:buffer'
import { KorvausError } from '../../model/errors.js'
import { largestFile } from '../limits.js'

const pieceSize = 1 << 20
const largestConverted = 80_000_000
/** A byte of Windows-1252 becomes three of UTF-8 at most, and so do two of UTF-16. */
const longestSign = 3
const firstOfWindows = 0x80
/** The signs of Windows-1252 that Latin-1 lacks, 0x80 to 0x9F. The decoder of Node 20 takes them for control signs. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * The bytes of a text in UTF-8 without a mark: from UTF-16 where its mark or its empty bytes tell it, from UTF-8,
 * otherwise from Windows-1252. Throws `input-too-large` for a text that cannot be held twice.
 */
export function utf8Text(bytes: Buffer, path: string): Buffer {
  const utf16 = utf16Of(bytes)
  if (utf16 === undefined && isUtf8(bytes)) return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
  if (bytes.length > largestConverted) throw new KorvausError('input-too-large', { path, limit: `${largestConverted / 1_000_000} MB, UTF-8 ${largestFile / 1_000_000} MB` })
  const decoder = utf16 === undefined ? undefined : new TextDecoder(utf16)
  const text = Buffer.allocUnsafeSlow(bytes.length * longestSign)
  let length = 0
  for (let from = 0; from < bytes.length; from += pieceSize) {
    const piece = bytes.subarray(from, from + pieceSize)
    length += text.write(decoder === undefined ? windowsText(piece) : decoder.decode(piece, { stream: from + pieceSize < bytes.length }), length)
  }
  return text.subarray(0, length)
}

function utf16Of(bytes: Buffer): string | undefined {
  const [first, second] = [bytes[0], bytes[1]]
  const isEven = bytes.length % 2 === 0
  if ((first === 0xff && second === 0xfe) || (isEven && first !== 0 && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (isEven && first === 0 && second !== 0) ? 'utf-16be' : undefined
}

function windowsText(piece: Buffer): string {
  return piece.toString('latin1').replace(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - firstOfWindows] as string)
}
