import { TextDecoder } from 'node:util'
import { KorvausError } from '../../model/errors.js'

/** The bytes of an XML part in UTF-8, whatever encoding its first line or byte-order mark names. */
export async function* utf8Pieces(pieces: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | undefined
  let isFirst = true
  for await (const piece of pieces) {
    if (isFirst) decoder = decoderOf(piece, path)
    isFirst = false
    yield decoder === undefined ? piece : Buffer.from(decoder.decode(piece, { stream: true }))
  }
}

function decoderOf(piece: Buffer, path: string): TextDecoder | undefined {
  if (piece[0] === 0xff && piece[1] === 0xfe) return new TextDecoder('utf-16le')
  if (piece[0] === 0xfe && piece[1] === 0xff) return new TextDecoder('utf-16be')
  const named = /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(piece.toString('latin1', piece[0] === 0xef ? 3 : 0, 200))?.[1]
  if (named === undefined || /^(utf-?8|us-ascii)$/i.test(named)) return undefined
  try {
    return new TextDecoder(named)
  } catch (error) {
    throw new KorvausError('input-damaged', { path, reason: { reason: 'encoding-unknown', name: String(named) } }, { cause: error })
  }
}
