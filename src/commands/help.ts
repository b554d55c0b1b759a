import type { Argument, Command, Help, Option } from 'commander'
import type { Language } from '../model/language.js'
import { exitCodes } from '../model/errors.js'
import { exitCodeTexts } from '../templates/reference-texts.js'
import { fill } from '../templates/fill.js'
import { helpTexts, placeholdersIn } from '../templates/help-texts.js'

const titles: Readonly<Record<string, keyof typeof helpTexts>> = { 'Usage:': 'usage', 'Arguments:': 'arguments', 'Options:': 'options', 'Commands:': 'commands' }

/** Makes a command say its help in a language, with command lines that show how it is used. */
export function helpIn(language: Language, command: Command, examples: readonly string[]): Command {
  command.configureHelp(wordsOf(language)).helpOption('-h, --help', helpTexts.help[language])
  if (command.parent !== null) command.helpCommand(false)
  else command.helpCommand('help [command]', helpTexts.helpCommand[language])
  const common = command.parent === null ? exitCodesIn(language) : `\n${helpTexts.common[language]}\n`
  return command.addHelpText('after', `\n${helpTexts.examples[language]}\n${examples.map((line) => `  ${line}\n`).join('')}${common}`)
}

function wordsOf(language: Language): Partial<Help> {
  const place = (flags: string) => placeholdersIn(language, flags).replace('[options]', helpTexts.optionsPlace[language])
  return {
    styleTitle: (title) => (titles[title] === undefined ? title : helpTexts[titles[title]][language]),
    commandUsage: (command) => place(`${command.parent === null ? '' : `${namesAbove(command)} `}${command.name()} ${command.usage()}`),
    subcommandTerm: (command) => place([command.name(), ...command.registeredArguments.map(termOf)].join(' ')),
    optionTerm: (option) => place(option.flags),
    optionDescription: (option) => withValues(option.description, option, language),
    argumentTerm: (argument) => place(termOf(argument)),
    argumentDescription: (argument) => withValues(argument.description, argument, language),
    visibleArguments: (command) => command.registeredArguments.filter(({ argChoices }) => argChoices !== undefined),
  }
}

function namesAbove(command: Command): string {
  const above = command.parent as Command
  return above.parent === null ? above.name() : `${namesAbove(above)} ${above.name()}`
}

function termOf(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`
  return argument.required ? `<${name}>` : `[${name}]`
}

function withValues(description: string, { argChoices, defaultValue }: Pick<Option | Argument, 'argChoices' | 'defaultValue'>, language: Language): string {
  const said = [
    ...(argChoices === undefined ? [] : [fill(helpTexts.choices[language], { values: argChoices.join(', ') })]),
    ...(typeof defaultValue === 'string' ? [fill(helpTexts.default[language], { value: defaultValue })] : []),
  ].join('; ')
  return [description, said === '' || description === '' ? said : `(${said})`].filter((part) => part !== '').join(' ')
}

function exitCodesIn(language: Language): string {
  return `\n${helpTexts.exitCodes[language]}\n${Object.entries(exitCodes).map(([name, code]) => `  ${String(code).padEnd(4)}${exitCodeTexts[name as keyof typeof exitCodes][language]}\n`).join('')}`
}
