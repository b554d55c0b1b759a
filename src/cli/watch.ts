import { once } from 'node:events'
import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import { watchSignals } from './signals.js'

/** Spreadsheet programs save in several steps; the last of them is waited for. */
const settle = 400

/**
 * Calls back each time one of the files has been saved, one call after the other, until the program is interrupted.
 * Folders are watched, since programs save by putting a new file in the place of the old one.
 */
export async function whenSaved(files: readonly string[], onSave: () => Promise<void>): Promise<void> {
  const folders = new Set(files.map((file) => dirname(file)))
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const ending = new AbortController()
  let failure: unknown
  const stopped = once(ending.signal, 'abort')
  const noticed = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(onSave).catch((error: unknown) => {
        failure = error
        ending.abort()
      })
    }, settle)
  }
  const watchers = [...folders].map((folder) => {
    const wanted = new Set(files.filter((file) => dirname(file) === folder).map((file) => basename(file)))
    return watch(folder, (_, name) => {
      if (name === null || wanted.has(name)) noticed()
    })
  })
  const signals = watchSignals(() => ending.abort())
  try {
    await stopped
    await running
    if (failure !== undefined) throw failure
  } finally {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
    signals.close()
  }
}
