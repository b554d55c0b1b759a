import type { Command } from 'commander'

/** A command as documentation and completions see it. */
export interface CommandTree {
  /** The words that call it: `korvaus rules list`. */
  readonly words: string
  readonly description: string
  readonly usage: string
  /** What is given after the words: its name and the values that there are. */
  readonly operands: readonly { readonly name: string; readonly choices: readonly string[] }[]
  readonly options: readonly { readonly flags: string; readonly description: string; readonly choices: readonly string[] }[]
  readonly commands: readonly CommandTree[]
}

/** The commands and options of a program, as data. */
export function commandTree(command: Command, before: readonly string[] = []): CommandTree {
  const words = [...before, command.name()]
  return {
    words: words.join(' '),
    description: command.description(),
    usage: [words.join(' '), ...command.registeredArguments.map((one) => (one.required ? `<${one.name()}>` : `[${one.name()}${one.variadic ? '…' : ''}]`))].join(' '),
    operands: command.registeredArguments.map((one) => ({ name: one.name(), choices: one.argChoices ?? [] })),
    options: command.options.map(({ flags, description, argChoices = [] }) => ({ flags, description, choices: argChoices })),
    commands: command.commands.map((one) => commandTree(one, words)),
  }
}

/** A command and all that stand under it, in their order. */
export function allCommands(tree: CommandTree): CommandTree[] {
  return [tree, ...tree.commands.flatMap(allCommands)]
}
