import type { Io } from '../cli/io.js'
import { columnsOf, sheetKinds, sheetNames } from '../model/columns.js'
import { exitCodes } from '../model/errors.js'
import type { Language, Localized } from '../model/language.js'
import { languages } from '../model/language-codes.js'
import { effectNames } from '../model/value-names.js'
import { citation, type RuleBook } from '../rules/book.js'
import { lawBorders, type LawBorder } from '../rules/workbench/law-borders.js'
import { ruleHistory, type RuleHistory } from '../rules/workbench/rule-history.js'
import { commandExamples } from '../templates/command-examples.js'
import { fill } from '../templates/fill.js'
import { helpTexts } from '../templates/help-texts.js'
import { exitCodeTexts, referenceTexts, typeTexts } from '../templates/reference-texts.js'
import { releasedOn, toolVersion } from '../version.js'
import { allCommands, commandTree, type CommandTree } from './command-tree.js'
import { placeholdersIn } from '../templates/help-texts.js'
import { buildProgram } from './program.js'

/** The reference pages of `docs/reference`, made from the code and the released rule books, oldest first: file name → text. */
export function referencePages(books: readonly RuleBook[]): Map<string, string> {
  const book = books.at(-1) as RuleBook
  const history = ruleHistory(books)
  const inLanguages = languages.flatMap((language): [string, string][] => {
    const tree = commandTree(buildProgram(silent, language, () => undefined))
    const [folder, name] = language === 'en' ? ['', 'korvaus.1'] : [`${language}/`, `korvaus.${language}.1`]
    return [[`${folder}commands.md`, commandsPage(tree, language)], [`${folder}exit-codes.md`, exitCodesPage(language)], [`${folder}columns.md`, columnsPage(language)], [`${folder}rules.md`, rulesPage(book, history, language)], [`${folder}law-borders.md`, lawBordersPage(book, language)], [name, manPage(tree, language)]]
  })
  return new Map(inLanguages)
}

const silent: Io = { stdout: () => undefined, stderr: () => undefined, cwd: '', env: {}, isTerminal: false, width: undefined, today: () => '' }

function commandsPage(tree: CommandTree, language: Language): string {
  return page(referenceTexts.commands[language], [...globalPart(tree, language), ...callableOf(tree).flatMap((command) => commandPart(command, language))], language)
}

function callableOf(tree: CommandTree): CommandTree[] {
  return allCommands(tree).filter(({ commands }) => commands.length === 0)
}

function commandPart({ words, usage, description, options }: CommandTree, language: Language): string[] {
  return [
    `## ${words}`, '', `${sentence(description)}`, '', '```text', placeholdersIn(language, usage), '```', '',
    ...(options.length === 0 ? [] : [...optionHead(language), ...options.map((option) => optionRow(option, language)), '']),
    '```text', ...examplesOf(words), '```', '',
  ]
}

function globalPart({ options }: CommandTree, language: Language): string[] {
  return [referenceTexts.common[language], '', ...optionHead(language), ...options.map((option) => optionRow(option, language)), '']
}

function optionHead(language: Language): string[] {
  return [`| ${referenceTexts.option[language]} | ${referenceTexts.meaning[language]} |`, '|---|---|']
}

function optionRow({ flags, description, choices }: CommandTree['options'][number], language: Language): string {
  return `| \`${placeholdersIn(language, flags)}\` | ${description}${choices.length > 0 ? ` (${choices.join(', ')})` : ''} |`
}

