import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkExpression, evaluateByLibrary, type Names } from '../../../../src/rules/engine/expression/cel.js'
import { createLayout, createRow } from '../../../../src/rules/engine/row.js'
import { compileExpression, Lacking, type Compiled } from '../../../../src/rules/engine/expression/compile.js'
import { generateFunction } from '../../../../src/rules/engine/expression/generate.js'

const names: Names = {
  plain: { years: 'int' },
  groups: { item: { day: 'string', net: 'int', gross: 'int', listed: 'bool', codes: 'list<string>' } },
}
const leaves = {
  int: fc.constantFrom('item.net', 'item.gross', 'years', '0', '7', '-3', 'size(item.codes)', 'yearOf(item.day)'),
  string: fc.constantFrom('item.day', '"2024-02-29"', '"b"', 'addDays(item.day, 1)', 'endOfYear(item.day)', 'min(item.day, "2025-01-01")'),
  bool: fc.constantFrom('item.listed', 'true', 'false', 'has(item.net)', '"a" in item.codes', 'item.codes.exists(c, c == "b")', 'item.codes.all(c, c.startsWith("a"))'),
}
const { bool } = fc.letrec<{ int: string; bool: string }>((tie) => ({
  int: fc.oneof({ depthSize: 'small' }, leaves.int, fc.tuple(tie('int'), fc.constantFrom('+', '-', '*'), tie('int')).map(([left, operator, right]) => `(${left} ${operator} ${right})`), fc.tuple(tie('bool'), tie('int'), tie('int')).map(([test, yes, no]) => `(${test} ? ${yes} : ${no})`), tie('int').map((one) => `abs(${one})`)),
  bool: fc.oneof(
    { depthSize: 'small' },
    leaves.bool,
    fc.tuple(tie('int'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('int')).map((parts) => `(${parts.join(' ')})`),
    fc.tuple(leaves.string, fc.constantFrom('<', '<=', '==', '!='), leaves.string).map((parts) => `(${parts.join(' ')})`),
    fc.tuple(tie('bool'), fc.constantFrom('&&', '||'), tie('bool')).map((parts) => `(${parts.join(' ')})`),
    tie('bool').map((one) => `!(${one})`),
  ),
}))
const facts = fc.record(
  { day: fc.constantFrom('2023-12-31', '2024-02-29', '2026-07-01'), net: fc.bigInt({ min: -99n, max: 99n }), gross: fc.bigInt({ min: -99n, max: 99n }), listed: fc.boolean(), codes: fc.array(fc.constantFrom('a', 'b', 'abc'), { maxLength: 3 }) },
  { requiredKeys: ['day', 'listed', 'codes'] },
)

describe('compiled expressions', () => {
  it("agree with the library's own evaluator on generated expressions and facts, as closures and as generated code", () => {
    let compared = 0
    fc.assert(fc.property(bool, facts, fc.bigInt({ min: 0n, max: 9n }), (text, item, years) => {
      const checked = checkExpression(text, names)
      if ('problem' in checked) throw new Error(`${text}: ${checked.problem.en}`)
      compared += 1
      const expected = theirs(text, { item, years })
      expect(ours(compileExpression, checked.tree, item, years)).toEqual(expected)
      expect(ours(generateFunction, checked.tree, item, years)).toEqual(expected)
    }), { seed: 4, numRuns: 3000 })
    expect(compared).toBeGreaterThanOrEqual(3000)
  })

  it.each([
    ['item.nett > 1', 'no such fact: nett', 5], ['item.net > "a"', 'int > string', 0], ['item.net >', 'ends too early', 10], ['surprise(1)', 'surprise', 0], ['item.net == 1.5', 'int == double', 0], ['item.net # 1', 'unexpected: #', 9], ['patience > 1', 'unknown name: patience', 0], ['item.net > 1 ? 1 : "a"', 'same type: int, string', 0], ['[1, "a"] == [1]', 'same type: int, string', 0], ['(item.net > 1', 'ends too early', 13], ['{"a": 1}', 'maxMapEntries', 0], ['has(1)', 'invalid_macro_argument', 0],
  ])('name the problem of %j and its place', (text, problem, offset) => {
    const checked = checkExpression(text, names)
    expect(checked).toMatchObject({ problem: { en: expect.stringContaining(problem) }, offset: expect.any(Number) })
    expect('problem' in checked ? new Set(Object.values(checked.problem)).size : 0).toBe(3)
    if (offset > 0) expect(checked).toMatchObject({ offset })
  })

  it('bound the size of what they parse', () => {
    const deep = `${'('.repeat(60)}true${')'.repeat(60)}`
    const wide = Array.from({ length: 300 }, () => 'true').join(' && ')
    expect([deep, wide].map((text) => 'problem' in checkExpression(text, names))).toEqual([true, true])
  })
})

function ours(compile: typeof compileExpression, tree: Parameters<typeof compileExpression>[0], item: Record<string, unknown>, years: bigint): unknown {
  const layout = createLayout()
  const compiled = compile(tree, { fact: layout.slotOf, name: () => (() => years) as Compiled, parameter: () => ({ value: years }) })
  const row = createRow(layout)
  row.fill('item', item)
  try {
    return compiled(row.slots)
  } catch (error) {
    if (error instanceof Lacking) return 'lacking'
    throw error
  }
}

function theirs(text: string, values: Record<string, unknown>): unknown {
  try {
    return evaluateByLibrary(text, names, values)
  } catch {
    return 'lacking'
  }
}
