import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { KorvausError } from '../model/errors.js'
import { withoutIdentifiers } from '../model/identifiers.js'

const mostTries = 5
const pauseBetweenTries = 200
/** Threads that load the program at a time: each opens many of its files at once, and a process may open so many. */
const mostBeginning = 3
/** Milliseconds after which a thread that says nothing counts as one that cannot begin, or will not end. */
const patience = 30_000

export interface LaneOptions<Task> {
  /** Module that says `ready` when it has loaded all that it needs, and answers each task with its result. */
  readonly worker: URL
  /** Most workers at a time. */
  readonly lanes: number
  /** Says that no further task is to be begun. */
  readonly stopped?: () => boolean
  /** Seconds that one task may take; a thread that takes longer is ended. No limit unless given. */
  readonly limit?: number
  /** Called when the thread of a task has ended over it: what it held is held by nobody. */
  readonly abandoned?: (task: Task) => Promise<void>
}

/** What a worker sends when it can do tasks. */
export const ready = 'ready'

/**
 * Does the tasks on worker threads, each lane taking the next one when it is free, and tells each result as it comes.
 * A task whose worker dies is told as failed with `worker-died`, and the lane gets a new thread. A thread that cannot
 * even begin, as where too few files may be open at a time, gives its task back and its lane ends: the others go on.
 * The last lane never ends so: it tries again until the others have let go of what they held, and then tells the task
 * as failed.
 */
export async function runOnLanes<Task, Result>(tasks: AsyncIterable<Task>, options: LaneOptions<Task>, told: (task: Task, result: Result | KorvausError) => Promise<void>): Promise<void> {
  const waiting = tasks[Symbol.asyncIterator]()
  const givenBack: Task[] = []
  let alive = options.lanes
  const next = async (): Promise<{ task: Task } | undefined> => {
    if (options.stopped?.() === true) return undefined
    const [again] = givenBack.splice(0, 1)
    if (again !== undefined) return { task: again }
    const { done, value } = await waiting.next()
    return done === true || options.stopped?.() === true ? undefined : { task: value }
  }
  const work = async (): Promise<void> => {
    const lane = new Lane(options.worker, options.limit)
    try {
      for (let one = await next(); one !== undefined; one = await next()) {
        let outcome = await lane.run<Task, Result>(one.task)
        if (outcome === undefined && alive > 1) {
          givenBack.push(one.task)
          return
        }
        for (let tries = 0; outcome === undefined && tries < mostTries; tries++) {
          await pause(pauseBetweenTries)
          outcome = await lane.run<Task, Result>(one.task)
        }
        // What cannot be given back now is taken over from this process when it ends.
        if (outcome instanceof KorvausError) await options.abandoned?.(one.task).catch(() => undefined)
        await told(one.task, outcome ?? new KorvausError('worker-died', { reason: lane.lastFault }))
      }
    } finally {
      alive -= 1
      await lane.close()
    }
  }
  try {
    const ended = await Promise.allSettled(Array.from({ length: options.lanes }, work))
    for (const one of ended) if (one.status === 'rejected') throw one.reason
    // A task that was given back while every other lane was at its end is still done.
    if (givenBack.length > 0) {
      alive = 1
      await work()
    }
  } finally {
    await waiting.return?.()
  }
}

/** One worker thread at a time, which does one task at a time. */
class Lane {
  readonly #file: URL
  /** Seconds that a task may take. */
  readonly #limit: number | undefined
  #thread: Thread | undefined
  /** Why the last thread died. */
  lastFault = ''

  constructor(file: URL, limit: number | undefined) {
    this.#file = file
    this.#limit = limit
  }

  /** The result of a task, or that its worker died over it; nothing where no worker could be begun. */
  async run<Task, Result>(task: Task): Promise<Result | KorvausError | undefined> {
    let hasBegun = this.#thread !== undefined
    try {
      this.#thread ??= await inTurn(() => begunThread(this.#file))
      hasBegun = true
      return await within(this.#thread.answer<Task, Result>(task), this.#limit)
    } catch (error) {
      this.lastFault = reasonOf(error)
      await this.close()
      if (error instanceof KorvausError && error.code === 'workspace-limit') return error
      return hasBegun ? new KorvausError('worker-died', { reason: this.lastFault }, { cause: error }) : undefined
    }
  }

  async close(): Promise<void> {
    const thread = this.#thread
    this.#thread = undefined
    await thread?.end()
  }
}

interface Thread {
  answer<Task, Result>(task: Task): Promise<Result>
  end(): Promise<unknown>
}

/** A thread that has said that it is ready. Whatever ends it, by a fault or without a word, ends what waits for it. */
async function begunThread(file: URL): Promise<Thread> {
  const worker = new Worker(file)
  const died = new Promise<never>((_, reject) => {
    worker.on('error', reject).on('messageerror', reject)
    worker.once('exit', (code) => setImmediate(() => reject(new KorvausError('worker-died', { reason: `exit ${code}` }))))
  })
  died.catch(() => undefined)
  const message = () => Promise.race([new Promise((resolve) => worker.once('message', resolve)), died])
  try {
    await withinPatience(message())
  } catch (error) {
    void worker.terminate()
    throw error
  }
  return {
    answer: async <Task, Result>(task: Task) => {
      const answer = message()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(task)
      return (await answer) as Result
    },
    end: () => withinPatience(worker.terminate()).catch(() => undefined),
  }
}

/** The last of each row of threads that begin one after the other. */
const rows: Promise<unknown>[] = Array.from({ length: mostBeginning }, () => Promise.resolve())
let begun = 0

function inTurn<Result>(begin: () => Promise<Result>): Promise<Result> {
  const row = begun++ % mostBeginning
  const result = (rows[row] as Promise<unknown>).then(begin)
  rows[row] = result.catch(() => undefined)
  return result
}

/** What a task gives within so many seconds. Throws `workspace-limit` afterwards; its thread is then ended, whatever it does. */
function within<Result>(answer: Promise<Result>, seconds: number | undefined): Promise<Result> {
  if (seconds === undefined) return answer
  return before(answer, seconds * 1000, () => new KorvausError('workspace-limit', { seconds: String(seconds) }))
}

function withinPatience<Result>(awaited: Promise<Result>): Promise<Result> {
  return before(awaited, patience, () => new KorvausError('worker-died', { reason: 'ETIMEDOUT' }))
}

async function before<Result>(awaited: Promise<Result>, milliseconds: number, late: () => KorvausError): Promise<Result> {
  const ending = new AbortController()
  try {
    return await Promise.race([awaited, pause(milliseconds, undefined, { signal: ending.signal }).then(() => Promise.reject(late()))])
  } finally {
    ending.abort()
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof KorvausError) return error.code === 'worker-died' ? (error as KorvausError<'worker-died'>).values.reason : error.code
  const { code, name = 'Error' } = error as NodeJS.ErrnoException
  return withoutIdentifiers(code ?? name)
}
