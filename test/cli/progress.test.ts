import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, expect, it, vi } from 'vitest'
import type { Io } from '../../src/cli/io.js'
import { progressOf, watched } from '../../src/cli/progress.js'

const workspace = join(import.meta.dirname, '../../fixtures/example/workspace')
let now = 0
afterEach(() => vi.restoreAllMocks())

/** What a person sees while a command counts rows and items, `passing` milliseconds after it began. */
async function seen(passing: number, terminal: Partial<Io>, options: Parameters<typeof progressOf>[1] = {}): Promise<string> {
  let text = ''
  now = 1000
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const io = { cwd: workspace, env: {}, isTerminal: true, width: 60, stdout: () => undefined, stderr: (part: string) => void (text += part), today: () => '2026-06-01', ...terminal } as Io
  const progress = await progressOf(io, options)
  now += passing
  progress.tick('reading', 12_000)
  progress.tick('reading', 13_000)
  expect([...watched(Array.from({ length: 4000 }).keys(), 4000, progress)].length).toBe(4000)
  progress.end()
  return stripVTControlCharacters(text).replaceAll('\u00A0', ' ')
}

it.each([['fi', 'Luetaan rivejä 12 000', /Arvioidaan █+░+ 25 %/], ['sv', 'Läser rader 12 000', /Bedömer █+░+ 25 %/], ['en', 'Reading rows 12,000', /Judging █+░+ 25 %/]] as const)('long work shows in %s how many rows are read and how far the judging is', async (lang, reading, judging) => {
  const text = await seen(500, {}, { lang })
  expect(text).toContain(reading)
  expect(text).toMatch(judging)
})

it('speaks the language of the workspace where no other is asked for', async () => {
  expect(await seen(500, {})).toContain('Luetaan rivejä 12 000')
})

it('shows nothing of short work, nor where nobody watches or wants it', async () => {
  expect(await seen(100, {})).toBe('')
  expect(await seen(500, { isTerminal: false })).toBe('')
  expect(await seen(500, {}, { quiet: true })).toBe('')
})
