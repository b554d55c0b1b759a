import { itemFacts } from '../../model/facts.js'
import { answers, answersPerWord, shiftOf } from './answers.js'
import type { CompiledRule } from './compile-rule.js'
import type { Slots } from './expression/compile.js'
import { makeFunction, Writer, type Site } from './expression/generate.js'
import { integerOf, placesOf, type Layout } from './row.js'

/**
 * Judges its rules for an item, the values of its case, those of its day and those of the claim, and writes the answers
 * into the words, beside those that the day and the case have settled.
 */
export type FusedRules = (item: object, theCase: Slots, day: Slots, claim: Slots, hasCase: boolean, byDay: Int32Array, byCase: Int32Array, words: Int32Array, judge: Asked) => void

/** Who is asked where the code of a rule does not suffice. */
export interface Asked {
  /** All places with the values of the item at hand. */
  row(): Slots
  /** The answer of a rule whose expressions failed. */
  failed(position: number, error: unknown, askAgain: boolean): number
}

/** A rule of a fused function, and the place of its answer in the words. */
export interface FusedRule {
  readonly position: number
  readonly compiled: CompiledRule
  /** Whether its date lets it apply to all that the function judges. */
  readonly dated: boolean
}

/** Where the values of a function's places come from. */
export interface Sources {
  readonly layout: Layout
  /** Places whose values come with each day, in their order. */
  readonly ofDay: readonly number[]
}

/**
 * Writes rules as one function that reads each fact once, so that an item costs one call and not two for each rule. A
 * rule that lacks a fact says so by itself and keeps no other from being judged. The function writes the words from
 * `from` to before `to`.
 */
export function fuseRules(rules: readonly FusedRule[], { from, to }: { readonly from: number; readonly to: number }, sources: Sources): FusedRules {
  const site = new FusedSite(sources)
  const values: unknown[] = []
  const statements = rules.map((rule) => statementOf(rule, site, values))
  const words = Array.from({ length: to - from }, (_, index) => from + index)
  const body = words.map((word) => `a=p[${word}]|e[${word}];\n${statements.filter((_, index) => Math.floor((rules[index] as FusedRule).position / answersPerWord) === word).join('\n')}\nw[${word}]=a;`)
  const code = `return (i,c,d,g,h,p,e,w,j)=>{${site.reads()}let a=0,x=0;\n${body.join('\n')}}`
  return makeFunction('n', code, values, [integerOf]) as FusedRules
}

function statementOf({ position, compiled, dated }: FusedRule, site: FusedSite, values: unknown[]): string {
  const writer = new Writer(compiled.reading, site, values)
  const { applies, holds } = compiled.trees
  const held = `(${writer.write(holds, new Set())}?${answers.held}:${answers.failed})`
  const judged = `(${writer.write(applies, new Set())}?${held}:${answers.condition})`
  const known = compiled.readsCase ? `(h?${judged}:j.failed(${position},undefined,true))` : judged
  const answer = dated ? known : site.afterDate(compiled, known, values)
  return `try{x=${answer}}catch(t){x=j.failed(${position},t,${writer.mayFail})}a|=x<<${shiftOf(position)};`
}

/** The places of a fused function: each that is read becomes a constant at its head. */
class FusedSite implements Site {
  readonly slots = 'j.row()'
  readonly askedAgain = true
  readonly #layout: Layout
  readonly #ofDay: ReadonlyMap<number, number>
  readonly #ofCase: ReadonlyMap<number, number>
  readonly #read = new Map<number, string>()

  constructor({ layout, ofDay }: Sources) {
    this.#layout = layout
    this.#ofDay = new Map(ofDay.map((slot, index) => [slot, index]))
    this.#ofCase = new Map(placesOf(layout, 'case').map((slot, index) => [slot, index]))
  }

  place(slot: number): string {
    if (!this.#read.has(slot)) this.#read.set(slot, this.#readOf(slot))
    return `v${slot}`
  }

  reads(): string {
    return [...this.#read.values()].join('')
  }

  /** The answer of a rule that another date of the item than the service day lets apply. */
  afterDate({ rule: { when }, dateSlot }: CompiledRule, judged: string, values: unknown[]): string {
    const date = this.place(dateSlot as number)
    const constant = (day: string) => `k${values.push(day) - 1}`
    const outside = [...(when?.from === undefined ? [] : [`${date}<${constant(when.from)}`]), ...(when?.to === undefined ? [] : [`${date}>${constant(when.to)}`])]
    return `(${date}===undefined?${answers.noDate}:${outside.length === 0 ? '' : `${outside.join('||')}?${answers.date}:`}${judged})`
  }

  #readOf(slot: number): string {
    const ofCase = this.#ofCase.get(slot)
    const ofDay = this.#ofDay.get(slot)
    if (ofDay !== undefined) return `const v${slot}=d[${ofDay}];`
    if (ofCase !== undefined) return `const v${slot}=c[${ofCase}];`
    const [group = '', key = ''] = (this.#layout.paths[slot] as string).split('.')
    if (ofClaim.has(group)) return `const v${slot}=g[${slot}];`
    if (group !== 'item' || !(key in itemFacts)) return `const v${slot}=undefined;`
    return itemFacts[key as keyof typeof itemFacts].type === 'count' ? `const v${slot}=i.${key}===undefined?undefined:n(i.${key});` : `const v${slot}=i.${key};`
  }
}

/** Groups of facts that are the same for all items of a claim. */
const ofClaim = new Set(['claimant', 'claim', 'policy'])
