import { constants } from 'node:os'

/** How a signal ends the program: 129 by SIGHUP, 130 by SIGINT, 143 by SIGTERM. */
type StopCode = 129 | 130 | 143

/** Watches for the signals that ask a long run to end. */
export interface SignalWatch {
  /** After the first signal: what is under way is to be finished, nothing more begun. */
  exitCode(): StopCode | undefined
  close(): void
}

const ending = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const
/** Milliseconds in which what is under way may come to its end; a service manager waits longer before it kills. */
const grace = 20_000
let endsAtOnce = false

/** Ends the process on a signal, its locks released, unless a watch says what is to be finished first. */
export function endOnSignals(): void {
  endsAtOnce = true
  for (const one of ending) process.on(one, endNow)
}

/**
 * Notes the first signal; a second one ends the process at once, as without a watch. The new listener always comes before
 * the old one goes: in a moment without any, a signal would kill the process with nothing told and nothing released.
 */
export function watchSignals(onFirst: () => void = () => undefined): SignalWatch {
  let code: StopCode | undefined
  const note = (signal: NodeJS.Signals) => {
    code = codeOf(signal)
    setTimeout(() => endNow(signal), grace).unref()
    close()
    onFirst()
  }
  for (const one of ending) {
    process.on(one, note)
    process.off(one, endNow)
  }
  return { exitCode: () => code, close }

  function close(): void {
    for (const one of ending) {
      process.off(one, endNow)
      if (endsAtOnce) process.on(one, endNow)
      process.off(one, note)
    }
  }
}

function endNow(signal: NodeJS.Signals): void {
  process.exit(codeOf(signal))
}

function codeOf(signal: NodeJS.Signals): StopCode {
  return (128 + constants.signals[signal]) as StopCode
}
