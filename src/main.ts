import { Command, CommanderError } from 'commander'
import { exitCodes, KorvausError } from './model/errors.js'
import { withoutIdentifiers } from './model/identifiers.js'
import { withUnseenShown } from './model/unseen.js'
import { withEnvironment } from './cli/environment.js'
import type { Io } from './cli/io.js'
import { errorLine } from './cli/error-line.js'
import { formats } from './cli/formats.js'
import type { Language } from './model/language.js'
import { languages } from './model/language-codes.js'
import type { ToldFailure } from './report/sarif.js'
import { toolVersion } from './version.js'

/** Runs a command line and gives its exit code: the only place that turns errors into words and codes. */
export async function main(typed: readonly string[], given?: Io): Promise<number> {
  const outside = given ?? processIo(typed)
  const argv = withEnvironment(typed, outside.env, (format) => format === 'text' || format === 'json' || judging.has(typed.find((word) => !word.startsWith('-')) ?? ''))
  const asJson = optionOf(argv, '--errors') === 'json'
  let isBegun = false
  /** Messages repeat what was typed and what files are called; neither may tell who somebody is, nor may any text command a terminal. */
  const io: Io = {
    ...outside,
    ...(asJson ? { isTerminal: false } : {}),
    stdout: (text, styled) => {
      isBegun ||= text !== ''
      outside.stdout(styled ? text : withUnseenShown(text))
    },
    stderr: (text, styled) => outside.stderr(styled ? text : withUnseenShown(withoutIdentifiers(asJson ? errorLine(text) : text))),
  }
  if (typed.length === 1 && (typed[0] === '--version' || typed[0] === '-V')) {
    io.stdout(`${toolVersion}\n`)
    return exitCodes.done
  }
  let exitCode: number = exitCodes.done
  let program: Command | undefined
  try {
    const { buildProgram } = await import('./commands/program.js')
    program = buildProgram(io, await languageOfHelp(argv, typed, io), (code) => (exitCode = code))
    if (io.cwd === '') throw new KorvausError('working-folder-gone', {})
    await program.parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    return explainFailure(error, { program, argv, asJson, isBegun: () => isBegun }, io)
  }
}

/** What the program says of itself is read only where help is asked for; elsewhere its language need not be found out. */
async function languageOfHelp(argv: readonly string[], typed: readonly string[], io: Io): Promise<Language> {
  const asks = typed.some((word) => ['--help', '-h', 'help'].includes(word)) || typed.filter((word) => !word.startsWith('-')).length < 2
  return languageOf(argv) ?? (asks ? languageOfPlace(argv, io) : 'en')
}

async function languageOfPlace(argv: readonly string[], io: Io, isWatched?: boolean): Promise<Language> {
  const { languageOfWorkspace } = await import('./cli/options.js')
  return languageOfWorkspace(optionOf(argv, '--workspace'), io, isWatched)
}

/** The commands that judge, and write each format also of their failure. */
const judging: ReadonlySet<string> = new Set(['check', 'prepare', 'verify', 'batch'])

interface FailedLine {
  readonly program: Command | undefined
  readonly argv: readonly string[]
  readonly asJson: boolean
  isBegun(): boolean
}

async function explainFailure(met: unknown, line: FailedLine, io: Io): Promise<number> {
  const { program, argv } = line
  const { withDiskFault } = await import('./workspace/write-fault.js')
  const error = withDiskFault(met, io.cwd)
  if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help')) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  const language = languageOf(argv) ?? (error instanceof KorvausError ? error.language : undefined) ?? (await languageOfPlace(argv, io, io.isTerminal))
  if (error instanceof CommanderError) {
    const { usageFailureText } = await import('./cli/usage-failure.js')
    await tell(line, { code: 'usage', exitCode: exitCodes.usage, message: usageFailureText(error, commandMeant(program as Command, argv), language) }, io)
    return exitCodes.usage
  }
  const { toldFailure } = await import('./cli/failure.js')
  await tell(line, toldFailure(error, language), io)
  if (!(error instanceof KorvausError)) return exitCodes.internal
  return error.exitCode === exitCodes.attention && argv.includes('--exit-zero') ? exitCodes.done : error.exitCode
}

/** Says what stopped a command, to people or to programs, and in the format that was asked for. */
async function tell({ program, argv, asJson, isBegun }: FailedLine, failure: ToldFailure, io: Io): Promise<void> {
  const said = { ...failure, message: withoutIdentifiers(failure.message) }
  const asked = optionOf(argv, '--format')
  const format = formats.find((one) => one === asked)
  const [, command = ''] = program === undefined ? [] : commandMeant(program, argv).split(' ')
  if (format !== undefined && judging.has(command)) {
    const { failureDocument } = await import('./cli/machine-failure.js')
    io.stdout(failureDocument(format, said, isBegun()))
  }
  io.stderr(asJson ? JSON.stringify({ kind: 'error', ...said }) : `${failure.message}\n`)
}

/** The command that a line names, as far as there is one: `korvaus rules list`. */
function commandMeant(program: Command, argv: readonly string[]): string {
  let [command, words] = [program, program.name()]
  for (const word of argv) {
    const next = command.commands.find((one) => one.name() === word)
    if (next) [command, words] = [next, `${words} ${word}`]
  }
  return words
}

/** The language asked for on the command line, wherever it stands there. */
function languageOf(argv: readonly string[]): Language | undefined {
  return languages.find((language) => language === optionOf(argv, '--lang'))
}

function optionOf(argv: readonly string[], option: string): string | undefined {
  const at = argv.findIndex((word) => word === option || word.startsWith(`${option}=`))
  return at < 0 ? undefined : argv[at]?.includes('=') ? argv[at].slice(option.length + 1) : argv[at + 1]
}

function processIo(argv: readonly string[]): Io {
  process.stdout.once('error', (error: NodeJS.ErrnoException) => void tellLostOutput(error, argv))
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    cwd: workingFolder(),
    env: process.env,
    isTerminal: process.stdin.isTTY === true && process.stderr.isTTY === true,
    width: process.stdout.isTTY ? process.stdout.columns : undefined,
    now: () => Date.now(),
    today: () => new Date().toISOString().slice(0, 10),
  }
}

/** The folder where the command stands; none where somebody has removed it. */
function workingFolder(): string {
  try {
    return process.cwd()
  } catch {
    return ''
  }
}

/**
 * Whoever reads us may stop (`| head`). Output that is lost otherwise, as on a full disk, is never a success. What is
 * under way is still brought to its end.
 */
async function tellLostOutput({ code = '' }: NodeJS.ErrnoException, argv: readonly string[]): Promise<void> {
  if (code === 'EPIPE') return
  const lost = new KorvausError('output-lost', { reason: code })
  process.once('exit', () => (process.exitCode = lost.exitCode))
  const { failureText } = await import('./cli/failure.js')
  process.stderr.write(`${failureText(lost, languageOf(argv) ?? 'en')}\n`)
}
