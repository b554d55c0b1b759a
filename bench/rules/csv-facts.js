// Reads facts from the bytes of a csv file without quotes, as the benchmark writes them: one function made for its columns.
const comma = 44
const lineFeed = 10
const minus = 45
const zero = 48
const letterT = 116

/** A function that reads the row at a place of the bytes into facts and says where the next one begins. */
export function rowReader(specs) {
  const keys = Object.keys(specs)
  const cells = keys.map((key, index) => {
    const end = index === keys.length - 1 ? lineFeed : comma
    return `e = p; while (b[e] !== ${end}) e++; const v${index} = e === p ? ${specs[key].type === 'list' ? 'none' : 'undefined'} : ${readingOf(key, specs[key].type)}; p = e + 1;`
  })
  const facts = keys.map((key, index) => `${key}: v${index}`).join(', ')
  const make = new Function('text', 'number', 'none', `return (b, start, row) => { let p = start, e = 0; ${cells.join('\n')} row.end = p; return { ${facts} } }`)
  return make(sharedText(), wholeNumber, [])
}

function readingOf(key, type) {
  if (key === 'id') return 'b.latin1Slice(p, e)'
  if (type === 'cents') return 'BigInt(number(b, p, e))'
  if (type === 'count') return 'number(b, p, e)'
  if (type === 'yes-no') return `b[p] === ${letterT}`
  return type === 'list' ? `b.latin1Slice(p, e).split('|')` : 'text(b, p, e)'
}

function wholeNumber(bytes, from, to) {
  const negative = bytes[from] === minus
  let value = 0
  for (let at = negative ? from + 1 : from; at < to; at++) value = value * 10 + bytes[at] - zero
  return negative ? -value : value
}

/** Texts that come again and again are made once. */
function sharedText() {
  const slots = 4096
  const known = Array.from({ length: slots })
  return (bytes, from, to) => {
    let hash = to - from
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + bytes[at]) | 0
    const found = known[hash & (slots - 1)]
    if (found !== undefined && found.hash === hash && same(found.text, bytes, from, to)) return found.text
    const text = bytes.latin1Slice(from, to)
    known[hash & (slots - 1)] = { hash, text }
    return text
  }
}

function same(text, bytes, from, to) {
  if (text.length !== to - from) return false
  for (let at = from; at < to; at++) if (text.charCodeAt(at - from) !== bytes[at]) return false
  return true
}
