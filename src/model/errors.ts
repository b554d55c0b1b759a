import type { Language, Localized } from './language.js'

/** Exit codes, the same for every command. */
export const exitCodes = {
  /** Nothing needs a person. */
  done: 0,
  /** Items are rejected, in review or left out. */
  attention: 1,
  /** Wrong usage or configuration. */
  usage: 2,
  /** An input cannot be read. */
  input: 3,
  /** A packet does not verify. */
  packet: 4,
  /** The register is busy or in conflict. */
  register: 5,
  /** The disk is full or failing. */
  disk: 6,
  /** Our own fault. */
  internal: 70,
  /** Stopped by SIGHUP: the terminal or the connection is gone. */
  hungUp: 129,
  /** Stopped by SIGINT (Ctrl-C). */
  interrupted: 130,
  /** Stopped by SIGTERM. */
  terminated: 143,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** What may be wrong with a file that people write, or with the bytes of one; texts: `templates/error-reasons`. */
export type ReasonCode =
  | 'missing' | 'choose-one' | 'needs-text' | 'needs-number' | 'needs-count' | 'needs-yes-no' | 'needs-list' | 'needs-keys' | 'too-long' | 'no-aliases' | 'yaml' | 'yaml-tab' | 'yaml-indent' | 'yaml-duplicate' | 'yaml-quote' | 'leads-out' | 'register-scheme' | 'no-plain-file' | 'no-folder' | 'too-wide' | 'iban-wrong' | 'known-are' | 'not-euros' | 'days-reversed' | 'rates-overlap' | 'rates-gap' | 'not-a-period'
  | 'no-column' | 'no-date-form' | 'join-without-source' | 'not-utf-8' | 'tag-malformed' | 'sheet-without-part' | 'encoding-unknown' | 'fingerprint-key'
  | 'part-cut' | 'tag-nameless' | 'end-without-start' | 'tag-endless' | 'own-entities' | 'row-number' | 'rows-unordered' | 'cell-address' | 'cells-share' | 'zip-directory' | 'zip-twice' | 'zip-entry'
  | 'zip-compression' | 'zip-cut' | 'zip-size' | 'end-missing' | 'zip-unpack' | 'zip-checksum' | 'truth-value' | 'cell-kind' | 'shared-text' | 'limit-cell' | 'limit-row' | 'limit-rows' | 'limit-joined'
  | 'limit-texts' | 'limit-columns' | 'limit-sheets' | 'limit-merges' | 'limit-parts' | 'limit-repeated' | 'not-a-date' | 'item-or-category'

/** Why something will not do: a sign that is the same in every language (a code of the system, a list of keys), a text in each, or a reason of the catalogue with its values. */
export type Reason = string | WordedReason

/** A reason that is said in words, and so in three languages. */
export type WordedReason = Localized | { readonly reason: ReasonCode; readonly [value: string]: string }

/**
 * What can stop a command, with the values that its message names. Values hold no facts of persons: a path, a key, a
 * sheet, a line, never a cell's text that could identify somebody. Texts: `templates/errors/`.
 */
export interface ErrorValues {
  'workspace-not-found': { folder: string }
  'working-folder-gone': Record<string, never>
  'config-unreadable': { path: string; line: string; column: string; reason: Reason }
  'config-invalid': { path: string; line: string; column: string; key: string; reason: Reason }
  'no-inputs': { path: string }
  'input-missing': { path: string }
  'input-not-spreadsheet': { path: string; kind: string }
  'input-encrypted': { path: string }
  'input-legacy-xls': { path: string }
  'input-damaged': { path: string; reason: WordedReason }
  'csv-quote': { path: string; row: string }
  'input-too-large': { path: string; limit: Reason }
  'input-empty': { path: string }
  'input-unreadable': { path: string; reason: string }
  'input-no-file': { path: string }
  'input-outside': { path: string; folder: string }
  'input-without-table': { path: string; sheets: string }
  'input-without-sheet': { path: string; sheet: string }
  'input-without-column': { path: string; sheet: string; column: string; near: string }
  'period-invalid': { text: string }
  'period-empty': { period: string; first: string; last: string }
  'nothing-claimable': { period: string }
  'unread-rows': { period: string; rows: string }
  'date-invalid': { option: string; text: string }
  'book-not-found': { version: string; known: string }
  'book-invalid': { problems: Localized }
  'rule-not-found': { rule: string; nearest: string }
  'item-not-found': { item: string }
  'packet-item-not-found': { item: string; packet: string }
  'folder-not-writable': { path: string; reason: string }
  'disk-failing': { path: string; reason: string }
  'file-unreadable': { path: string; reason: string }
  'output-lost': { reason: string }
  'disk-nearly-full': { path: string; free: string }
  'clock-behind': { today: string; book: string; released: string }
  'packet-exists': { path: string }
  'packet-not-found': { path: string }
  'packet-unreadable': { path: string; reason: string }
  'file-exists': { path: string }
  'key-unreadable': { path: string }
  'key-passphrase': { path: string }
  'passphrase-differs': { path: string }
  'recipient-invalid': { recipient: string }
  'handover-closed': { path: string }
  'handover-damaged': { path: string; reason: string }
  'annex-missing': { path: string }
  'annex-closed': { path: string }
  'annex-changed': { path: string }
  'register-busy': { path: string }
  'register-newer': { path: string }
  'register-damaged': { path: string; reason: Reason }
  'register-conflict': { path: string }
  'register-unreachable': { path: string; reason: string }
  'register-address': Record<string, never>
  'register-key': { path: string }
  'register-lost': { path: string; sign: string }
  'register-key-lost': { path: string }
  'register-none': { path: string }
  'register-behind': { path: string; claims: string }
  'register-unproven': { path: string; count: string }
  'packet-differs': { path: string; claim: string }
  'register-not-empty': { path: string }
  'dump-invalid': { path: string; line: string; reason: string }
  'dump-unproven': { path: string; problems: string }
  'item-claimed': { path: string; claim: string }
  'claim-not-found': { claim: string; known: string }
  'claim-state': { claim: string; state: string; step: string }
  'step-repeated': { claim: string; step: string; date: string; by: string }
  'nothing-to-undo': { claim: string; state: string }
  'claim-built-upon': { claim: string; later: string }
  'claim-date': { claim: string; date: string; last: string }
  'claim-amount': { claim: string; amount: string; most: string }
  'claim-part': { claim: string; part: string; categories: string }
  'part-repeated': { claim: string; part: string }
  'amount-invalid': { option: string; text: string }
  'compensation-invalid': { text: string }
  'date-future': { option: string; text: string; today: string }
  'date-past': { option: string; text: string; asOf: string }
  'text-identifies': { option: string }
  'rate-unknown': { book: string; date: string }
  'workspace-locked': { path: string }
  'annotate-one-workbook': { count: string }
  'annotate-unsupported': { path: string }
  'input-changed': { path: string }
  'inbox-workspace': { file: string; known: string }
  'no-workspaces': { pattern: string }
  'workspace-gone': { workspace: string }
  'folder-missing': { option: string; path: string }
  'output-no-file': { path: string }
  'worker-died': { reason: string }
  'workspace-limit': { seconds: string }
  'state-damaged': { path: string }
  'resume-differs': { option: string; before: string; now: string }
  'format-unsupported': { format: string; formats: string }
  'number-invalid': { option: string; text: string }
  'needs-terminal': { option: string }
  'option-missing': { option: string }
  'option-not-with': { option: string; with: string }
  'review-not-asked': { item: string; rule: string; asked: string }
  'review-not-answered': { item: string; rule: string }
  'review-identifies': { option: string }
  'declined': { what: string }
  'interrupted': { claim: string }
  'terminated': { claim: string }
  'hung-up': { claim: string }
  'usage': { reason: string }
}
export type ErrorCode = keyof ErrorValues

const exitCodeOf: Record<ErrorCode, ExitCode> = {
  'workspace-not-found': exitCodes.usage,
  'working-folder-gone': exitCodes.usage,
  'config-unreadable': exitCodes.usage,
  'config-invalid': exitCodes.usage,
  'no-inputs': exitCodes.usage,
  'input-missing': exitCodes.input,
  'input-not-spreadsheet': exitCodes.input,
  'input-encrypted': exitCodes.input,
  'input-legacy-xls': exitCodes.input,
  'input-damaged': exitCodes.input,
  'csv-quote': exitCodes.input,
  'input-too-large': exitCodes.input,
  'input-empty': exitCodes.input,
  'input-unreadable': exitCodes.input,
  'input-no-file': exitCodes.input,
  'input-outside': exitCodes.usage,
  'input-without-table': exitCodes.input,
  'input-without-sheet': exitCodes.input,
  'input-without-column': exitCodes.input,
  'period-invalid': exitCodes.usage,
  'period-empty': exitCodes.attention,
  'nothing-claimable': exitCodes.attention,
  'unread-rows': exitCodes.attention,
  'date-invalid': exitCodes.usage,
  'book-not-found': exitCodes.usage,
  'book-invalid': exitCodes.usage,
  'rule-not-found': exitCodes.usage,
  'item-not-found': exitCodes.usage,
  'packet-item-not-found': exitCodes.usage,
  'folder-not-writable': exitCodes.usage,
  'disk-failing': exitCodes.disk,
  'file-unreadable': exitCodes.input,
  'output-lost': exitCodes.usage,
  'disk-nearly-full': exitCodes.disk,
  'clock-behind': exitCodes.usage,
  'packet-exists': exitCodes.register,
  'packet-not-found': exitCodes.usage,
  'packet-unreadable': exitCodes.packet,
  'file-exists': exitCodes.usage,
  'key-unreadable': exitCodes.usage,
  'key-passphrase': exitCodes.usage,
  'passphrase-differs': exitCodes.usage,
  'recipient-invalid': exitCodes.usage,
  'handover-closed': exitCodes.packet,
  'handover-damaged': exitCodes.packet,
  'annex-missing': exitCodes.packet,
  'annex-closed': exitCodes.packet,
  'annex-changed': exitCodes.packet,
  'register-busy': exitCodes.register,
  'register-newer': exitCodes.register,
  'register-damaged': exitCodes.register,
  'register-conflict': exitCodes.register,
  'register-unreachable': exitCodes.register,
  'register-address': exitCodes.usage,
  'register-key': exitCodes.register,
  'register-lost': exitCodes.register,
  'register-key-lost': exitCodes.register,
  'register-none': exitCodes.usage,
  'register-behind': exitCodes.register,
  'register-unproven': exitCodes.register,
  'packet-differs': exitCodes.register,
  'register-not-empty': exitCodes.register,
  'dump-invalid': exitCodes.input,
  'dump-unproven': exitCodes.input,
  'item-claimed': exitCodes.register,
  'claim-not-found': exitCodes.usage,
  'claim-state': exitCodes.register,
  'step-repeated': exitCodes.register,
  'nothing-to-undo': exitCodes.register,
  'claim-built-upon': exitCodes.register,
  'claim-date': exitCodes.usage,
  'claim-amount': exitCodes.usage,
  'claim-part': exitCodes.usage,
  'part-repeated': exitCodes.usage,
  'amount-invalid': exitCodes.usage,
  'compensation-invalid': exitCodes.usage,
  'date-future': exitCodes.usage,
  'date-past': exitCodes.usage,
  'text-identifies': exitCodes.usage,
  'rate-unknown': exitCodes.usage,
  'workspace-locked': exitCodes.register,
  'annotate-one-workbook': exitCodes.usage,
  'annotate-unsupported': exitCodes.input,
  'input-changed': exitCodes.input,
  'inbox-workspace': exitCodes.usage,
  'no-workspaces': exitCodes.usage,
  'workspace-gone': exitCodes.usage,
  'folder-missing': exitCodes.usage,
  'output-no-file': exitCodes.usage,
  'worker-died': exitCodes.internal,
  'workspace-limit': exitCodes.register,
  'state-damaged': exitCodes.usage,
  'resume-differs': exitCodes.usage,
  'format-unsupported': exitCodes.usage,
  'number-invalid': exitCodes.usage,
  'needs-terminal': exitCodes.usage,
  'option-missing': exitCodes.usage,
  'option-not-with': exitCodes.usage,
  'review-not-asked': exitCodes.usage,
  'review-not-answered': exitCodes.usage,
  'review-identifies': exitCodes.usage,
  'declined': exitCodes.attention,
  'interrupted': exitCodes.interrupted,
  'terminated': exitCodes.terminated,
  'hung-up': exitCodes.hungUp,
  'usage': exitCodes.usage,
}

/** What the system says of a disk that is full (or whose share is used up) or failing. */
const diskFaults: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'])

/** Whether a code of the system means a full or failing disk: to be tried again once there is space, with nothing wrong in the configuration. */
export function isDiskFault(reason: string): boolean {
  return diskFaults.has(reason)
}

/** Something that the user can mend: shown short, in the user's language, without a stack trace. */
export class KorvausError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly values: ErrorValues[Code]
  readonly exitCode: ExitCode
  /** In which to say it, where a person has just chosen; otherwise that of the command line or the workspace. */
  language?: Language

  constructor(code: Code, values: ErrorValues[Code], options?: ErrorOptions) {
    super(code, options)
    this.name = 'KorvausError'
    this.code = code
    this.values = values
    this.exitCode = code === 'output-lost' && isDiskFault((values as ErrorValues['output-lost']).reason) ? exitCodes.disk : exitCodeOf[code]
  }
}
