import { epochDay } from '../model/dates.js'
import { outcomes } from '../model/values.js'
import type { InboxSummary } from './inbox.js'
import { sumOf, type BatchSummary } from './summary.js'

const secondsOfDay = 86_400

/** Over what a run goes. */
export type MetricsRoom = 'batch' | 'inbox'

/** When the run ended and when the last one succeeded, in seconds since 1970; left out where there is no clock, or was no success yet. */
export function timesMetrics(room: MetricsRoom, lastRun: string | undefined, lastSuccess: string | undefined): string {
  return [
    ...(lastRun === undefined ? [] : [metric(`korvaus_${room}_last_run_timestamp_seconds`, 'When the last run ended, however it did.', [[{}, lastRun]])]),
    ...(lastSuccess === undefined ? [] : [metric(`korvaus_${room}_last_success_timestamp_seconds`, 'When the last run ended that exit code 0 or 1 calls a success.', [[{}, lastSuccess]])]),
  ].join('')
}

/** What can be said of a run that ended before it had figures: that it did, and with which code. */
export function failedMetrics(room: MetricsRoom, exitCode: number, version: string): string {
  return metric(`korvaus_${room}_info`, 'Version of the program.', [[{ version }, 1]]) + metric(`korvaus_${room}_exit_code`, exitCodeHelp, [[{}, exitCode]])
}

const exitCodeHelp = 'Exit code of the run; 0 and 1 are success.'

/**
 * The figures of a run in the text format of Prometheus, for a collector of text files. Workspaces are named as on the
 * command line; `seconds` is left out where there is no clock.
 */
export function renderMetrics({ counts, totals, exitCode, asOf, workspaces, ruleBook, tool }: BatchSummary, seconds: number | undefined): string {
  const states = (['done', 'unchanged', 'failed'] as const).map((state) => [{ state }, counts[state]] as const)
  return [
    metric('korvaus_batch_info', 'Version of the program and of the rule book.', [[{ version: tool.version, rule_book: ruleBook.version }, 1]]),
    metric('korvaus_batch_exit_code', exitCodeHelp, [[{}, exitCode]]),
    metric('korvaus_batch_as_of_timestamp_seconds', 'Day of the run, midnight UTC.', [[{}, epochDay(asOf) * secondsOfDay]]),
    ...(seconds === undefined ? [] : [metric('korvaus_batch_duration_seconds', 'How long the run took.', [[{}, seconds]])]),
    metric('korvaus_batch_workspaces', 'Workspaces of the run by what became of them.', states),
    metric('korvaus_batch_items', 'Cost items of the run by outcome.', outcomes.map((outcome) => [{ outcome }, totals[outcome]])),
    metric('korvaus_batch_euros', 'Euros of the run by outcome.', outcomes.map((outcome) => [{ outcome }, totals[`${outcome}Amount`]])),
    metric('korvaus_workspace_exit_code', 'Exit code of each workspace.', workspaces.map(({ workspace, exitCode: own }) => [{ workspace }, own])),
  ].join('')
}

/** The same of a run over an inbox. */
export function renderInboxMetrics({ files, exitCode, asOf }: InboxSummary, version: string, seconds: number | undefined): string {
  const totals = sumOf(files.flatMap((one) => one.totals ?? []))
  return [
    metric('korvaus_inbox_info', 'Version of the program.', [[{ version }, 1]]),
    metric('korvaus_inbox_exit_code', exitCodeHelp, [[{}, exitCode]]),
    metric('korvaus_inbox_as_of_timestamp_seconds', 'Day of the run, midnight UTC.', [[{}, epochDay(asOf) * secondsOfDay]]),
    ...(seconds === undefined ? [] : [metric('korvaus_inbox_duration_seconds', 'How long the run took.', [[{}, seconds]])]),
    metric('korvaus_inbox_files', 'Files of the run by what became of them.', (['done', 'failed', 'waiting'] as const).map((state) => [{ state }, files.filter((one) => one.state === state).length] as const)),
    metric('korvaus_inbox_items', 'Cost items of the run by outcome.', outcomes.map((outcome) => [{ outcome }, totals[outcome]])),
    metric('korvaus_inbox_euros', 'Euros of the run by outcome.', outcomes.map((outcome) => [{ outcome }, totals[`${outcome}Amount`]])),
  ].join('')
}

function metric(name: string, help: string, samples: ReadonlyArray<readonly [labels: Readonly<Record<string, string>>, value: number | string]>): string {
  const lines = samples.map(([labels, value]) => {
    const named = Object.entries(labels).map(([key, text]) => `${key}="${escaped(text)}"`)
    return `${name}${named.length === 0 ? '' : `{${named.join(',')}}`} ${value}\n`
  })
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
