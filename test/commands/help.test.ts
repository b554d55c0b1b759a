import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allCommands, commandTree, type CommandTree } from '../../src/commands/command-tree.js'
import { buildProgram } from '../../src/commands/program.js'
import { helpTexts, placeholderTexts, usageTexts } from '../../src/templates/help-texts.js'
import { copyExample } from '../batch/tools.js'
import { runKorvaus } from './run-korvaus.js'

const silent = { stdout: () => undefined, stderr: () => undefined, cwd: '', env: {}, isTerminal: false, width: undefined, today: () => '' }
const treeIn = (language: 'fi' | 'sv' | 'en') => allCommands(commandTree(buildProgram(silent, language, () => undefined)))
const commands = treeIn('en')
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-help-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the help', () => {
  it.each(['fi', 'sv'] as const)('of every command is in %s alone: headings, places, choices and what is said', async (language) => {
    const english = new Set([...Object.values(helpTexts), ...Object.values(placeholderTexts)].filter((text) => text.en !== text[language]).map(({ en }) => en))
    for (const [index, { words, description }] of treeIn(language).entries()) {
      const { exitCode, stdout } = await runKorvaus([...words.split(' ').slice(1), '--help', '--lang', language], folder)
      expect(exitCode, words).toBe(0)
      expect(stdout, words).toContain(helpTexts.usage[language])
      expect(stdout.replaceAll(/\s+/g, ' '), words).toContain(description)
      expect(description, words).not.toBe((commands[index] as CommandTree).description)
      for (const [, place] of stdout.replace(/^ {2}korvaus .*$/gm, '').matchAll(/[<[]([^<>[\].]+)(?:\.\.\.)?[>\]]/g)) expect(english, `${words}: ${place}`).not.toContain(place)
      expect(stdout, words).not.toMatch(/Usage|Options|Commands|Examples|Arguments|display help|choices|default/)
    }
  })

  it('knows every place between brackets in three languages', () => {
    const places = commands.flatMap(({ usage, options }) => [usage, ...options.map(({ flags }) => flags)]).flatMap((text) => [...text.matchAll(/[<[]([^<>[\].…]+)(?:\.\.\.|…)?[>\]]/g)].map(([, place]) => place as string))
    expect(places.filter((place) => !(place in placeholderTexts))).toEqual([])
    expect(Object.keys(placeholderTexts).filter((place) => !['command'].includes(place) && !places.includes(place))).toEqual([])
  })

  it.each(commands.map(({ words }) => words))('of %s shows how it is used', async (words) => {
    const { stdout } = await runKorvaus([...words.split(' ').slice(1), '--help', '--lang', 'en'], folder)
    const shown = (stdout.split('Examples:\n')[1] ?? '').split('\n\n', 1).flatMap((examples) => examples.split('\n')).filter((line) => line.startsWith('  '))
    expect(shown.length).toBeGreaterThan(0)
    for (const line of shown) expect(line).toContain('korvaus')
  })

  it('is in the language of the workspace, and without one on a terminal in that of the system', async () => {
    const watched = { isTerminal: true, width: 100 }
    expect((await runKorvaus(['claims', '--help'], folder, { ...watched, env: { LANG: 'sv_FI.UTF-8' } })).stdout).toContain('Användning: korvaus claims')
    expect((await runKorvaus(['--help'], folder, { ...watched, env: { LC_ALL: 'C', LANG: 'fi_FI' } })).stdout).toContain('Usage: korvaus')
    await copyExample(folder)
    expect((await runKorvaus(['help', 'check'], folder, { ...watched, env: { LANG: 'sv_FI.UTF-8' } })).stdout).toContain('Käyttö: korvaus check [valitsimet] [tiedostot...]')
  })
})

describe('a command line that means nothing', () => {
  it.each([
    ['prepair', 'Komentoa prepair ei ole. Tarkoititko: prepare? Ohje: korvaus --help.', 'Kommandot prepair finns inte. Menade du: prepare? Hjälp: korvaus --help.'],
    ['claims lsit', 'Komentoa lsit ei ole. Tarkoititko: list? Ohje: korvaus claims --help.', 'Kommandot lsit finns inte. Menade du: list? Hjälp: korvaus claims --help.'],
    ['check --perod', 'Valitsinta --perod ei ole. Tarkoititko: --period? Ohje: korvaus check --help.', 'Flaggan --perod finns inte. Menade du: --period? Hjälp: korvaus check --help.'],
    ['verify', 'Komennosta puuttuu paketti. Ohje: korvaus verify --help.', 'Kommandot saknar paket. Hjälp: korvaus verify --help.'],
    ['prepare', 'Valitsin --period puuttuu. Anna se, tai aja komento päätteellä, niin se kysytään.', '--period saknas. Ange den, eller kör kommandot i en terminal så frågas den.'],
    ['check --format jsn', 'Arvo jsn ei kelpaa: --format <muoto>. Valitse jokin näistä: text, json, ndjson, sarif, junit. Ohje: korvaus check --help.', 'Värdet jsn duger inte: --format <format>. Välj något av: text, json, ndjson, sarif, junit. Hjälp: korvaus check --help.'],
    ['completions tcsh', 'Arvo tcsh ei kelpaa: komentotulkki. Valitse jokin näistä: bash, zsh, fish, powershell. Ohje: korvaus completions --help.', 'Värdet tcsh duger inte: skal. Välj något av: bash, zsh, fish, powershell. Hjälp: korvaus completions --help.'],
    ['template one two', usageTexts.excessArguments.fi, usageTexts.excessArguments.sv],
  ])('says what is wrong and what was meant: %s', async (line, finnish, swedish) => {
    for (const [language, words] of [['fi', finnish], ['sv', swedish]] as const) {
      const { exitCode, stdout, stderr } = await runKorvaus(['--lang', language, ...line.split(' ')], folder)
      expect([exitCode, stdout, stderr]).toEqual([2, '', expect.stringContaining(words)])
    }
  })
})

describe('the locale, where there is no workspace', () => {
  const locales = [{ LANG: 'sv_FI.UTF-8' }, { LC_ALL: 'fi_FI.UTF-8', LANG: 'C' }]

  it.each(['--help', 'claims --help', 'rules list', 'check', 'prepair', 'verify nothing'])('changes nothing of %s where nobody watches', async (line) => {
    const plain = await runKorvaus(line.split(' '), folder)
    for (const env of locales) for (const half of [{}, { isTerminal: true }, { width: 100 }]) {
      const { stdout, stderr, exitCode } = await runKorvaus(line.split(' '), folder, { env, ...half })
      if (!('width' in half)) expect([stdout, exitCode]).toEqual([plain.stdout, plain.exitCode])
      if (!('isTerminal' in half)) expect([stderr, exitCode]).toEqual([plain.stderr, plain.exitCode])
    }
  })

  it('chooses the language of messages where they go to a terminal, though the data go elsewhere', async () => {
    expect((await runKorvaus(['check'], folder, { isTerminal: true, env: { LANG: 'sv_FI.UTF-8' } })).stderr).toContain('Skapa en arbetsyta')
    expect((await runKorvaus(['rules', 'list'], folder, { isTerminal: true, width: 100, env: { LANG: 'sv_FI.UTF-8' } })).stdout).toContain('ansökan')
  })
})
