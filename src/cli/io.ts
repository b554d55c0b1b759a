import type { IsoDate } from '../model/dates.js'
import type { Log } from '../workspace/log.js'

/** The world outside, handed to every command: nothing else touches streams, environment or clock. */
export interface Io {
  /** Data for scripts and people to keep. Signs that a terminal would obey or hide are shown; `styled` text is ours, and whatever of others stands in it was cleaned before. */
  stdout(text: string, styled?: 'styled'): void
  /** Words to the person watching, cleaned alike. */
  stderr(text: string, styled?: 'styled'): void
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether a person sits at the terminal and can be asked. */
  readonly isTerminal: boolean
  /** Columns of the terminal; outputs that go elsewhere do not depend on it. */
  readonly width: number | undefined
  today(): IsoDate
  /** Milliseconds since 1970: for logs and metrics alone; no judgement depends on it. */
  now?(): number
  /** Present when the run is logged. */
  readonly log?: Log
}
