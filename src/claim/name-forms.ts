/**
 * The forms of names in Finnish and Swedish: what a name becomes before an ending, and which endings there are. Letters
 * are compared without capitals and accents, so that a name is known however it is written.
 */

/** A name or word as compared: small letters without accents and without signs that nobody sees. */
export function foldedName(text: string): string {
  return text.normalize('NFKD').replace(/[\p{M}\p{Cf}'\u2019]/gu, '').toLowerCase().replaceAll('ß', 'ss').replaceAll('ø', 'o').replaceAll('đ', 'd').replaceAll('ł', 'l').replaceAll('æ', 'ae')
}

/** Consonants that weaken before an ending, and that strengthen again; the longer first. */
const gradation: readonly (readonly [strong: string, weak: string])[] = [
  ['kk', 'k'], ['pp', 'p'], ['tt', 't'], ['nk', 'ng'], ['mp', 'mm'], ['nt', 'nn'], ['lt', 'll'], ['rt', 'rr'], ['lk', 'lj'], ['rk', 'rj'], ['hk', 'hj'],
  ['lk', 'l'], ['rk', 'r'], ['hk', 'h'], ['uku', 'uvu'], ['yky', 'yvy'], ['k', ''], ['p', 'v'], ['t', 'd'],
]
const vowels = 'aeiouy'

/** The stems on which the forms of a name stand: the name itself, and what its end becomes. */
export function stemsOfName(name: string): string[] {
  if (name.length <= 2) return [name]
  return [...new Set([name, ...endsOf(name)])].filter(({ length }) => length > 2 || length === name.length)
}

function endsOf(name: string): string[] {
  const [last, rest] = [name.slice(-1), name.slice(0, -1)]
  if (name.endsWith('nen')) return [`${name.slice(0, -3)}s`]
  if (name.endsWith('s')) return [`${rest}ks`, `${rest}t`, `${rest}d`, ...vowelEnd(rest, strengthened), rest].filter(({ length }) => length >= 3)
  if (!vowels.includes(last)) return [...(name.endsWith('n') ? [`${rest}m`] : []), ...(name.endsWith('t') ? [rest] : []), ...(name.endsWith('l') || name.endsWith('r') || name.endsWith('n') ? [rest.slice(0, -1) + last].filter(({ length }) => length >= 3) : [])]
  return [...vowelEnd(name, weakened), ...vowelEnd(name, strengthened), ...(name.length > 3 ? replacedVowel(name) : []), ...(/[lnr]i$/.test(name) ? [`${rest}t`] : [])]
}

/** A name that ends with a vowel, with the consonants before it changed, and the vowel as other endings have it. */
function vowelEnd(name: string, change: (cluster: string) => readonly string[]): string[] {
  const match = /^(.*?)([^aeiouy]+)([aeiouy]+)$/.exec(name)
  if (!match) return []
  const [, begin = '', cluster = '', vowel = ''] = match
  return change(cluster).flatMap((changed) => [`${begin}${changed}${vowel}`, ...replacedVowel(`${begin}${changed}${vowel}`)]).filter(({ length }) => length >= 3)
}

/** The last vowel as it is before some endings: `Maki`, `Mae-`; `Lahti`, `Lahde-`; `Anna`, `Anno-`. */
function replacedVowel(name: string): string[] {
  const [last, rest] = [name.slice(-1), name.slice(0, -1)]
  const others = { i: ['e'], a: ['o', 'i'], e: ['i'], y: [], o: [], u: [] }[last] ?? []
  return others.map((vowel) => `${rest}${vowel}`)
}

function weakened(cluster: string): string[] {
  return gradation.flatMap(([strong, weak]) => (cluster.endsWith(strong) ? [cluster.slice(0, cluster.length - strong.length) + weak] : []))
}

function strengthened(cluster: string): string[] {
  return gradation.flatMap(([strong, weak]) => (weak !== '' && cluster.endsWith(weak) ? [cluster.slice(0, cluster.length - weak.length) + strong] : []))
}

/** Endings of cases, of possession and of emphasis, on any stem vowel; and the Swedish genitive. */
const endings = /^(?:[aeiouy]{0,2}[ij]?(?:n|a|ta|tta|na|ssa|sta|lla|lta|lle|ksi|kse|t|in|en|an|on|un|yn|h[aeiouy]n|seen|siin|den|ten|tten|ita|itta|ja|ia|ttu|s|ns)?(?:ni|si|nsa|mme|nne|[aeiouy]n)?(?:kin|kaan|kaa|ko|han|pa|kohan)?)$/
/** After names of two letters, which many words begin with. */
const fewEndings = /^(?:s|i?(?:n|ssa|sta|lla|lta|lle|ksi|tta|ta|a|na)|i?h?[aeiouy]n)?(?:kin|kaan|ko|han)?$/

/** Whether what follows a stem in a word is an ending. */
export function hasEndingOf(rest: string, isShort: boolean): boolean {
  return rest.length <= longestEnding && (isShort ? fewEndings : endings).test(rest)
}

const longestEnding = 10
