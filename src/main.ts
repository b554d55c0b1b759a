import { Command, CommanderError } from 'commander'
import { exitCodes, KorvausError } from './model/errors.js'
import { withoutIdentifiers } from './model/identifiers.js'
import type { Io } from './io.js'
import type { Language } from './model/language.js'
import { languages } from './model/language-codes.js'
import { toolVersion } from './version.js'

/** Runs a command line and gives its exit code: the only place that turns errors into words and codes. */
export async function main(argv: readonly string[], outside: Io = processIo()): Promise<number> {
  /** Messages repeat what was typed and what files are called; neither may tell who somebody is. */
  const io: Io = { ...outside, stderr: (text) => outside.stderr(withoutIdentifiers(text)) }
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    io.stdout(`${toolVersion}\n`)
    return exitCodes.done
  }
  let exitCode: number = exitCodes.done
  let program: Command | undefined
  try {
    const { buildProgram } = await import('./commands/program.js')
    program = buildProgram(io, languageOf(argv), (code) => (exitCode = code))
    await program.parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    return explainFailure(error, program, argv, io)
  }
}

async function explainFailure(error: unknown, program: Command | undefined, argv: readonly string[], io: Io): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  const { failureText } = await import('./commands/failure.js')
  const language = languageOf(argv) ?? (error instanceof KorvausError ? error.language : undefined) ?? ((await import('./commands/options.js')).languageOfWorkspace(program?.opts().workspace as string | undefined, io.cwd))
  io.stderr(`${failureText(error, await language)}\n`)
  return error instanceof KorvausError ? error.exitCode : exitCodes.internal
}

/** The language asked for on the command line, wherever it stands there. */
function languageOf(argv: readonly string[]): Language | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const text = at < 0 ? undefined : argv[at]?.includes('=') ? argv[at].split('=')[1] : argv[at + 1]
  return languages.find((language) => language === text)
}

function processIo(): Io {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe)
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    cwd: process.cwd(),
    env: process.env,
    isTerminal: process.stdin.isTTY === true && process.stderr.isTTY === true,
    width: process.stdout.isTTY ? process.stdout.columns : undefined,
    now: () => Date.now(),
    today: () => new Date().toISOString().slice(0, 10),
  }
}

/** Whoever reads us may stop (`| head`); what is under way is still brought to its end. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
