import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../src/model/columns.js'
import { factSpecs, factsSchema, type FactSpec, type FactsJson } from '../../src/model/facts.js'

describe('facts', () => {
  it('point only to columns that the service log has', () => {
    const keys = new Set(Object.values(columnsOf).flat().map((column) => column.key))
    const pointed = Object.values(factSpecs).flatMap((group) => Object.values(group) as FactSpec[]).flatMap((spec) => spec.column ?? [])
    expect(pointed.filter((key) => !keys.has(key))).toEqual([])
  })

  it('read cents from text and write them back the same', () => {
    const json = example({ deductions: '12.05' })
    const facts = z.decode(factsSchema, json)
    expect(facts.items[0]?.deductions).toBe(1205n)
    expect(z.encode(factsSchema, facts)).toEqual(json)
  })

  it('refuse unknown keys and amounts with other decimals', () => {
    expect(z.safeDecode(factsSchema, example({ surprise: 1 })).success).toBe(false)
    expect(z.safeDecode(factsSchema, example({ deductions: '12.5' })).success).toBe(false)
  })
})

function example(item: Record<string, unknown>): FactsJson {
  return {
    claimant: always('claimant', {}),
    claim: always('claim', { asOf: '2026-11-23' }),
    policy: {},
    cases: [],
    items: [always('item', item)],
  }
}

function always(group: keyof typeof factSpecs, given: Record<string, unknown>): Record<string, unknown> {
  const neutral = { text: 'x', date: '2026-01-01', cents: '0.00', count: 0, 'yes-no': false, list: [] }
  const specs: [string, FactSpec][] = Object.entries(factSpecs[group])
  return { ...Object.fromEntries(specs.filter(([, spec]) => spec.always).map(([key, spec]) => [key, neutral[spec.type]])), ...given }
}
