import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, isIsoDate } from '../../../src/model/dates.js'
import type { Rule, RuleBook } from '../../../src/rules/book.js'
import { runExamples } from '../../../src/rules/workbench/examples.js'
import { resolveFolder } from '../../../src/rules/resolve-folder.js'

let book: RuleBook
beforeAll(async () => {
  book = await resolveFolder(fileURLToPath(new URL('../../../src/rules/books/2026.1', import.meta.url)))
})

describe('the examples of the book', () => {
  it('show a case that holds and one that fails of every rule', () => {
    const shown = (rule: Rule, expected: string) => rule.examples.some(({ expect: found }) => found === expected)
    expect(book.rules.filter((rule) => !shown(rule, 'holds') || !shown(rule, 'fails')).map(({ rule }) => rule)).toEqual([])
  })

  it('break when an operator of an expression or a value of a parameter is another', () => {
    const toothless = book.rules.flatMap((rule) => alterationsOf(rule).filter(({ altered }) => runExamples({ ...book, rules: [altered] }).every(({ passed }) => passed)).map(({ what }) => `${rule.rule} ${what}`))
    expect(toothless).toEqual([])
  })
})

interface Alteration {
  readonly what: string
  readonly altered: Rule
}

const opposites: readonly (readonly [string, string])[] = [['<=', '>'], ['>=', '<'], ['==', '!='], ['!=', '=='], ['&&', '||'], ['||', '&&'], [' < ', ' >= '], [' > ', ' <= ']]

function alterationsOf(rule: Rule): Alteration[] {
  return [
    ...expressionsOf(rule.applies).map((applies) => ({ what: `applies: ${applies}`, altered: { ...rule, applies } })),
    ...expressionsOf(rule.holds).map((holds) => ({ what: `holds: ${holds}`, altered: { ...rule, holds } })),
    ...Object.entries(rule.let).flatMap(([name, text]) => expressionsOf(text).map((altered) => ({ what: `let ${name}: ${altered}`, altered: { ...rule, let: { ...rule.let, [name]: altered } } }))),
    ...Object.entries(rule.parameters).flatMap(([name, periods]) =>
      periods.flatMap((period, index) =>
        valuesBeside(period.value).map((value) => ({
          what: `parameter ${name} from ${period.from ?? 'the start'}: ${JSON.stringify(value)}`,
          altered: { ...rule, parameters: { ...rule.parameters, [name]: periods.with(index, { ...period, value }) } },
        })),
      ),
    ),
  ]
}

/** The expression with one operator after the other turned into its opposite. */
function expressionsOf(text: string): string[] {
  return opposites.flatMap(([operator, opposite]) => {
    const parts = text.split(operator)
    return parts.slice(1).map((_, index) => [parts.slice(0, index + 1).join(operator), parts.slice(index + 1).join(operator)].join(opposite))
  })
}

type Value = Rule['parameters'][string][number]['value']

/** Values just beside one: a day or a count earlier and later, the other answer, a list with one thing less. */
function valuesBeside(value: Value): Value[] {
  if (typeof value === 'number') return [value - 1, value + 1]
  if (typeof value === 'boolean') return [!value]
  if (Array.isArray(value)) return value.map((_, index) => value.toSpliced(index, 1))
  return isIsoDate(value) ? [addDays(value, -1), addDays(value, 1)] : []
}
