import fc from 'fast-check'

/** One cost of a life: whose it is, on which day of which month, of how many cents, under which decision. */
export interface LifeCost {
  readonly client: number
  readonly month: 2 | 3
  readonly day: number
  readonly cents: number
  readonly flaw: 'none' | 'no-decision' | 'own-work'
}

/** What is done to a workspace, one thing after the other; places are counted round the costs that there are. */
export type LifeStep =
  | { readonly kind: 'prepare' | 'file'; readonly month: 2 | 3 }
  | { readonly kind: 'edit'; readonly place: number; readonly cents: number }
  | { readonly kind: 'delete' | 'repeat-id'; readonly place: number }
  | { readonly kind: 'late-bill'; readonly cost: LifeCost }
  | { readonly kind: 'move-day'; readonly place: number; readonly day: number }
  | { readonly kind: 'sort' }
  | { readonly kind: 'sign' }

/** A small workspace, and what becomes of it. */
export interface Life {
  readonly language: 'fi' | 'sv' | 'en'
  readonly pseudonyms: boolean
  readonly protectedClient: boolean
  readonly twoRowDecisions: boolean
  readonly mapped: boolean
  readonly book: '2026.1' | '2026.3' | '2026.5'
  readonly costs: readonly LifeCost[]
  readonly steps: readonly LifeStep[]
}

const cost: fc.Arbitrary<LifeCost> = fc.record({ client: fc.integer({ min: 0, max: 2 }), month: fc.constantFrom(2, 3), day: fc.integer({ min: 1, max: 28 }), cents: fc.integer({ min: 1000, max: 99_999 }), flaw: fc.constantFrom('none', 'none', 'none', 'no-decision', 'own-work') })
const month = fc.constantFrom(2 as const, 3 as const)
const place = fc.nat({ max: 20 })
const step: fc.Arbitrary<LifeStep> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('prepare' as const, 'file' as const), month }) },
  fc.record({ kind: fc.constant('edit' as const), place, cents: fc.integer({ min: 1000, max: 99_999 }) }),
  fc.record({ kind: fc.constantFrom('delete' as const, 'repeat-id' as const), place }),
  fc.record({ kind: fc.constant('late-bill' as const), cost }),
  fc.record({ kind: fc.constant('move-day' as const), place, day: fc.integer({ min: 1, max: 28 }) }),
  fc.record({ kind: fc.constantFrom('sort' as const, 'sign' as const) }),
)

/** Lives that fast-check can make, repeat by their seed and make shorter. */
export const lives: fc.Arbitrary<Life> = fc.record({
  language: fc.constantFrom('fi', 'sv', 'en'),
  pseudonyms: fc.boolean(),
  protectedClient: fc.boolean(),
  twoRowDecisions: fc.boolean(),
  mapped: fc.boolean(),
  book: fc.constantFrom('2026.1', '2026.3', '2026.5'),
  costs: fc.array(cost, { minLength: 1, maxLength: 6 }),
  steps: fc.array(step, { minLength: 1, maxLength: 6 }),
})
