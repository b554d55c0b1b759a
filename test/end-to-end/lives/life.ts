import fc from 'fast-check'

/** One cost of a life: whose it is, on which day of which month, of how many cents, and what is wrong with it. */
export interface LifeCost {
  readonly client: number
  readonly month: 2 | 3
  readonly day: number
  readonly cents: number
  readonly flaw: 'none' | 'no-decision' | 'own-work' | 'identity-in-text'
}

/** What is done to a workspace, one thing after the other; places are counted round the costs that there are. */
export type LifeStep =
  | { readonly kind: 'prepare'; readonly month: 2 | 3 }
  | { readonly kind: 'file' | 'decide' | 'deny' | 'pay' | 'withdraw' }
  | { readonly kind: 'edit'; readonly place: number; readonly cents: number }
  | { readonly kind: 'delete' | 'repeat-id' | 'credit' | 'twin'; readonly place: number }
  | { readonly kind: 'answer'; readonly place: number; readonly answer: 'accept' | 'leave-out' | 'reopen' }
  | { readonly kind: 'late-bill'; readonly cost: LifeCost }
  | { readonly kind: 'move-day'; readonly place: number; readonly day: number }
  | { readonly kind: 'sort' | 'sign' | 'seal' }

export const lifeClaimants = ['municipality', 'wellbeing-services-county', 'city-of-helsinki', 'aland-municipality', 'aland-health-authority', 'hus'] as const

/** A small workspace, and what becomes of it. */
export interface Life {
  readonly claimant: (typeof lifeClaimants)[number]
  readonly language: 'fi' | 'sv' | 'en'
  readonly files: 'csv' | 'xlsx' | 'ods'
  readonly mapped: boolean
  readonly joined: boolean
  readonly pseudonyms: boolean
  readonly protectedClient: boolean
  readonly movedClient: boolean
  readonly twoRowDecisions: boolean
  readonly book: string
  readonly register: 'sqlite' | 'postgres'
  readonly costs: readonly LifeCost[]
  readonly steps: readonly LifeStep[]
}

const books = ['2026.1', '2026.2', '2026.3', '2026.4', '2026.5', '2026.6'] as const
const cents = fc.integer({ min: 1000, max: 99_999 })
const day = fc.integer({ min: 1, max: 28 })
const month = fc.constantFrom(2 as const, 3 as const)
const place = fc.nat({ max: 20 })
const flaw = fc.constantFrom('none' as const, 'none' as const, 'none' as const, 'no-decision' as const, 'own-work' as const, 'identity-in-text' as const)
const cost: fc.Arbitrary<LifeCost> = fc.record({ client: fc.nat({ max: 2 }), month, day, cents, flaw })
const step: fc.Arbitrary<LifeStep> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('prepare' as const), month }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('file' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('decide' as const, 'deny' as const, 'pay' as const, 'withdraw' as const) }) },
  fc.record({ kind: fc.constant('edit' as const), place, cents }),
  fc.record({ kind: fc.constantFrom('delete' as const, 'repeat-id' as const, 'credit' as const, 'twin' as const), place }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('answer' as const), place, answer: fc.constantFrom('accept' as const, 'accept' as const, 'leave-out' as const, 'reopen' as const) }) },
  fc.record({ kind: fc.constant('late-bill' as const), cost }),
  fc.record({ kind: fc.constant('move-day' as const), place, day }),
  fc.record({ kind: fc.constantFrom('sort' as const, 'sign' as const, 'seal' as const) }),
)
const seldom = fc.integer({ min: 0, max: 3 }).map((number) => number === 0)

const life: fc.Arbitrary<Life> = fc.record({
  claimant: fc.oneof({ weight: 2, arbitrary: fc.constant('wellbeing-services-county' as const) }, { weight: 3, arbitrary: fc.constantFrom(...lifeClaimants) }),
  language: fc.constantFrom('fi', 'sv', 'en'),
  files: fc.constantFrom('csv', 'xlsx', 'ods'),
  mapped: fc.boolean(),
  joined: seldom,
  pseudonyms: seldom,
  protectedClient: fc.boolean(),
  movedClient: seldom,
  twoRowDecisions: seldom,
  book: fc.constantFrom(...books),
  register: seldom.map((is) => (is ? ('postgres' as const) : ('sqlite' as const))),
  costs: fc.array(cost, { minLength: 1, maxLength: 4 }),
  steps: fc.array(step, { minLength: 2, maxLength: 6 }),
})

/** The life of a seed, always the same. */
export function lifeOf(seed: number): Life {
  const [one] = fc.sample(life, { seed, numRuns: 1 })
  return one as Life
}
