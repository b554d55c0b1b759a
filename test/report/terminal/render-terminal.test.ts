import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Assessment } from '../../../src/model/assessment.js'
import { shownLength } from '../../../src/report/terminal/layout.js'
import { linked, styleOf } from '../../../src/report/terminal/style.js'
import { runKorvaus } from '../../commands/run-korvaus.js'

const example = join(import.meta.dirname, '../../../fixtures/example/workspace')
const colour = '\u001b['
const shown = async (width: number, env: Record<string, string> = {}, ...argv: string[]) => (await runKorvaus(['check', '--lang', 'en', ...argv], example, { width, env })).stdout

let assessment: Assessment
beforeAll(async () => {
  assessment = JSON.parse((await runKorvaus(['check', '--format', 'json'], example)).stdout) as Assessment
})

describe('check on a terminal', () => {
  it('begins with the euros of the three outcomes and with what to mend first', async () => {
    const lines = (await shown(100, { NO_COLOR: '1' })).split('\n')
    const { claimable, review, rejected } = assessment.totals
    expect(lines.slice(2, 5).map((line) => /(\d+) items?/.exec(line)?.[1])).toEqual([claimable, review, rejected].map(String))
    expect(lines.slice(2, 5).map((line) => line.trim()[0])).toEqual(['✔', '?', '✘'])
    expect(lines.findIndex((line) => line === 'Mend first')).toBeLessThan(10)
    expect(lines.findIndex((line) => line.startsWith('  1. '))).toBeLessThan(11)
  })

  it.each([40, 60, 80, 110, 200])('keeps to a width of %i columns', async (width) => {
    for (const line of (await shown(width)).split('\n')) expect(shownLength(line), line).toBeLessThanOrEqual(width)
  })

  it('counts every finding of a rule though it shows only a few rows', async () => {
    const text = await shown(110, { NO_COLOR: '1' })
    const counts = new Map<string, number>()
    for (const { rule, reviewed } of assessment.items.flatMap(({ findings }) => findings)) if (!reviewed) counts.set(rule, (counts.get(rule) ?? 0) + 1)
    for (const [rule, count] of counts) expect(text, rule).toMatch(new RegExp(`^. ${rule}  [^\\n]*(?:\\n[^\\n]*)?\\n {4}${count} item${count === 1 ? '' : 's'},`, 'm'))
  })

  it('names cells as spreadsheets do and gives the remedy of each rule', async () => {
    const text = await shown(110, { NO_COLOR: '1' })
    expect(text).toMatch(/Kustannukset![A-Z]{1,2}\d+ +K-\d+ +A-\d+/)
    expect(text).toMatch(/^ {4}→ \S/m)
  })

  it('says with a sign what it says with a colour, and has no colours when they are not wanted', async () => {
    expect(await shown(100)).toContain(colour)
    for (const text of [await shown(100, { NO_COLOR: '1' }), await shown(100, { TERM: 'dumb' }), await shown(100, {}, '--no-color')]) {
      expect(text).not.toContain(colour)
      expect(text).toBe(stripVTControlCharacters(await shown(100)))
    }
  })

  it('links citations to the statutes only where the terminal opens links', async () => {
    expect(await shown(110, { VTE_VERSION: '7000' })).toContain('\u001b]8;;https://')
    expect(await shown(110, {})).not.toContain('\u001b]8')
    expect(await shown(110, { VTE_VERSION: '7000', TMUX: 'x' })).not.toContain('\u001b]8')
    expect(linked('x', 'https://a\u001b]0;b', styleOf(80, { VTE_VERSION: '7000' }, {}))).toBe('x')
  })

  it('does not touch what goes elsewhere', async () => {
    const { stdout } = await runKorvaus(['check', '--lang', 'en'], example)
    expect(stdout).not.toContain(colour)
    expect(stdout).not.toContain('Mend first')
  })

  it('says the same in every language', async () => {
    const texts = await Promise.all(['fi', 'sv', 'en'].map((language) => shown(100, { NO_COLOR: '1' }, '--lang', language)))
    const rules = texts.map((text) => text.match(/^[✘?·] [A-Z]+-\d+/gm))
    expect(rules[1]).toEqual(rules[0])
    expect(rules[2]).toEqual(rules[0])
  })
})
