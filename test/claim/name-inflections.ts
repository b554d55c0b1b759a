/**
 * The forms of names by the rules of Finnish and Swedish, written down apart from what recognises them: stems by the kind of
 * the name, the endings of the cases on them, and the ways in which people write a word.
 */

const back = /[aou]/i
const harmonious = (stem: string, ending: string) => (lastHarmony(stem) ? ending : ending.replaceAll('a', 'ä').replaceAll('o', 'ö'))

/** Whether the last vowel that decides is a back vowel. */
function lastHarmony(stem: string): boolean {
  const [vowel] = stem.toLowerCase().match(/[aouåäöy](?!.*[aouåäöy])/) ?? ['']
  return vowel === '' ? back.test(stem) : 'aouå'.includes(vowel)
}

interface Stems {
  /** Before endings that close the syllable: `Mäe-`. */
  readonly weak: readonly string[]
  /** Before the others: `Mäke-`. */
  readonly strong: readonly string[]
  readonly partitive: readonly string[]
}

/** The forms of a name in Finnish: all cases of the singular, the common ones of the plural of a last name, and particles. */
export function finnishForms(name: string, kind: 'first' | 'last'): string[] {
  const { weak, strong, partitive } = stemsOf(name, kind)
  const forms = [
    name,
    ...weak.flatMap((stem) => ['n', 'ssa', 'sta', 'lla', 'lta', 'lle', 'ksi', 'tta'].map((ending) => stem + harmonious(stem, ending))),
    ...strong.flatMap((stem) => [stem + harmonious(stem, 'na'), illative(stem)]),
    ...partitive,
  ]
  const particles = [forms[1], forms[5], forms[6]].flatMap((form) => (form === undefined ? [] : ['kin', 'ko', 'han', 'kaan'].map((particle) => form + harmonious(form, particle))))
  return [...new Set([...forms, ...particles, ...(kind === 'last' ? plurals(name) : [])])]
}

/** The genitive of Swedish, with and without an apostrophe. */
export function swedishForms(name: string): string[] {
  return /[sxz]$/i.test(name) ? [name, `${name}'`, `${name}:s`] : [`${name}s`, `${name}:s`]
}

/** As people write: capitals, small letters, no dots on letters, letters composed of two signs. */
export function writtenForms(form: string): string[] {
  return [form, form.toUpperCase(), form.toLowerCase(), form.normalize('NFD'), form.normalize('NFD').replace(/\p{M}/gu, '')]
}

function illative(stem: string): string {
  if (/[aeiouyäö]{2}$/i.test(stem) && stem.at(-1) === stem.at(-2)) return `${stem}seen`
  return /[aeiouyäö]{2}$/i.test(stem) && !/i[aeouyäö]$|e[aä]$/i.test(stem) ? `${stem}h${stem.at(-1)}n` : `${stem}${stem.at(-1)}n`
}

function plurals(name: string): string[] {
  if (!name.endsWith('nen')) return []
  const stem = name.slice(0, -3)
  return ['set', 'sten', 'sia', 'sille', 'silla', 'silta', 'sissa', 'sista'].map((ending) => stem + harmonious(stem, ending))
}

function stemsOf(name: string, kind: 'first' | 'last'): Stems {
  const a = (stem: string) => stem + harmonious(stem, 'a')
  const ta = (stem: string) => stem + harmonious(stem, 'ta')
  if (name.endsWith('nen')) return same(`${name.slice(0, -3)}se`, [ta(`${name.slice(0, -3)}s`)])
  if (/(?:us|ys|os|ös|es|is|as|äs)$/.test(name)) return withS(name, ta)
  if (/[^aeiouyäöå]$/i.test(name)) return same(`${name}i`, [a(`${name}i`)])
  if (kind === 'last' && oldI.has(name)) return { weak: [`${weakened(name.slice(0, -1))}e`], strong: [`${name.slice(0, -1)}e`], partitive: [/[lnr]i$/.test(name) ? ta(name.slice(0, -1)) : a(name)] }
  if (kind === 'last' && name.endsWith('e')) return same(`${strengthened(name.slice(0, -1))}ee`, [`${name}${harmonious(name, 'tta')}`])
  const stem = `${weakened(name.slice(0, -1), kind === 'first')}${name.slice(-1)}`
  return { weak: [stem], strong: [name], partitive: [a(name)] }
}

function withS(name: string, ta: (stem: string) => string): Stems {
  const root = name.slice(0, -1)
  if (/(?:kangas|taivas|varvas|seppas)$/i.test(name)) return same(`${strengthened(name.slice(0, -2))}aa`, [ta(name)])
  return same(`${root}kse`, [ta(name)])
}

function same(stem: string, partitive: readonly string[]): Stems {
  return { weak: [stem], strong: [stem], partitive }
}

/** Last names that are old words ending in -i, whose stem ends in -e. */
const oldI = new Set(['Joki', 'Järvi', 'Koski', 'Kurki', 'Lahti', 'Lampi', 'Mäki', 'Niemi', 'Nurmi', 'Saari', 'Salmi', 'Suomi', 'Tammi', 'Tuomi', 'Vuori', 'Kivi', 'Hautamäki', 'Lehtimäki', 'Myllymäki', 'Palomäki', 'Riihimäki', 'Välimäki', 'Lähteenmäki', 'Kiviniemi', 'Korpi', 'Ahlakorpi', 'Länsi'])

/** The consonants at the end of a stem as a closed syllable has them; in first names only the doubled and grouped ones change. */
function weakened(stem: string, onlyGroups = false): string {
  const groups: [RegExp, string][] = [[/kk$/, 'k'], [/pp$/, 'p'], [/tt$/, 't'], [/nk$/, 'ng'], [/nt$/, 'nn'], [/mp$/, 'mm'], [/lt$/, 'll'], [/rt$/, 'rr']]
  const single: [RegExp, string][] = [[/(?<=[aeiouyäöhlr])k$/, ''], [/(?<=[aeiouyäölr])p$/, 'v'], [/(?<=[aeiouyäöh])t$/, 'd']]
  const found = [...groups, ...(onlyGroups ? [] : single)].find(([end]) => end.test(stem))
  return found === undefined ? stem : stem.replace(...found)
}

function strengthened(stem: string): string {
  const stronger: [RegExp, string][] = [[/ng$/, 'nk'], [/nn$/, 'nt'], [/d$/, 't'], [/ll$/, 'lt'], [/rr$/, 'rt'], [/(?<=[aeiouyäö])k$/, 'kk'], [/(?<=[aeiouyäö])t$/, 'tt'], [/(?<=[aeiouyäö])p$/, 'pp'], [/v$/, 'p']]
  const found = stronger.find(([end]) => end.test(stem))
  return found === undefined ? stem : stem.replace(...found)
}
