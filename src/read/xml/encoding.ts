import { TextDecoder } from 'node:util'
import { KorvausError } from '../../model/errors.js'

const [lineFeed, carriageReturn] = [0x0a, 0x0d]

/** The bytes of an XML part in UTF-8 with plain line ends, whatever encoding its first line or byte-order mark names. */
export async function* utf8Pieces(pieces: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  const part = new Utf8Part(path)
  for await (const piece of pieces) yield part.take(piece)
}

/** The same at once, for pieces that are at hand. */
export function* utf8PiecesAtOnce(pieces: Iterable<Buffer>, path: string): Generator<Buffer> {
  const part = new Utf8Part(path)
  for (const piece of pieces) yield part.take(piece)
}

class Utf8Part {
  readonly #path: string
  readonly #lineEnds = new LineEnds()
  #decoder: TextDecoder | undefined
  #isFirst = true

  constructor(path: string) {
    this.#path = path
  }

  take(piece: Buffer): Buffer {
    if (this.#isFirst) this.#decoder = decoderOf(piece, this.#path)
    this.#isFirst = false
    return this.#lineEnds.plain(this.#decoder === undefined ? piece : Buffer.from(this.#decoder.decode(piece, { stream: true })))
  }
}

/** Line ends as XML has them, whatever system wrote them: a carriage return is a line feed, or goes where one follows. */
class LineEnds {
  #isReturned = false

  plain(piece: Buffer): Buffer {
    const first = piece.indexOf(carriageReturn)
    if (first < 0 && !(this.#isReturned && piece[0] === lineFeed)) {
      this.#isReturned &&= piece.length === 0
      return piece
    }
    const bytes = Buffer.allocUnsafe(piece.length)
    let length = 0
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at] as number
      if (byte === carriageReturn) bytes[length++] = lineFeed
      else if (byte !== lineFeed || !this.#isReturned) bytes[length++] = byte
      this.#isReturned = byte === carriageReturn
    }
    return bytes.subarray(0, length)
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
