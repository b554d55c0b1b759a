import type { Io } from '../../cli/io.js'
import { exitCodes } from '../../model/errors.js'
import { effectNames } from '../../model/value-names.js'
import { languageOfWorkspace, type GlobalOptions } from '../../cli/options.js'
import { bookFor } from '../../desk/session.js'

/** Lists the rules of a book. */
export async function run(io: Io, options: GlobalOptions): Promise<number> {
  const book = await bookFor(options)
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  if (options.format === 'json') {
    const rules = book.rules.map(({ rule, title, effect, when }) => ({ rule, title: title[language], effect, ...(when?.from ? { from: when.from } : {}), ...(when?.to ? { to: when.to } : {}) }))
    io.stdout(`${JSON.stringify({ schema: 'korvaus/rules/1', ruleBook: { version: book.version, sha256: book.sha256 }, rules }, null, 2)}\n`)
    return exitCodes.done
  }
  const rows = book.rules.map(({ rule, title, effect, when }) => [rule, effectNames[effect][language], when?.from ?? '', when?.to ?? '', title[language]])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] as string).length)))
  io.stdout(rows.map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n') + '\n')
  return exitCodes.done
}
