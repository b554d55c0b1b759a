import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { withUnseenShown } from '../../model/unseen.js'
import { unpackWoff } from './woff.js'

/** Weights that the form uses. */
export type Weight = 'normal' | 'bold'

/** Letters beyond the first subset are taken from the others of the same family, by block. */
const subsets: ReadonlyArray<readonly [name: string, covers: RegExp]> = [
  ['latin', /^[\u0020-\u007E\u00A0-\u00FF\u0131\u0152\u0153\u02C6\u02DA\u02DC\u2013\u2014\u2018-\u201A\u201C-\u201E\u2022\u2026\u2039\u203A\u20AC\u2122\u2212]$/u],
  ['latin-ext', /^[\u0100-\u024F\u1E00-\u1E9F\u1EF2-\u1EFF]$/u],
  ['cyrillic', /^[\u0400-\u045F\u0490\u0491]$/u],
  ['greek', /^[\u0370-\u03FF]$/u],
  ['vietnamese', /^[\u1EA0-\u1EF1]$/u],
]
const weightNumbers: Record<Weight, string> = { normal: '400', bold: '600' }

/** A stretch of text that one font file can show. */
export interface Run {
  readonly font: string
  readonly text: string
}

/** Splits a text by the font files that hold its letters; a letter that none holds becomes `?`, never an empty box. */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: { font: string; text: string }[] = []
  for (const letter of withUnseenShown(text).normalize('NFC').replace(/[\s\p{Cc}]+/gu, (space) => (space === '\u00A0' ? space : ' ')).replaceAll('\u202F', '\u00A0')) {
    const subset = subsets.find(([, covers]) => covers.test(letter))?.[0]
    const font = fontName(subset ?? 'latin', weight)
    const last = runs.at(-1)
    if (last?.font === font) last.text += subset === undefined ? '?' : letter
    else runs.push({ font, text: subset === undefined ? '?' : letter })
  }
  return runs
}

/** The bytes of a font by the name that `runsOf` gives it, unpacked: the library would unpack them for each letter. */
export function fontBytes(name: string): Buffer {
  return unpackWoff(readFileSync(fontFile(`${name}.woff`)))
}

/** The build lays the fonts beside the code; a checkout that is not built has them in their package. */
function fontFile(name: string): string {
  const beside = fileURLToPath(new URL(`./fonts/${name}`, import.meta.url))
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(`@fontsource/noto-sans/files/${name}`)
}

function fontName(subset: string, weight: Weight): string {
  return `noto-sans-${subset}-${weightNumbers[weight]}-normal`
}
