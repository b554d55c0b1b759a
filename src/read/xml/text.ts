import { KorvausError } from '../../model/errors.js'
import { unescapeXml } from './unescape.js'

/** The text of bytes in UTF-8. Throws `input-damaged` for bytes that are none, instead of showing signs that nobody wrote. */
export function textOfBytes(block: Buffer, from: number, to: number, escaped: boolean, path: string): string {
  const text = block.toString('utf8', from, to)
  if (text.includes('\uFFFD') && !block.subarray(from, to).includes('\uFFFD')) throw new KorvausError('input-damaged', { path, reason: { reason: 'not-utf-8' } })
  return escaped ? unescapeXml(text) : text
}
