import type { Io } from '../../cli/io.js'
import type { IsoDate } from '../../model/dates.js'
import { KorvausError } from '../../model/errors.js'
import { findIdentifiers, type IdentifierKind } from '../../model/identifiers.js'
import type { Language } from '../../model/language.js'
import type { LedgerClaim } from '../../model/ledger.js'
import type { Cents } from '../../model/money.js'
import { readWrittenCents } from '../../model/written-number.js'
import type { KeptClaim } from '../../register/kept-claims.js'
import type { LedgerLaw } from '../../register/remedies.js'
import type { Register } from '../../register/register.js'
import type { Step } from '../../register/steps.js'
import { claimAsJson } from '../../report/claims.js'
import type { RuleBook } from '../../rules/book.js'
import { loadRuleBook } from '../../rules/load-book.js'
import { claimsTexts, stateNames, stepNames } from '../../templates/claims-texts.js'
import { fill } from '../../templates/fill.js'
import { formatDate } from '../../templates/format.js'
import { loadWorkspace, type Workspace } from '../../workspace/load-workspace.js'
import { ask } from '../../cli/ask.js'
import { noteHead } from '../../desk/register-age.js'
import { openWorkspaceRegister, type OpenedRegister } from '../../desk/workspace-register.js'
import { asOfDate, dayGiven, say, type GlobalOptions } from '../../cli/options.js'
import { registerLocation } from '../../desk/register-location.js'
import { bookFor } from '../../desk/session.js'

export type StepOptions = GlobalOptions & Partial<Record<'date' | 'by' | 'reference' | 'reason' | 'notice' | 'amount' | 'interestFrom' | 'decision', string>> & {
  readonly granted?: string[]
  readonly denied?: boolean
  readonly rate?: string[]
}

/** What every command about claims needs: the register, the dated tables, the claimant and the day. */
export interface Desk {
  readonly workspace: Workspace
  readonly register: Register
  /** The same with its key. */
  readonly opened: OpenedRegister
  readonly book: RuleBook
  /** The dated tables of the book; of the newest, where the book is one from before it held the time limits. */
  readonly law: LedgerLaw
  readonly asOf: IsoDate
  readonly language: Language
  readonly businessId: string
}

/** How a command uses the register: looks at it or takes steps in it, makes a new one to claim, proves it, writes it out, or fills it. */
export type DeskUse = 'look' | 'claim' | 'prove' | 'export' | 'import'

/** Opens the register for a piece of work, and closes it whatever happens. Only a claim and an import make a new one; a look where there was never one sees an empty one. */
export async function atDesk(io: Io, options: GlobalOptions, work: (desk: Desk) => Promise<number>, use: DeskUse = 'look'): Promise<number> {
  const asOf = asOfDate(options, io)
  const workspace = await loadWorkspace({ cwd: io.cwd, workspace: options.workspace })
  const book = await bookFor(options)
  const law = book.tables.daysOff === undefined ? (await loadRuleBook()).tables : book.tables
  const opened = await openFor(workspace, use)
  const { register } = opened
  try {
    return await work({ workspace, opened, register, book, law, asOf, language: options.lang ?? workspace.config.language, businessId: workspace.config.claimant.businessId })
  } finally {
    await register.close()
  }
}

async function openFor(workspace: Workspace, use: DeskUse): Promise<OpenedRegister> {
  const { location, backups, shown } = registerLocation(workspace)
  const { openRegister } = await import('../../register/open-register.js')
  if (use === 'import') return { register: await openRegister(location, backups), key: undefined }
  const opened = await openWorkspaceRegister(workspace, { makes: use === 'claim', trustsKey: use === 'prove' })
  if (opened === undefined && use === 'export') throw new KorvausError('register-none', { path: shown })
  return opened ?? { register: await openRegister(':memory:'), key: undefined }
}

/** Records a step, says so, and gives the claim as it then stands. */
export async function takeStep(io: Io, options: StepOptions, { register, workspace, businessId, asOf, law, language }: Desk, number: string, step: Step): Promise<{ kept: KeptClaim; claim: LedgerClaim }> {
  const kept = await register.take(businessId, number, step)
  await noteHead(register, workspace)
  const { ledgerClaim } = await import('../../register/remedies.js')
  const claim = ledgerClaim(kept, asOf, law)
  say(fill(claimsTexts.done[language], { number: kept.number, step: stepNames[step.kind]?.[language] ?? step.kind, date: formatDate(step.onDate, language), state: stateNames[claim.state][language] }), options, io)
  if (options.format === 'json') io.stdout(`${JSON.stringify({ schema: 'korvaus/recorded-claim/1', asOf, claim: claimAsJson(claim, language) }, null, 2)}\n`)
  return { kept, claim }
}

/** Day, person and reference of a step. Throws `option-missing`, `date-invalid`, `date-future` or `text-identifies`. */
export async function responsible(io: Io, options: StepOptions, { asOf, language }: Desk, needsReference: boolean): Promise<{ onDate: IsoDate; by: string; reference: string | undefined }> {
  const onDate = dayOf(options.date ?? asOf, '--date', asOf)
  if (needsReference && (options.reference ?? '') === '') throw new KorvausError('option-missing', { option: '--reference' })
  const by = options.by ?? (io.isTerminal ? (await ask<{ by: string }>([{ type: 'input', name: 'by', message: claimsTexts.askBy[language] }], language)).by : '')
  if (by.trim() === '') throw new KorvausError('option-missing', { option: '--by' })
  return { onDate, by: free(by, '--by'), reference: options.reference === undefined ? undefined : free(options.reference, '--reference', ['identity-code', 'email']) }
}

/** A day that has come. Throws `date-invalid` or `date-future`. */
export function dayOf(text: string, option: string, asOf: IsoDate): IsoDate {
  const day = dayGiven(text, option)
  if (day > asOf) throw new KorvausError('date-future', { option, text, today: asOf })
  return day
}

/** The day on which a decision was received, if it is given. Throws `date-invalid` for one before the decision, or `date-future`. */
export function noticeDay(text: string | undefined, decidedOn: IsoDate, asOf: IsoDate): IsoDate | undefined {
  const noticeOn = text === undefined ? undefined : dayOf(text, '--notice', asOf)
  if (noticeOn !== undefined && noticeOn < decidedOn) throw new KorvausError('date-invalid', { option: '--notice', text: noticeOn })
  return noticeOn
}

/** A reason, which must be given. Throws `option-missing` or `text-identifies`. */
export function reasonOf({ reason }: Pick<StepOptions, 'reason'>): string {
  if ((reason ?? '').trim() === '') throw new KorvausError('option-missing', { option: '--reason' })
  return free(reason as string, '--reason')
}

/** Euros and cents. Throws `amount-invalid`. */
export function centsOf(text: string, option: string): Cents {
  const cents = readWrittenCents(text)
  if (typeof cents === 'string') throw new KorvausError('amount-invalid', { option, text })
  return cents
}

/** Free text goes to the register as it is, so it must name nobody by code, address or number; a reference may look like a phone number. */
export function free(text: string, option: string, refused: readonly IdentifierKind[] = ['identity-code', 'email', 'phone']): string {
  if (findIdentifiers(text).some((kind) => refused.includes(kind))) throw new KorvausError('text-identifies', { option })
  return text.trim()
}
