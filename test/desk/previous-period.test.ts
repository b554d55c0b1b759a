import { expect, it } from 'vitest'
import { previousPeriod } from '../../src/desk/previous-period.js'
import { parsePeriod, type Period } from '../../src/model/period.js'

it.each([
  ['2026-03', '2026-02'],
  ['2026-01', '2025-12'],
  ['2026-Q1', '2025-Q4'],
  ['2026-Q3', '2026-Q2'],
  ['2026-H1', '2025-H2'],
  ['2026-H2', '2026-H1'],
  ['2026', '2025'],
  ['2026-01-15..2026-02-14', undefined],
])('before %s comes %s', (name, before) => {
  expect(previousPeriod(parsePeriod(name) as Period)?.name).toBe(before)
})
