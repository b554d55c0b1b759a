import type { Io } from '../io.js'
import { columnsOf, sheetKinds, sheetNames } from '../model/columns.js'
import { exitCodes } from '../model/errors.js'
import type { Localized } from '../model/language.js'
import { effectNames } from '../model/value-names.js'
import { citation, type RuleBook } from '../rules/book.js'
import { commandExamples } from '../templates/command-examples.js'
import { exitCodeTexts, typeTexts } from '../templates/reference-texts.js'
import { allCommands, commandTree, type CommandTree } from './command-tree.js'
import { buildProgram } from './program.js'

/** The reference pages of `docs/reference`, made from the code and a rule book: file name → text. */
export function referencePages(book: RuleBook): Map<string, string> {
  const tree = commandTree(buildProgram(silent, 'en', () => undefined))
  return new Map([
    ['commands.md', commandsPage(tree)],
    ['columns.md', columnsPage()],
    ['rules.md', rulesPage(book)],
    ['exit-codes.md', exitCodesPage()],
    ['korvaus.1', manPage(tree)],
  ])
}

const silent: Io = { stdout: () => undefined, stderr: () => undefined, cwd: '', env: {}, isTerminal: false, width: undefined, today: () => '' }

function commandsPage(tree: CommandTree): string {
  const callable = allCommands(tree).filter(({ commands }) => commands.length === 0)
  return page('Commands', [...globalPart(tree), ...callable.flatMap(commandPart)])
}

function commandPart({ words, usage, description, options }: CommandTree): string[] {
  return [
    `## ${words}`, '', `${sentence(description)}`, '', '```text', usage, '```', '',
    ...(options.length === 0 ? [] : ['| option | meaning |', '|---|---|', ...options.map(optionRow), '']),
    ...(examplesOf(words).length === 0 ? [] : ['```text', ...examplesOf(words), '```', '']),
  ]
}

function globalPart({ options }: CommandTree): string[] {
  return ['Every command understands these options; the others stand under their commands.', '', '| option | meaning |', '|---|---|', ...options.map(optionRow), '']
}

function optionRow({ flags, description, choices }: CommandTree['options'][number]): string {
  return `| \`${flags}\` | ${description}${choices.length > 0 ? ` (${choices.join(', ')})` : ''} |`
}

function examplesOf(words: string): readonly string[] {
  const name = words.split(' ').slice(1).map((word, index) => (index === 0 ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`)).join('')
  return commandExamples[(name === '' ? 'korvaus' : name) as keyof typeof commandExamples]
}

function columnsPage(): string {
  return page('Columns of a service log', ['Headings are recognised in the three languages, in any order, with or without capitals and spaces. Values of lists are understood by their code and by their name in each language.', '', ...sheetKinds.flatMap(columnsTable)])
}

function columnsTable(kind: (typeof sheetKinds)[number]): string[] {
  return [
    `## ${sheetNames[kind].en}`, '', `Sheet names: ${sheetNames[kind].fi}, ${sheetNames[kind].sv}, ${sheetNames[kind].en}.`, '',
    '| key | suomeksi | på svenska | in English | what it holds | required |', '|---|---|---|---|---|---|',
    ...columnsOf[kind].map((column) => `| \`${column.key}\` | ${inThreeLanguages(column.heading)} | ${typeTexts[column.type]}${column.choices ? `: ${column.choices.map(([code, text]) => `${text.en} (\`${code}\`)`).join(', ')}` : ''} | ${column.must ? 'yes' : ''} |`), '',
  ]
}

function inThreeLanguages(text: Localized): string {
  return `${text.fi} | ${text.sv} | ${text.en}`
}

function rulesPage(book: RuleBook): string {
  const rows = book.rules.map(({ rule, title, effect, when, basis }) => `| \`${rule}\` | ${title.fi} | ${title.sv} | ${title.en} | ${effectNames[effect].en} | ${when?.from ?? ''}–${when?.to ?? ''} | ${[...new Set(basis.map(citation))].join('; ')} |`)
  return page('Rules', [`Rule book ${book.version}. \`korvaus explain <RULE>\` shows a rule with its values, sources and examples.`, '', '| rule | suomeksi | på svenska | in English | effect | service days | sources |', '|---|---|---|---|---|---|---|', ...rows, ''])
}

function exitCodesPage(): string {
  return page('Exit codes', ['| code | meaning |', '|---|---|', ...Object.entries(exitCodes).map(([name, code]) => `| ${code} | ${exitCodeTexts[name as keyof typeof exitCodes]} |`), ''])
}

function manPage(tree: CommandTree): string {
  return [
    '.TH KORVAUS 1', '.SH NAME', `korvaus \\- ${roff(tree.description)}`, '.SH SYNOPSIS', '.B korvaus', '[options] command',
    '.SH COMMANDS', ...allCommands(tree).filter(({ commands }) => commands.length === 0).flatMap(({ usage, description }) => item(usage, sentence(description))),
    '.SH OPTIONS', ...tree.options.flatMap(({ flags, description }) => item(flags, sentence(description))),
    '.SH EXIT STATUS', ...Object.entries(exitCodes).flatMap(([name, code]) => item(String(code), exitCodeTexts[name as keyof typeof exitCodes])), '',
  ].join('\n')
}

function roff(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('-', '\\-').replace(/^([.'])/gm, '\\&$1')
}

function item(head: string, text: string): string[] {
  return ['.TP', `.B ${roff(head)}`, roff(text)]
}

function page(title: string, lines: readonly string[]): string {
  return [`# ${title}`, '', '<!-- Made from the code by `node scripts/make-reference.js`; a test fails when it is stale. -->', '', ...lines].join('\n')
}

function sentence(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}${/[.)]$/.test(text) ? '' : '.'}`
}
