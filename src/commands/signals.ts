import { constants } from 'node:os'

/** Watches for the signals that ask a long run to end. */
export interface SignalWatch {
  /** 130 after SIGINT, 143 after SIGTERM: what is under way is to be finished, nothing more begun. */
  exitCode(): number | undefined
  close(): void
}

const ending = ['SIGINT', 'SIGTERM'] as const

/** Notes the first signal; a second one ends the process at once, as without a watch. */
export function watchSignals(): SignalWatch {
  let code: number | undefined
  const note = (signal: NodeJS.Signals) => {
    code = 128 + constants.signals[signal]
    for (const one of ending) process.off(one, note)
  }
  for (const one of ending) process.on(one, note)
  return {
    exitCode: () => code,
    close: () => {
      for (const one of ending) process.off(one, note)
    },
  }
}
