import { describe, expect, it } from 'vitest'
import type { WalkedAssessment } from '../../src/claim/assess.js'
import { renderJunit } from '../../src/report/junit.js'
import { renderSarif } from '../../src/report/sarif.js'
import { junitFaults } from './junit-schema.js'

const item = { id: 'V-1', outcome: 'review', source: { file: 'log.xlsx', sheet: 'a', row: 2 }, findings: [{ rule: 'DEC-001', effect: 'review', message: 'no decision' }], evidence: 'e' }
const head = { tool: { version: '1.0.0' }, ruleBook: { version: '2026.1', sha256: 'x' }, asOf: '2026-11-23', findings: [] }
const told = () => ({ code: 'internal', exitCode: 70, message: 'a fault <here>' })

/** An assessment that fails after so many items, or at its end. */
function failingAfter(count: number): WalkedAssessment {
  function* items() {
    for (let number = 0; number < count; number++) yield { ...item, id: `V-${number}` }
    throw new Error('midway')
  }
  return { head, items: items(), tail: () => ({}) } as unknown as WalkedAssessment
}

/** All that a format writes before the error goes on. */
function written(pieces: Iterable<string>): string {
  let text = ''
  expect(() => {
    for (const piece of pieces) text += piece
  }).toThrow('midway')
  return text
}

describe.each([0, 1, 50])('a judgement that fails after %i items', (count) => {
  it('leaves a whole SARIF log with what was found and the failure in it', () => {
    const log = JSON.parse(written(renderSarif(failingAfter(count), { rules: [] }, 'en', told))) as { runs: { results: object[]; invocations: object[] }[] }
    expect(log.runs.map(({ results }) => results.length)).toEqual([count])
    expect(log.runs[0]?.invocations).toEqual([{ executionSuccessful: false, exitCode: 70, toolExecutionNotifications: [{ level: 'error', message: { text: 'a fault <here>' }, descriptor: { id: 'internal' } }] }])
  })

  it('leaves a valid JUnit report with what was judged and the failure in it', async () => {
    const report = written(renderJunit(failingAfter(count), told))
    expect(await junitFaults(report)).toEqual([])
    expect(report).toMatch(new RegExp(`^<[?]xml[^]*<testsuites name="korvaus" tests="${count + 1}" failures="${count}" errors="1">`))
  })
})
