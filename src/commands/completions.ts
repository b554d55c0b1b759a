import type { Command } from 'commander'
import type { Io } from '../cli/io.js'
import { exitCodes } from '../model/errors.js'
import { claimantKinds } from '../model/values.js'
import { renderCompletions, type CompletionPlace, type Completions, type Shell } from '../report/completions.js'
import { loadRuleBook } from '../rules/load-book.js'
import { releasedVersions } from '../rules/released-books.js'
import { allCommands, commandTree } from './command-tree.js'
import type { GlobalOptions } from '../cli/options.js'

/** Writes the completion script of a shell: commands, their options, and what may stand for each value. */
export async function run(io: Io, _options: GlobalOptions, [shell]: string[], program: Command): Promise<number> {
  io.stdout(renderCompletions(shell as Shell, await completionsOf(program)))
  return exitCodes.done
}

async function completionsOf(program: Command): Promise<Completions> {
  const tree = commandTree(program)
  const [versions, book] = [await releasedVersions(), await loadRuleBook({})]
  const words: Readonly<Record<string, readonly string[]>> = { rule: book.rules.map(({ rule }) => rule), version: versions, book: versions, kind: claimantKinds }
  const placeOf = (name: string, choices: readonly string[]): CompletionPlace => (choices.length > 0 ? { words: choices, files: false } : { words: words[name] ?? [], files: fileNames.has(name) })
  const all = allCommands(tree)
  const valued = all.flatMap(({ options }) => options).flatMap(({ flags, choices }) => {
    const [, option, name] = /(--[\w-]+) <([^<>.]+)/.exec(flags) ?? []
    return option === undefined || name === undefined ? [] : [[option, placeOf(name, choices)] as const]
  })
  return {
    values: new Map(valued),
    commands: all.map((command) => ({
      path: command.words.split(' ').slice(1).join(' '),
      commands: command.commands.map((one) => one.words.split(' ').at(-1) as string),
      options: [...command.options, ...(command === tree ? [] : tree.options)].flatMap(({ flags }) => /--[\w-]+/.exec(flags)?.[0] ?? []),
      operands: operandsOf(command.operands.map(({ name, choices }) => placeOf(command.words === 'korvaus rules diff' && !fileNames.has(name) ? 'version' : name, choices))),
    })),
  }
}

const fileNames = new Set(['file', 'files', 'folder', 'workbook', 'packet', 'logs', 'workspaces', 'book'])

function operandsOf(places: readonly CompletionPlace[]): CompletionPlace {
  return { words: [...new Set(places.flatMap(({ words }) => words))], files: places.some(({ files }) => files) }
}
