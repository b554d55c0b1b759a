import type { Step } from './day-plan.js'
import { Lacking, type Slots } from './expression/compile.js'
import { Writer } from './expression/generate.js'
import { lackingFrom, verdicts, type Verdict } from './verdict.js'

/** Judges all its rules for the facts in the row, and writes their verdicts by the index of the rule. */
export type FusedRules = (slots: Slots, found: Uint16Array, hasCase: boolean) => void

/**
 * Writes the rules of some steps as one function, so that an item costs one call and not two for each rule. A rule that
 * lacks a fact says so by itself and keeps no other from being judged. `valueSlot` stands for a value out of bounds.
 */
export function fuseRules(steps: readonly Step[], valueSlot: number): FusedRules {
  const values: unknown[] = []
  const statements = steps.map(({ index, compiled }) => {
    const writer = new Writer(compiled.reading, values)
    const { applies, holds } = compiled.trees
    const held = `(${writer.write(holds, new Set())}?${verdicts.held}:${verdicts.failed})`
    const judged = `(${writer.write(applies, new Set())}?${held}:${verdicts.condition})`
    return `try{f[${index}]=${compiled.readsCase ? `h?${judged}:${verdicts.noCase}` : judged}}catch(e){f[${index}]=c(e)}`
  })
  // oxlint-disable-next-line no-implied-eval, no-new-func -- the code holds place numbers and operators, never a text
  const make = new Function('k', 'l', 'c', `"use strict"; return (s, f, h) => { ${statements.join('\n')} }`) as (values: unknown[], lack: unknown, caught: (error: unknown) => Verdict) => FusedRules
  return make(values, Writer.lack, caught)

  function caught(error: unknown): Verdict {
    if (error instanceof Lacking) return lackingFrom + error.slot
    if (error instanceof RangeError) return lackingFrom + valueSlot
    throw error
  }
}
