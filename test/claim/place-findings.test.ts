import { expect, test } from 'vitest'
import { withPlaceFindings } from '../../src/claim/place-findings.js'
import type { Residence, ServiceLog } from '../../src/model/service-log.js'
import { loadRuleBook } from '../../src/rules/load-book.js'

const { tables } = await loadRuleBook({ version: '2026.5' })

test.each([
  ['Kuopio 297', []],
  ['Kuopio 091', [['SRC-051', 'reject', 'A-1', 'B2', undefined]]],
  ['Kuopoi', [['SRC-052', 'note', 'A-1', 'B2', 'Kuopio']]],
  ['Atlantis', []],
])('a residence in “%s” is said at its own cell', (municipality, expected) => {
  const source = { row: 2, table: { file: 'kotikunnat.csv', sheet: '', kind: 'residences' as const, columns: { municipality: 'B' } } }
  const residence: Residence = { case: 'A-1', municipality, from: '2025-12-01', source, unreadable: [] }
  const log = { residences: [residence], findings: [] } as unknown as ServiceLog
  expect(withPlaceFindings(log, tables).findings.map(({ rule, effect, case: theCase, at, values }) => [rule, effect, theCase, at.cell, values.name])).toEqual(expected)
})
