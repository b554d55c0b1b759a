import type { Command } from 'commander'
import type { Io } from '../io.js'
import { exitCodes } from '../model/errors.js'
import { renderCompletions, type Shell } from '../report/completions.js'
import { allCommands, commandTree } from './command-tree.js'
import type { GlobalOptions } from './options.js'

/** Writes the completion script of a shell: commands, their options and the values that options take. */
export async function run(io: Io, _options: GlobalOptions, [shell]: string[], program: Command): Promise<number> {
  const tree = commandTree(program)
  const words = allCommands(tree).map((command) => ({
    path: command.words.split(' ').slice(1).join(' '),
    next: [...command.commands.map(({ words: all }) => all.split(' ').at(-1) as string), ...[...command.options, ...(command === tree ? [] : tree.options)].flatMap(({ flags }) => /--[\w-]+/.exec(flags)?.[0] ?? [])],
  }))
  io.stdout(renderCompletions(shell as Shell, words))
  return exitCodes.done
}
