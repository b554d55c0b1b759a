import { Tinypool } from 'tinypool'
import { KorvausError } from '../model/errors.js'
import { withoutIdentifiers } from '../model/identifiers.js'

/** One worker thread that does one job at a time; when it dies its job fails and the next job gets a new thread. */
class Lane {
  readonly #worker: URL
  #pool: { readonly threads: Tinypool; readonly died: Promise<never> } | undefined

  constructor(worker: URL) {
    this.#worker = worker
  }

  async run<Task, Result>(task: Task): Promise<Result> {
    const { threads, died } = (this.#pool ??= this.#begin())
    const result = threads.run(task) as Promise<Result>
    try {
      return await Promise.race([result, died])
    } catch (error) {
      this.#pool = undefined
      result.catch(() => undefined)
      void threads.destroy().catch(() => undefined)
      throw error instanceof KorvausError ? error : new KorvausError('worker-died', { reason: reasonOf(error) }, { cause: error })
    }
  }

  /** The pool hears of a thread that fails, but not of one that simply ends; its end is watched here. */
  #begin(): { threads: Tinypool; died: Promise<never> } {
    const threads = new Tinypool({ filename: this.#worker.href, minThreads: 1, maxThreads: 1, idleTimeout: 60_000, useAtomics: false })
    threads.on('error', () => undefined)
    const died = new Promise<never>((_, reject) => threads.threads[0]?.once('exit', (code: number) => setImmediate(() => reject(new KorvausError('worker-died', { reason: `exit ${code}` })))))
    died.catch(() => undefined)
    return { threads, died }
  }

  async close(): Promise<void> {
    await this.#pool?.threads.destroy().catch(() => undefined)
  }
}

export interface LaneOptions {
  /** Module whose default export does a task. */
  readonly worker: URL
  /** Most workers at a time. */
  readonly lanes: number
  /** Says that no further task is to be begun. */
  readonly stopped?: () => boolean
}

/**
 * Does the tasks on worker threads, each lane taking the next one when it is free, and tells each result as it comes.
 * A thread is begun when there is something to do. A task whose worker dies is told as failed with `worker-died`; the
 * others go on.
 */
export async function runOnLanes<Task, Result>(tasks: AsyncIterable<Task>, options: LaneOptions, told: (task: Task, result: Result | KorvausError) => Promise<void>): Promise<void> {
  const waiting = tasks[Symbol.asyncIterator]()
  const work = async (): Promise<void> => {
    const lane = new Lane(options.worker)
    try {
      while (options.stopped?.() !== true) {
        const { done, value } = await waiting.next()
        if (done === true || options.stopped?.() === true) return
        await told(value, await lane.run<Task, Result>(value).catch((error: KorvausError) => error))
      }
    } finally {
      await waiting.return?.()
      await lane.close()
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: options.lanes }, work))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

function reasonOf(error: unknown): string {
  const { code, name } = error as NodeJS.ErrnoException
  return withoutIdentifiers(code ?? name)
}
