import { constants } from 'node:os'

/** Watches for the signals that ask a long run to end. */
export interface SignalWatch {
  /** 130 after SIGINT, 143 after SIGTERM: what is under way is to be finished, nothing more begun. */
  exitCode(): 130 | 143 | undefined
  close(): void
}

const ending = ['SIGINT', 'SIGTERM'] as const
let endsAtOnce = false

/** Ends the process with 130 or 143 on a signal, its locks released, unless a watch says what is to be finished first. */
export function endOnSignals(): void {
  endsAtOnce = true
  for (const one of ending) process.on(one, endNow)
}

/** Notes the first signal; a second one ends the process at once, as without a watch. */
export function watchSignals(onFirst: () => void = () => undefined): SignalWatch {
  let code: 130 | 143 | undefined
  const note = (signal: NodeJS.Signals) => {
    code = codeOf(signal)
    close()
    onFirst()
  }
  for (const one of ending) {
    process.off(one, endNow)
    process.on(one, note)
  }
  return { exitCode: () => code, close }

  function close(): void {
    for (const one of ending) {
      process.off(one, note)
      process.off(one, endNow)
      if (endsAtOnce) process.on(one, endNow)
    }
  }
}

function endNow(signal: NodeJS.Signals): void {
  process.exit(codeOf(signal))
}

function codeOf(signal: NodeJS.Signals): 130 | 143 {
  return (128 + constants.signals[signal]) as 130 | 143
}
