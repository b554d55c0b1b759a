import { withoutIdentifiers } from '../model/identifiers.js'
import { requirePlace } from './make-folder.js'
import { writeFault } from './write-fault.js'

export const logLevels = ['error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

/** All that a log line may tell: counts, codes, paths of workspaces. There is no place for a fact of a person. */
export interface LogFacts {
  readonly command?: string
  readonly asOf?: string
  readonly period?: string
  readonly ruleBook?: string
  readonly workspace?: string
  readonly state?: string
  readonly code?: string
  readonly exitCode?: number
  readonly seconds?: number
  readonly workspaces?: number
  readonly files?: number
  readonly items?: number
  readonly claimable?: number
  readonly rejected?: number
  readonly review?: number
}

/** Structured lines about a run, for those who operate it. */
export interface Log {
  /** The same in every line of a run. */
  readonly runId: string
  write(level: LogLevel, event: string, facts?: LogFacts): void
  close(): void
}

export interface LogTarget {
  /** The file to add to; without one the lines go to `stderr`. */
  readonly file?: string | undefined
  readonly level: LogLevel
  readonly runId: string
  readonly version: string
  stderr(text: string): void
  /** Milliseconds since 1970, where a clock is given. */
  readonly now?: (() => number) | undefined
}

/** Opens the log of a run. A line that cannot be written is lost; it never stops the job. Throws `folder-not-writable` for a file that cannot be opened. */
export async function openLog({ file, level, runId, version, stderr, now }: LogTarget): Promise<Log> {
  if (file !== undefined) await requirePlace(file)
  const { default: pino } = await import('pino')
  const target = file === undefined ? { write: stderr, end: () => undefined } : fileTarget(pino.destination, file)
  const logger = pino({
    level,
    base: { runId, version },
    messageKey: 'event',
    timestamp: () => (now === undefined ? '' : `,"time":"${new Date(now()).toISOString()}"`),
    formatters: { level: (label) => ({ level: label }) },
  }, target)
  return {
    runId,
    write: (of, event, facts = {}) => logger[of](withoutPersons(facts), event),
    close: () => target.end(),
  }
}

function fileTarget(destination: typeof import('pino').destination, file: string) {
  try {
    const target = destination({ dest: file, append: true, sync: true, mode: 0o600 })
    target.on('error', () => undefined)
    return target
  } catch (error) {
    throw writeFault(file, (error as NodeJS.ErrnoException).code ?? '', error)
  }
}

/** Paths and codes are written by people too. */
function withoutPersons(facts: LogFacts): LogFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined).map(([key, value]) => [key, typeof value === 'string' ? withoutIdentifiers(value) : value]))
}
