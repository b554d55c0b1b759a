import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nameMask } from '../../src/claim/name-mask.js'
import { withheldMark } from '../../src/model/privacy.js'
import { aCase } from './log-builder.js'
import { finnishForms, swedishForms, writtenForms } from './name-inflections.js'

const root = join(import.meta.dirname, '../..')
const listed = (file: string) => [...new Set(readFileSync(join(root, 'fixtures/names', file), 'utf8').split(/\s+/).filter((name) => name !== ''))]
const first = [...listed('finnish-first.txt'), ...listed('swedish-first.txt')]
const last = [...listed('finnish-last.txt'), ...listed('swedish-last.txt')]

/** What a text that goes outside shows where the log tells these names. */
const maskFor = (...names: string[]) => nameMask({ cases: names.map((name, index) => aCase({ case: `C${index}`, name })) })
const isWithheld = (mask: (text: string) => string, word: string) => mask(word).includes(withheldMark) && !/\p{L}{3}/u.test(mask(word).replaceAll(withheldMark, ''))

/** Ordinary words of Finnish and Swedish, as the pages of the documentation write them. */
const words = [...new Set(['fi', 'sv'].flatMap((language) => ['README.md', 'getting-started.md', 'mappings.md', 'privacy.md', 'after-the-decision.md', 'nightly-jobs.md', 'auditing.md', 'signing-and-sealing.md'].flatMap((page) => wordsOf(join(root, 'docs', language, page)))))]

function wordsOf(path: string): string[] {
  try {
    return (readFileSync(path, 'utf8').replace(/```[\s\S]*?```|`[^`]*`/g, ' ').match(/\p{L}{2,}/gu) ?? []).filter((word) => word === word.toLowerCase())
  } catch {
    return []
  }
}

it('Of the inflected forms of a thousand common names nearly all are withheld.', () => {
  const missed: string[] = []
  let forms = 0
  for (const [names, inflect] of [[first, 'first'], [last, 'last']] as const) for (const name of names) {
    const mask = maskFor(name)
    for (const form of new Set([...finnishForms(name, inflect), ...swedishForms(name)].flatMap(writtenForms))) {
      forms++
      if (!isWithheld(mask, form)) missed.push(`${name}: ${form}`)
    }
  }
  const recall = 1 - missed.length / forms
  expect([first.length + last.length, forms]).toEqual([1463, expect.any(Number)])
  expect(forms).toBeGreaterThan(130_000)
  expect(recall, missed.slice(0, 30).join('; ')).toBeGreaterThan(0.999)
  isStated(100 * recall)
})

it('Of ordinary words few are taken for a name of the log, though many names are words themselves.', () => {
  const alarms = new Map<string, string[]>()
  for (const name of [...first, ...last]) {
    const mask = maskFor(name)
    const taken = words.filter((word) => mask(word) !== word)
    if (taken.length > 0) alarms.set(name, taken)
  }
  const share = [...alarms.values()].flat().length / ((first.length + last.length) * words.length)
  expect(words.length).toBeGreaterThan(2000)
  expect(alarms.size, [...alarms].map(([name, taken]) => `${name}: ${taken.join(' ')}`).join('\n')).toBeLessThan(70)
  expect(share).toBeLessThan(0.000_05)
})

/** The pages on privacy state the figure that is measured here, rounded down to a tenth. */
function isStated(percent: number): void {
  const tenths = (Math.floor(percent * 10) / 10).toFixed(1)
  for (const [page, figure] of [['privacy.md', `${tenths}%`], ['fi/privacy.md', `${tenths.replace('.', ',')} %`], ['sv/privacy.md', `${tenths.replace('.', ',')} %`]] as const) expect(readFileSync(join(root, 'docs', page), 'utf8')).toContain(figure)
}
