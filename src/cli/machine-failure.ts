import { failedInvocation, sarifEnd, sarifHead, type ToldFailure } from '../report/sarif.js'
import { errorCase } from '../report/junit.js'
import { toolVersion } from '../version.js'
import type { Format } from './formats.js'

/**
 * A whole document of a format that says that the command failed; of lines that were begun, their last one. Nothing for
 * people's text, and nothing where another document stands already.
 */
export function failureDocument(format: Format | undefined, { exitCode, ...error }: ToldFailure, isBegun: boolean): string {
  if (format === 'ndjson') return `${JSON.stringify(isBegun ? { kind: 'failure', exitCode, error } : { ...failureHead, kind: 'failure', exitCode, error })}\n`
  if (isBegun) return ''
  if (format === 'json') return `${JSON.stringify({ ...failureHead, exitCode, error }, null, 2)}\n`
  if (format === 'sarif') return `${sarifHead}${JSON.stringify(failedRun({ exitCode, ...error }))}${sarifEnd}`
  if (format === 'junit') return failedSuite(error)
  return ''
}

const failureHead = { schema: 'korvaus/failure/1', tool: { version: toolVersion } }

function failedRun(failure: ToldFailure): object {
  return { tool: { driver: { name: 'korvaus', version: toolVersion } }, results: [], invocations: [failedInvocation(failure)] }
}

function failedSuite(error: Omit<ToldFailure, 'exitCode'>): string {
  const counts = 'tests="1" failures="0" errors="1"'
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="korvaus" ${counts}>
<testsuite name="korvaus" ${counts} skipped="0">
${errorCase(error)}</testsuite>
</testsuites>
`
}
