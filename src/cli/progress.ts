import type { Io } from './io.js'
import { formatCount } from '../templates/format.js'
import { reportTexts } from '../templates/report-texts.js'
import { languageOfWorkspace, type GlobalOptions } from './options.js'

type Phase = 'reading' | 'judging'

/** Says what is being done while a person waits; nothing is shown of short work, nor when nobody watches. */
export interface Progress {
  /** Rows done so far, and of how many where that is known. */
  tick(phase: Phase, done: number, all?: number): void
  end(): void
}

const patience = 400
const itemsBetweenNews = 1000

/** The progress of a command on the terminal of its person. */
export async function progressOf(io: Io, options: Pick<GlobalOptions, 'quiet' | 'lang' | 'workspace'>): Promise<Progress> {
  if (!io.isTerminal || options.quiet === true) return { tick: () => undefined, end: () => undefined }
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  const { default: progress } = await import('cli-progress')
  const began = performance.now()
  let bar: InstanceType<typeof progress.SingleBar> | undefined
  let shown: Phase | undefined
  const end = () => {
    bar?.stop()
    bar = undefined
    shown = undefined
  }
  return {
    end,
    tick: (phase, done, all) => {
      if (bar === undefined && performance.now() - began < patience) return
      if (shown !== phase) {
        end()
        const form = all === undefined ? '  {phase} {rows}' : '  {phase} {bar} {percentage} %'
        bar = new progress.SingleBar({ format: form, stream: streamOf(io), clearOnComplete: true, hideCursor: true, barsize: Math.min(40, Math.max(10, (io.width ?? 80) - 40)), linewrap: null, fps: 10 }, progress.Presets.shades_classic)
        bar.start(all ?? done, done, { phase: reportTexts[phase][language], rows: formatCount(done, language) })
        shown = phase
      } else bar?.update(done, { rows: formatCount(done, language) })
    },
  }
}

/** The same items, each counted as it goes by. */
export function* watched<Item>(items: Iterable<Item>, all: number, progress: Progress): Generator<Item> {
  let done = 0
  for (const item of items) {
    if (++done % itemsBetweenNews === 0) progress.tick('judging', done, all)
    yield item
  }
}

/** The person's side of the terminal as the library wants it. */
function streamOf(io: Io): NodeJS.WritableStream {
  return { isTTY: true, columns: io.width ?? 80, write: (text: string) => (io.stderr(text, 'styled'), true) } as unknown as NodeJS.WritableStream
}