function examplesOf(words: string): readonly string[] {
  const name = words.split(' ').slice(1).map((word, index) => (index === 0 ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`)).join('')
  return commandExamples[(name === '' ? 'korvaus' : name) as keyof typeof commandExamples]
}

function columnsPage(language: Language): string {
  return page(referenceTexts.columns[language], [referenceTexts.columnsIntro[language], '', ...sheetKinds.flatMap((kind) => columnsTable(kind, language))], language)
}

function columnsTable(kind: (typeof sheetKinds)[number], language: Language): string[] {
  return [
    `## ${sheetNames[kind][language]}`, '', fill(referenceTexts.sheetNames[language], { names: `${sheetNames[kind].fi}, ${sheetNames[kind].sv}, ${sheetNames[kind].en}` }), '',
    ...tableHead(['key', 'namesFi', 'namesSv', 'namesEn', 'holds', 'required'], language),
    ...columnsOf[kind].map((column) => `| \`${column.key}\` | ${inThreeLanguages(column.heading)} | ${typeTexts[column.type][language]}${column.choices ? `: ${column.choices.map(([code, text]) => `${text[language]} (\`${code}\`)`).join(', ')}` : ''} | ${column.must ? referenceTexts.yes[language] : ''} |`), '',
  ]
}

function tableHead(names: readonly (keyof typeof referenceTexts)[], language: Language): string[] {
  return [`| ${names.map((name) => referenceTexts[name][language]).join(' | ')} |`, `|${'---|'.repeat(names.length)}`]
}

function inThreeLanguages(text: Localized): string {
  return `${text.fi} | ${text.sv} | ${text.en}`
}

function rulesPage(book: RuleBook, history: ReadonlyMap<string, RuleHistory>, language: Language): string {
  const rows = book.rules.map(({ rule, title, effect, when, basis }) => `| \`${rule}\` | ${inThreeLanguages(title)} | ${effectNames[effect][language]} | ${when?.from ?? ''}–${when?.to ?? ''} | ${[...new Set(basis.map(citation))].join('; ')} | ${history.get(rule)?.since ?? ''} | ${(history.get(rule)?.changed ?? []).map(({ version, what }) => [version, what?.[language] ?? referenceTexts.changedWords[language]].join(': ')).join(' ')} |`)
  return page(referenceTexts.rules[language], [fill(referenceTexts.rulesIntro[language], { version: book.version }), '', ...tableHead(['rule', 'namesFi', 'namesSv', 'namesEn', 'effect', 'serviceDays', 'sources', 'sinceBook', 'changedIn'], language), ...rows, ''], language)
}

/** Both sides of every day on which something changes by the book. */
function lawBordersPage(book: RuleBook, language: Language): string {
  const said = (value: LawBorder['from']) => (value === undefined ? '–' : typeof value === 'string' ? value : value[language])
  const rows = lawBorders(book).map(({ day, what, title, before, from, sources }) => `| ${day} | ${title === undefined ? '' : `${title[language]} `}\`${what}\` | ${said(before)} | ${said(from)} | ${sources.join('; ')} |`)
  return page(referenceTexts.lawBorders[language], [fill(referenceTexts.lawBordersIntro[language], { version: book.version }), '', ...tableHead(['day', 'what', 'dayBefore', 'fromDay', 'sources'], language), ...rows, ''], language)
}

function exitCodesPage(language: Language): string {
  const rows = Object.entries(exitCodes).map(([name, code]) => `| ${code} | ${exitCodeTexts[name as keyof typeof exitCodes][language]} |`)
  return page(referenceTexts.exitCodes[language], [`| ${referenceTexts.code[language]} | ${referenceTexts.meaning[language]} |`, '|---|---|', ...rows, ''], language)
}

/** The manual page: every command with its options and examples. Without a day, so that the same code gives the same page. */
function manPage(tree: CommandTree, language: Language): string {
  const said = (name: keyof typeof referenceTexts) => referenceTexts[name][language]
  return [
    `.TH KORVAUS 1 "${releasedOn}" "korvaus ${toolVersion}" "korvaus"`, `.SH ${said('name')}`, `korvaus \\- ${roff(tree.description)}`,
    `.SH ${said('synopsis')}`, '.B korvaus', roff(`${helpTexts.optionsPlace[language]} ${placeholdersIn(language, '<command>')}`),
    `.SH ${said('manCommands')}`, ...callableOf(tree).flatMap((command) => [...item(placeholdersIn(language, command.usage), sentence(command.description)), ...nested(command, language)]),
    `.SH ${said('manOptions')}`, ...tree.options.flatMap((option) => optionItem(option, language)),
    `.SH ${said('manExit')}`, ...Object.entries(exitCodes).flatMap(([name, code]) => item(String(code), exitCodeTexts[name as keyof typeof exitCodes][language])),
    `.SH ${said('manEnvironment')}`, ...item('KORVAUS_WORKSPACE, KORVAUS_LANG, KORVAUS_FORMAT', said('environment')), ...item('NO_COLOR', said('noColor')), ...item('LC_ALL, LC_MESSAGES, LANG', said('locale')), ...item('BROWSER', said('browser')),
    `.SH ${said('manExamples')}`, '.nf', ...callableOf(tree).flatMap(({ words }) => examplesOf(words).map(roff)), '.fi', '',
  ].join('\n')
}

function nested({ options }: CommandTree, language: Language): string[] {
  return options.length === 0 ? [] : ['.RS', ...options.flatMap((option) => optionItem(option, language)), '.RE']
}

function optionItem({ flags, description, choices }: CommandTree['options'][number], language: Language): string[] {
  return item(placeholdersIn(language, flags), sentence(`${description}${choices.length > 0 ? ` (${choices.join(', ')})` : ''}`))
}

function roff(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('-', '\\-').replace(/^([.'])/gm, '\\&$1')
}

function item(head: string, text: string): string[] {
  return ['.TP', `.B ${roff(head)}`, roff(text)]
}

function page(title: string, lines: readonly string[], language: Language = 'en'): string {
  return [`# ${title}`, '', `<!-- ${referenceTexts.made[language]} -->`, '', ...lines].join('\n')
}

function sentence(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}${/[.]$/.test(text) ? '' : '.'}`
}
