import type { Language } from '../model/language.js'
import { outcomeNames } from '../model/value-names.js'
import { escapeXml } from '../formats/xml.js'
import type { DropResult, InboxSummary } from './inbox.js'
import type { BatchSummary, SummaryRow } from './summary.js'

/** JUnit's XML: one case for each workspace, failing where something needs a person, in error where it could not be judged. */
export function renderSummaryJunit({ workspaces, asOf, runId }: BatchSummary, language: Language): string {
  return suite('batch', { asOf, runId }, workspaces.map((row) => ({ ...row, name: row.workspace })), language)
}

/** The same for each file of an inbox; one that waits for the next run is skipped. */
export function renderInboxJunit({ files, asOf }: InboxSummary, language: Language): string {
  return suite('inbox', { asOf }, files.map((row) => ({ ...row, name: row.file })), language)
}

type Row = { readonly name: string; readonly state: SummaryRow['state'] | DropResult['state'] } & Pick<SummaryRow, 'exitCode' | 'totals' | 'findings' | 'error'>

function suite(name: string, properties: Readonly<Record<string, string>>, rows: readonly Row[], language: Language): string {
  const count = (counted: (row: Row) => boolean) => rows.filter(counted).length
  const counts = `tests="${rows.length}" failures="${count(needsPerson)}" errors="${count(({ state }) => state === 'failed')}"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="korvaus ${name}" ${counts}>
  <testsuite name="korvaus ${name}" ${counts} skipped="${count(({ state }) => state === 'waiting')}">
    <properties>${Object.entries(properties).map(([key, value]) => `<property name="${key}" value="${escapeXml(value)}"/>`).join('')}</properties>
${rows.map((row) => testCase(name, row, language)).join('\n')}
  </testsuite>
</testsuites>
`
}

function needsPerson({ state, exitCode }: Row): boolean {
  return (state === 'done' || state === 'unchanged') && exitCode !== 0
}

function testCase(suiteName: string, row: Row, language: Language): string {
  const head = `    <testcase classname="korvaus.${suiteName}" name="${escapeXml(row.name)}"`
  const said = row.error?.message ?? (row.totals === undefined ? '' : `${outcomeNames.rejected[language]}: ${row.totals.rejected}, ${outcomeNames.review[language]}: ${row.totals.review}`)
  if (row.state === 'failed') return `${head}><error type="${escapeXml(row.error?.code ?? '')}" message="${escapeXml(said)}"/></testcase>`
  if (row.state === 'waiting') return `${head}><skipped message="${escapeXml(said)}"/></testcase>`
  if (needsPerson(row)) return `${head}><failure type="${escapeXml(row.error?.code ?? 'attention')}" message="${escapeXml(said)}">${escapeXml(Object.entries(row.findings ?? {}).map(([rule, items]) => `${rule}: ${items}`).join('\n'))}</failure></testcase>`
  return `${head}/>`
}
