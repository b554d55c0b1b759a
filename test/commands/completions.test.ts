import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allCommands, commandTree } from '../../src/commands/command-tree.js'
import { buildProgram } from '../../src/commands/program.js'
import { loadRuleBook } from '../../src/rules/load-book.js'
import { releasedVersions } from '../../src/rules/released-books.js'
import { used } from '../packet/tools.js'
import { runKorvaus } from './run-korvaus.js'

const versions = await releasedVersions()
const rules = (await loadRuleBook({})).rules.map(({ rule }) => rule)
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-completions-'))
  await writeFile(join(folder, 'a log.csv'), '')
  await writeFile(join(folder, 'alpha.csv'), '')
  for (const shell of ['bash', 'zsh', 'fish', 'powershell']) await writeFile(join(folder, shell), (await runKorvaus(['completions', shell], folder)).stdout)
})
afterAll(() => rm(folder, { recursive: true }))

/** What a shell completes after these words, the last of which is being written; nothing where the shell is not installed. */
type Completer = (words: readonly string[]) => readonly string[] | undefined

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(' ')
const completers: Readonly<Record<string, Completer>> = {
  bash: (words) => linesOf('bash', ['-c', `source ./bash; COMP_WORDS=(${quoted(words)}); COMP_CWORD=${words.length - 1}; _korvaus; printf '%s\\n' "\${COMPREPLY[@]}"`]),
  fish: (words) => linesOf('fish', ['--no-config', '-c', `source ./fish; complete -C '${words.join(' ')}'`])?.map((line) => line.split('\t')[0] as string),
  zsh: (words) => linesOf('zsh', ['-f', '-c', `compdef() { }; compadd() { shift; print -l -- "$@" }; _files() { print -l -- *(N) }; source ./zsh; words=(${quoted(words)}); CURRENT=${words.length}; _korvaus`])?.filter((line) => line.startsWith(words.at(-1) as string)),
}

function linesOf(shell: string, argv: readonly string[]): string[] | undefined {
  try {
    const lines = execFileSync(shell, argv, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString().split('\n').filter((line) => line !== '')
    used('completions', [shell], 'their text')
    return lines
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

describe.each(Object.keys(completers))('completions in %s', (shell) => {
  it.each([
    ['a command', 'prep', [['korvaus', 'prep']], ['prepare']],
    ['a command under another', 'li', [['korvaus', 'claims', 'li']], ['list']],
    ['an option', '--per', [['korvaus', 'prepare', '--per']], ['--period']],
    ['a rule', 'DL-00', [['korvaus', 'explain', 'DL-00'], ['korvaus', 'review', '--rule', 'DL-00']], rules.filter((rule) => rule.startsWith('DL-00'))],
    ['a choice', 's', [['korvaus', 'check', '--lang', 's']], ['sv']],
    ['a version of the rules', '2026.', [['korvaus', 'rules', 'diff', '2026.']], versions],
    ['a file', 'al', [['korvaus', 'check', 'al'], ['korvaus', 'check', '--annotate', 'al']], ['alpha.csv']],
    ['a file with a space', 'a l', [['korvaus', 'check', 'a l']], ['a log.csv']],
    ['nothing where nobody can know', '', [['korvaus', 'check', '--period', '']], []],
  ])('know %s: %s', (_what, _typed, lines, expected) => {
    for (const words of lines) {
      if (shell === 'fish' && words.some((word) => word.includes(' '))) continue
      const completed = completers[shell]?.(words)
      if (completed !== undefined) expect(completed.toSorted().slice(0, Math.max(expected.length, 1)), words.join(' ')).toEqual(expected)
    }
  })
})

describe('completions', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])('name every command, option and rule for %s', async (shell) => {
    const { exitCode, stdout } = await runKorvaus(['completions', shell], folder)
    expect(exitCode).toBe(0)
    const program = buildProgram({ stdout: () => undefined, stderr: () => undefined, cwd: '', env: {}, isTerminal: false, width: undefined, today: () => '' }, 'en', () => undefined)
    for (const { words, options } of allCommands(commandTree(program))) {
      expect(stdout, words).toContain(words.split(' ').at(-1))
      for (const { flags } of options) expect(stdout, `${words} ${flags}`).toContain((/--([\w-]+)/.exec(flags) as RegExpExecArray)[1])
    }
    for (const word of ['DL-001', 'wellbeing-services-county', 'sarif']) expect(stdout).toContain(word)
  })

  it('refuse a shell that they do not know', async () => {
    expect((await runKorvaus(['completions', 'tcsh'], folder)).exitCode).toBe(2)
  })
})
