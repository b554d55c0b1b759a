/** Whether a text holds signs that stand for others. */
export function hasWildcards(pattern: string): boolean {
  return /[*?[{]/.test(pattern)
}

/**
 * Whether a whole text fits a pattern: `*` is any signs, `?` one, `[a-z]` one of them and `[!a-z]` none of them. The time
 * grows with both lengths alone, whatever the pattern: only the last `*` is ever tried again.
 */
export function fitsWildcards(pattern: string, text: string): boolean {
  const [signs, tokens] = [[...text], tokensOf(pattern)]
  let [at, token, retryAt, retryToken] = [0, 0, -1, -1]
  while (at < signs.length) {
    const wanted = tokens[token]
    if (wanted === '*') [retryAt, retryToken, token] = [at, token, token + 1]
    else if (typeof wanted === 'function' && wanted(signs[at] as string)) [at, token] = [at + 1, token + 1]
    else if (retryToken >= 0) [retryAt, at, token] = [retryAt + 1, retryAt + 1, retryToken + 1]
    else return false
  }
  return tokens.slice(token).every((rest) => rest === '*')
}

/** The patterns that braces stand for, `a{b,c}` for `ab` and `ac`; beyond `most` the braces are signs like others. */
export function alternativesOf(pattern: string, most = 64): string[] {
  const [match] = [/^(.*?)\{([^{}]*)\}(.*)$/s.exec(pattern)]
  if (match === null) return [pattern]
  const [, before = '', inside = '', after = ''] = match
  const parts = inside.split(',')
  if (parts.length > most) return [pattern]
  return parts.flatMap((part) => alternativesOf(`${before}${part}${after}`, Math.floor(most / parts.length)))
}

type Token = '*' | ((sign: string) => boolean)

function tokensOf(pattern: string): Token[] {
  const signs = [...pattern]
  const tokens: Token[] = []
  for (let at = 0; at < signs.length; at++) {
    const sign = signs[at] as string
    const end = sign === '[' ? signs.indexOf(']', at + 2) : -1
    if (sign === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*')
    } else if (sign === '?') tokens.push(() => true)
    else if (end > 0) {
      tokens.push(oneOf(signs.slice(at + 1, end)))
      at = end
    } else tokens.push((one) => one === sign)
  }
  return tokens
}

function oneOf(signs: readonly string[]): (sign: string) => boolean {
  const isNot = signs[0] === '!' || signs[0] === '^'
  const listed = isNot ? signs.slice(1) : signs
  const ranges: [string, string][] = []
  for (let at = 0; at < listed.length; at++) {
    const isRange = listed[at + 1] === '-' && at + 2 < listed.length
    ranges.push([listed[at] as string, listed[isRange ? at + 2 : at] as string])
    if (isRange) at += 2
  }
  return (sign) => ranges.some(([from, to]) => from <= sign && sign <= to) !== isNot
}
