import { describe, expect, it } from 'vitest'
import type { Policy, Rule } from '../../src/rules/book.js'
import { compileRule } from '../../src/rules/engine/compile-rule.js'
import { ownKeys, ownValue } from '../../src/model/own-keys.js'
import { fill } from '../../src/templates/fill.js'

const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf']
const text = (words: string) => ({ fi: words, sv: words, en: words })
const ruleWith = (more: Partial<Rule>) => ({ rule: 'X-001', title: text('Title'), effect: 'reject', applies: 'true', let: {}, parameters: {}, basis: [], message: text('Message'), remedy: text('Remedy'), examples: [], checkedOn: '2026-01-01', policies: [], ...more }) as unknown as Rule

describe('a key that comes from outside', () => {
  it('has a value only where somebody gave it one', () => {
    for (const name of [...names, '__proto__']) {
      expect([ownValue({}, name), ownKeys()[name], fill(`{${name}}`, {})]).toEqual([undefined, undefined, `{${name}}`])
      expect(ownValue(ownKeys([[name, 1]]), name)).toBe(1)
    }
  })

  it('may be the name of a parameter, whose value a rule then reads', () => {
    for (const name of names) {
      const compiled = compileRule(ruleWith({ parameters: { [name]: [{ value: 3 }] } as never, holds: `${name} == 3` }), [] as Policy[])
      if ('problems' in compiled) throw new Error(JSON.stringify(compiled.problems))
      expect([name, compiled.holds([])]).toEqual([name, true])
    }
  })

  it('may be the name of a value that a rule computes', () => {
    for (const name of names) {
      const compiled = compileRule(ruleWith({ let: { [name]: '1 + 2' } as never, holds: `${name} == 3` }), [] as Policy[])
      if ('problems' in compiled) throw new Error(JSON.stringify(compiled.problems))
      expect([name, compiled.holds([])]).toEqual([name, true])
    }
  })
})
