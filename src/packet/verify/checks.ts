import { differenceKinds, type Difference, type DifferenceKind } from './difference.js'

/** Why a check did not run, or proves nothing to whoever verifies. */
export const notRunReasons = ['no-source', 'no-register', 'no-key', 'unsigned', 'no-annex', 'no-identity', 'unreadable'] as const
export type NotRunReason = (typeof notRunReasons)[number]

/** What became of one kind of proof; a check that did not run is never one that passed. */
export interface Check {
  readonly kind: DifferenceKind
  readonly result: 'passed' | 'failed' | 'unproven' | 'not-run'
  readonly because?: NotRunReason
}

/** What was there to check by. */
export interface CheckedBy {
  /** Whether the packet's content could be read, and its manifest. */
  readonly content: boolean
  readonly manifest: boolean
  readonly source: boolean
  readonly register: boolean
  readonly annex: boolean
}

const ofContent = new Set<DifferenceKind>(['content', 'rule-book', 'tool', 'clock', 'judgement', 'totals', 'rendering'])

/** Each kind of proof with its result. */
export function checksOf(found: readonly Difference[], by: CheckedBy): Check[] {
  return differenceKinds.map((kind): Check => {
    const own = found.filter((one) => one.kind === kind)
    if (own.some(({ standing }) => standing === 'difference')) return { kind, result: 'failed' }
    if (own.some(({ standing }) => standing === 'unproven')) return { kind, result: 'unproven' }
    const because = notRun(kind, own, by)
    return because === undefined ? { kind, result: 'passed' } : { kind, result: 'not-run', because }
  })
}

function notRun(kind: DifferenceKind, own: readonly Difference[], by: CheckedBy): NotRunReason | undefined {
  const isNoted = (code: Difference['code']) => own.some((one) => one.code === code)
  if (kind === 'signature') return isNoted('signature-missing') ? 'unsigned' : isNoted('signature-unchecked') ? 'no-key' : by.manifest ? undefined : 'unreadable'
  if (kind === 'seal') return isNoted('seal-unopened') ? 'no-identity' : by.annex ? undefined : 'no-annex'
  if (kind === 'register') return by.register ? undefined : 'no-register'
  if (kind === 'input') return by.source ? undefined : 'no-source'
  if (kind === 'hash' && !by.manifest) return 'unreadable'
  return ofContent.has(kind) && !by.content ? 'unreadable' : undefined
}
