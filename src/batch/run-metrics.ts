import { chmodSync, existsSync, fsyncSync, openSync, closeSync, mkdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { exitCodes } from '../model/errors.js'
import { readableFileError } from '../workspace/atomic-files.js'
import { requirePlace } from '../workspace/make-folder.js'
import { failedMetrics, timesMetrics, type MetricsRoom } from './render-metrics.js'

/** Collectors run as another user, whatever the mask of the job is. */
const readableByAll = { file: 0o644, folder: 0o755 }

/**
 * The figures of a run for whoever collects them: written at every end, so that a job which died in any way it can tell
 * of is red. What the last success was is read from the figures of the run before.
 */
export class RunMetrics {
  readonly #path: string
  readonly #room: MetricsRoom
  readonly #version: string
  readonly #now: (() => number) | undefined
  #isWritten = false
  readonly #atExit = (code: number): void => this.failed(code)

  /** Throws `output-no-file` for a pipe or a device. */
  static async open(path: string, room: MetricsRoom, version: string, now: (() => number) | undefined): Promise<RunMetrics> {
    await requirePlace(path)
    return new RunMetrics(path, room, version, now)
  }

  private constructor(path: string, room: MetricsRoom, version: string, now: (() => number) | undefined) {
    this.#path = path
    this.#room = room
    this.#version = version
    this.#now = now
    process.once('exit', this.#atExit)
  }

  /** Writes the figures of a run that came to its end. Throws what hinders it. */
  write(figures: string, exitCode: number): void {
    try {
      writePublicFile(this.#path, figures + this.#times(exitCode))
      this.#isWritten = true
    } catch (error) {
      throw readableFileError(error, this.#path)
    }
  }

  /** Says that the run ended with a code before it had figures, or after them with a graver one. */
  failed(exitCode: number): void {
    if (this.#isWritten && exitCode <= exitCodes.attention) return
    try {
      writePublicFile(this.#path, failedMetrics(this.#room, exitCode, this.#version) + this.#times(exitCode))
    } catch {
      // The exit code of the run says it; there is nobody else to tell.
    }
    this.#isWritten = true
  }

  close(): void {
    process.off('exit', this.#atExit)
  }

  #times(exitCode: number): string {
    const before = existsSync(this.#path) ? readFileSync(this.#path, 'utf8') : ''
    const known = new RegExp(`^korvaus_${this.#room}_last_success_timestamp_seconds (\\S+)$`, 'm').exec(before)?.[1]
    const now = this.#now === undefined ? undefined : String(this.#now() / 1000)
    return timesMetrics(this.#room, now, exitCode <= exitCodes.attention ? now : known)
  }
}

/** Whole or not at all, and at once: a process that is ending waits for nothing. */
function writePublicFile(path: string, text: string): void {
  const folder = dirname(path)
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true, mode: readableByAll.folder })
    chmodSync(folder, readableByAll.folder)
  }
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`)
  try {
    const file = openSync(temporary, 'w', readableByAll.file)
    try {
      writeSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    chmodSync(temporary, readableByAll.file)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
