// Reads facts from the bytes of a csv file without quotes, as the benchmark writes them: one function made for its
// columns, which looks at each byte once and makes values that come again and again once only.
const comma = 44
const lineFeed = 10
const letterF = 102
const letterT = 116

/** A function that reads the row at a place of the bytes into facts and says where the next one begins. */
export function rowReader(specs) {
  const keys = Object.keys(specs)
  const cells = keys.map((key, index) => `let v${index}${cellOf(key, specs[key].type, index, index === keys.length - 1 ? lineFeed : comma)}`)
  const facts = keys.map((key, index) => `${key}: v${index}`).join(', ')
  const make = new Function('text', 'cents', 'none', `return (b, start, row) => { let p = start, e = 0, h = 0, n = 0; ${cells.join('\n')} row.end = p; return { ${facts} } }`)
  return make(sharedText(), sharedCents(), [])
}

/** What is yes or no is "true", "false" or nothing; counts and cents are digits, with a hyphen before them below zero. */
function cellOf(key, type, index, end) {
  const value = `v${index}`
  if (type === 'yes-no') return `; if (b[p] === ${letterT}) { ${value} = true; p += 5 } else if (b[p] === ${letterF}) { ${value} = false; p += 6 } else p++;`
  const empty = `; if (b[p] === ${end}) { ${type === 'list' ? `${value} = none; ` : ''}p++ } else { `
  if (type === 'cents' || type === 'count') {
    const number = `(b[e] === 45 ? -n : n)`
    return `${empty}e = p; n = 0; if (b[p] === 45) p++; for (h = b[p]; h !== ${end}; h = b[++p]) n = n * 10 + h - 48; ${value} = ${type === 'cents' ? `cents(${number})` : number}; p++ }`
  }
  if (key === 'id' || type === 'list') return `${empty}e = p; while (b[p] !== ${end}) p++; ${value} = b.latin1Slice(e, p)${type === 'list' ? `.split('|')` : ''}; p++ }`
  return `${empty}e = p; h = 0; for (n = b[p]; n !== ${end}; n = b[++p]) h = Math.imul(h, 31) + n | 0; ${value} = text(b, e, p, h); p++ }`
}

/** Amounts, of which a row often has the same twice or nothing. */
function sharedCents() {
  const zero = 0n
  let [last, lastCents] = [0, zero]
  return (value) => {
    if (value === 0) return zero
    if (value === last) return lastCents
    last = value
    lastCents = BigInt(value)
    return lastCents
  }
}

/** Texts that come again and again are made once. */
function sharedText() {
  const slots = 8192
  const known = Array.from({ length: slots })
  return (bytes, from, to, hash) => {
    const place = (hash ^ (hash >>> 13)) & (slots - 1)
    const found = known[place]
    if (found !== undefined && found.hash === hash && same(found.text, bytes, from, to)) return found.text
    const text = onlyOne(bytes.latin1Slice(from, to))
    known[place] = { hash, text }
    return text
  }
}

/** The one copy of a text that the engine keeps for names: equal copies are then the same place. */
function onlyOne(text) {
  return Object.keys({ [text]: 0 })[0]
}

function same(text, bytes, from, to) {
  if (text.length !== to - from) return false
  for (let at = from; at < to; at++) if (text.charCodeAt(at - from) !== bytes[at]) return false
  return true
}
