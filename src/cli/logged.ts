import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { Io } from './io.js'
import { exitCodes, KorvausError } from '../model/errors.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import { toolVersion } from '../version.js'
import { openLog, type LogLevel } from '../workspace/log.js'
import type { GlobalOptions } from './options.js'
import { withDiskFault } from '../workspace/write-fault.js'

export type LogOptions = Pick<GlobalOptions, 'asOf'> & { readonly logFile?: string; readonly logLevel?: LogLevel }

/** Runs a command with a log around it: when it began, what it met, how it ended. */
export async function runLogged(io: Io, options: LogOptions, command: string, run: (io: Io) => Promise<number>): Promise<number> {
  const { now, env, cwd, stderr } = io
  const asOf = options.asOf ?? io.today()
  const began = now?.() ?? 0
  const log = await openLog({
    file: options.logFile === undefined ? undefined : resolve(cwd, options.logFile),
    level: options.logLevel ?? 'info',
    runId: runIdOf(env, [command, asOf, began]),
    version: toolVersion,
    stderr,
    now,
  })
  const took = () => (now === undefined ? {} : { seconds: (now() - began) / 1000 })
  log.write('info', 'began', { command, asOf })
  try {
    const exitCode = await run({ ...io, log })
    log.write('info', 'ended', { command, exitCode, ...took() })
    return exitCode
  } catch (met) {
    const error = withDiskFault(met, cwd)
    const known = error instanceof KorvausError
    log.write('error', 'failed', { command, code: known ? error.code : (error as Error).name, exitCode: known ? error.exitCode : exitCodes.internal, ...took() })
    throw error
  } finally {
    log.close()
  }
}

/** The ID of a run: given from outside by `KORVAUS_RUN_ID`, or made of what the run is. */
export function runIdOf(env: Io['env'], parts: readonly unknown[]): string {
  const given = env.KORVAUS_RUN_ID
  return given !== undefined && /^[\w.-]{1,64}$/.test(given) && withoutIdentifiers(given) === given ? given : createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)
}
