import { withoutIdentifiers } from '../../model/identifiers.js'

/** What a difference is about, as a person asks: which of them is not what it was? */
export const differenceKinds = ['files', 'hash', 'signature', 'seal', 'content', 'input', 'rule-book', 'tool', 'clock', 'judgement', 'totals', 'rendering', 'register'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** Every way in which a packet can differ from what it claims to be, with the values that the text names. */
export interface DifferenceValues {
  'file-missing': { file: string }
  'file-added': { file: string }
  'file-not-plain': { file: string }
  'entry-twice': { file: string }
  'entry-outside': { file: string }
  'entry-differs': { file: string }
  'zip-damaged': { reason: string }
  'zip-hidden': { bytes: string }
  'too-large': { file: string }
  'file-changed': { file: string }
  'file-length': { file: string }
  'manifest-unreadable': { problem: string }
  'manifest-lists-twice': { file: string }
  'manifest-lists-other': { file: string }
  'hash-list-differs': { file: string }
  'not-canonical': { file: string }
  'content-unreadable': { file: string; problem: string }
  'manifest-differs': { key: string }
  'tool-differs': { file: string; version: string; other: string }
  'tool-unknown': { version: string; own: string }
  'tool-other': { version: string; own: string }
  'tool-too-old': { version: string; what: string; since: string }
  'clock-differs': { file: string; date: string; other: string }
  'book-differs': { file: string }
  'book-invalid': { problem: string }
  'book-altered': { version: string; rules: string }
  'book-unknown': { version: string }
  'input-differs': { path: string }
  'input-missing': { path: string }
  'input-added': { path: string }
  'inputs-not-compared': Record<string, never>
  'workspace-not-compared': { part: string; reason: string }
  'source-item': { item: string; keys: string }
  'source-case': { case: string; keys: string }
  'source-decision': { decision: string; keys: string }
  'source-findings': { item: string; packet: string; own: string }
  'source-review': { item: string; rule: string }
  'source-missing': { item: string }
  'source-unclaimed': { item: string }
  'claim-differs': { key: string }
  'details-differ': { item: string; key: string }
  'decision-missing': { item: string; decision: string }
  'items-differ': { item: string }
  'item-twice': { item: string }
  'items-reordered': { file: string }
  'item-outcome': { item: string; packet: string; judged: string }
  'item-amount': { item: string; packet: string; judged: string }
  'item-law': { item: string; packet: string; judged: string }
  'item-findings': { item: string; packet: string; judged: string }
  'item-words': { item: string; rule: string }
  'item-review': { item: string; rule: string }
  'evidence-differs': { item: string }
  'general-findings': { rule: string }
  'claimed-differs': { item: string }
  'claimed-reordered': Record<string, never>
  'total-differs': { name: string; packet: string; judged: string }
  'cannot-judge': { problem: string }
  'rendering-differs': { file: string }
  'attachment-differs': { file: string }
  'form-not-compared': { file: string; version: string }
  'rendering-not-compared': { file: string; version: string }
  'signature-missing': Record<string, never>
  'signature-wrong': Record<string, never>
  'signature-other-key': Record<string, never>
  'signature-not-claims': Record<string, never>
  'signature-not-workspaces': { key: string }
  'register-differs': { number: string }
  'signature-malformed': Record<string, never>
  'signature-unchecked': { key: string }
  'seal-unlisted': Record<string, never>
  'seal-damaged': Record<string, never>
  'seal-unopened': Record<string, never>
  'seal-closed': Record<string, never>
  'seal-changed': Record<string, never>
}
export type DifferenceCode = keyof DifferenceValues

/** A `difference` fails the packet; what is `unproven` was not compared, and so is no success; a `note` is worth knowing. */
export type Standing = 'difference' | 'unproven' | 'note'

/** One named thing that was found of a packet. */
export interface Difference {
  readonly code: DifferenceCode
  readonly kind: DifferenceKind
  readonly values: Readonly<Record<string, string>>
  readonly standing: Standing
}

const kinds: Record<DifferenceCode, DifferenceKind> = {
  'file-missing': 'files',
  'file-added': 'files',
  'file-not-plain': 'files',
  'entry-twice': 'files',
  'entry-outside': 'files',
  'entry-differs': 'files',
  'zip-damaged': 'files',
  'zip-hidden': 'files',
  'too-large': 'files',
  'file-changed': 'hash',
  'file-length': 'hash',
  'manifest-unreadable': 'hash',
  'manifest-lists-twice': 'hash',
  'manifest-lists-other': 'files',
  'hash-list-differs': 'hash',
  'not-canonical': 'content',
  'content-unreadable': 'content',
  'manifest-differs': 'content',
  'tool-differs': 'tool',
  'tool-unknown': 'tool',
  'tool-other': 'tool',
  'tool-too-old': 'tool',
  'clock-differs': 'clock',
  'book-differs': 'rule-book',
  'book-invalid': 'rule-book',
  'book-altered': 'rule-book',
  'book-unknown': 'rule-book',
  'inputs-not-compared': 'input',
  'workspace-not-compared': 'register',
  'input-differs': 'input',
  'input-missing': 'input',
  'input-added': 'input',
  'source-item': 'input',
  'source-case': 'input',
  'source-decision': 'input',
  'source-findings': 'input',
  'source-review': 'input',
  'source-missing': 'input',
  'source-unclaimed': 'input',
  'claim-differs': 'content',
  'details-differ': 'content',
  'decision-missing': 'content',
  'items-differ': 'content',
  'item-twice': 'content',
  'items-reordered': 'content',
  'item-outcome': 'judgement',
  'item-amount': 'judgement',
  'item-law': 'judgement',
  'item-findings': 'judgement',
  'item-words': 'judgement',
  'item-review': 'judgement',
  'evidence-differs': 'judgement',
  'general-findings': 'judgement',
  'claimed-differs': 'judgement',
  'claimed-reordered': 'content',
  'total-differs': 'totals',
  'cannot-judge': 'judgement',
  'rendering-differs': 'rendering',
  'attachment-differs': 'rendering',
  'form-not-compared': 'rendering',
  'rendering-not-compared': 'rendering',
  'signature-missing': 'signature',
  'signature-wrong': 'signature',
  'signature-other-key': 'signature',
  'signature-not-claims': 'signature',
  'signature-not-workspaces': 'signature',
  'register-differs': 'register',
  'signature-malformed': 'signature',
  'signature-unchecked': 'signature',
  'seal-unlisted': 'seal',
  'seal-damaged': 'seal',
  'seal-unopened': 'seal',
  'seal-closed': 'seal',
  'seal-changed': 'seal',
}

/** A difference that fails the packet. */
export function differs<Code extends DifferenceCode>(code: Code, values: DifferenceValues[Code]): Difference {
  return { code, kind: kinds[code], values: shown(values), standing: 'difference' }
}

/** Something that could not be compared: it may be right, but nobody has proven it. */
export function unproven<Code extends DifferenceCode>(code: Code, values: DifferenceValues[Code]): Difference {
  return { ...differs(code, values), standing: 'unproven' }
}

/** Something worth knowing about a packet that may be in order. */
export function noted<Code extends DifferenceCode>(code: Code, values: DifferenceValues[Code]): Difference {
  return { ...differs(code, values), standing: 'note' }
}

/** What a stranger wrote is shown without identifiers, control characters or length. */
function shown(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, withoutIdentifiers(String(value)).replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD').slice(0, 200)]))
}
