const deepest = 40
/** Real claims have a value for every eight bytes or more; a text of nothing but values is there to exhaust the reader. */
const [valuesAnyway, bytesForValue] = [20_000, 5]

/**
 * The value of a JSON file of a packet. Before anything is made of it, its depth and the number of its values are
 * counted in one walk over the bytes. Throws `SyntaxError` for what is no JSON, or more than the bounds.
 */
export function parseModestJson(bytes: Uint8Array): unknown {
  requireModest(bytes)
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}

const signs = { quote: 0x22, backslash: 0x5c, comma: 0x2c, openList: 0x5b, closeList: 0x5d, openMap: 0x7b, closeMap: 0x7d }

function requireModest(bytes: Uint8Array): void {
  let [depth, values, isText] = [0, 0, false]
  const most = valuesAnyway + bytes.length / bytesForValue
  for (let at = 0; at < bytes.length; at++) {
    const sign = bytes[at]
    if (isText) {
      if (sign === signs.backslash) at += 1
      else if (sign === signs.quote) isText = false
    } else if (sign === signs.quote) isText = true
    else if (sign === signs.comma) values += 1
    else if (sign === signs.openList || sign === signs.openMap) [depth, values] = [depth + 1, values + 1]
    else if (sign === signs.closeList || sign === signs.closeMap) depth -= 1
    if (depth > deepest || values > most) throw new SyntaxError('packet-limit')
  }
}
