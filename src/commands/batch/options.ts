import type { GlobalOptions } from '../../cli/options.js'

/** What `batch` can be asked, with and without an inbox. */
export type BatchOptions = GlobalOptions & {
  readonly from?: string
  readonly out?: string
  readonly period?: string
  readonly prepare?: boolean
  readonly resume?: boolean
  readonly only?: 'changed' | 'failed' | 'attention'
  readonly forget?: readonly string[]
  readonly jobs?: string
  readonly limit?: string
  readonly metrics?: string
  readonly inbox?: string
  readonly quietTime?: string
  readonly wait?: string
}
