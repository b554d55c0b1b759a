import type { Io } from '../../src/cli/io.js'
import { main } from '../../src/main.js'
import { requireContracts } from './contracts.js'

export interface RunResult {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line inside the test, with its streams caught and nobody at the terminal. */
export function runKorvaus(argv: readonly string[], cwd: string, terminal: Terminal = {}): Promise<RunResult> {
  return runMain(main, argv, cwd, terminal)
}

type Terminal = Partial<Pick<Io, 'env' | 'isTerminal' | 'width' | 'now' | 'today'>>

/** Runs a command line in the program whose beginning this is: that of the sources, or the built one. */
export async function runMain(begin: typeof main, argv: readonly string[], cwd: string, terminal: Terminal = {}): Promise<RunResult> {
  const caught = { stdout: '', stderr: '' }
  const io: Io = {
    stdout: (text) => void (caught.stdout += text),
    stderr: (text) => void (caught.stderr += text),
    cwd,
    env: {},
    isTerminal: false,
    width: undefined,
    today: () => '2026-11-23',
    ...terminal,
  }
  const exitCode = await begin(argv, io)
  requireContracts(caught.stdout)
  return { exitCode, ...caught }
}
