import type { WalkedAssessment } from '../claim/assess.js'

export const linesSchemaName = 'korvaus/assessment-lines/1'

/**
 * An assessment as lines of JSON, each written as soon as it is known, in memory that does not grow with the items: first
 * what it rests on, then each item, then findings about more than one item, the evidence, and at last the totals. Whoever
 * reads them knows by the last line that nothing is missing.
 */
export function* renderNdjson({ head, items, tail }: WalkedAssessment): Generator<string> {
  const { findings, schema: _, ...rest } = head
  yield line({ schema: linesSchemaName, kind: 'assessment', ...rest })
  for (const item of items) yield line({ kind: 'item', ...item })
  for (const finding of findings) yield line({ kind: 'finding', ...finding })
  const { totals, outsidePeriod, evidence } = tail()
  for (const [key, profile] of Object.entries(evidence)) yield line({ kind: 'evidence', key, ...profile })
  yield line({ kind: 'totals', outsidePeriod, ...totals })
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`
}
