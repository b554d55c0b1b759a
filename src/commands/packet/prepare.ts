import { join } from 'node:path'
import type { Io } from '../../cli/io.js'
import { assembleClaim } from '../../claim/assemble.js'
import { running as runningAssessment, type JudgedAssessment } from '../../claim/assess.js'
import { ownDecisions } from '../../claim/hidden-decisions.js'
import type { Assessment } from '../../model/assessment.js'
import type { Claim } from '../../model/claim.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import type { Language } from '../../model/language.js'
import { inputsKeyOf } from '../../model/inputs.js'
import { parseCents, type Cents } from '../../model/money.js'
import type { Period } from '../../model/period.js'
import type { PacketContent } from '../../packet/content.js'
import type { Protection } from '../../packet/manifest.js'
import type { RecordedClaim } from '../../register/register.js'
import { nextSteps } from '../../report/next-steps.js'
import { summaryOf } from '../../report/summary.js'
import { fitted } from '../../report/terminal/layout.js'
import { unsettledWords } from '../../report/unsettled.js'
import { fill } from '../../templates/fill.js'
import { formatDate, formatEuros, formatItems } from '../../templates/format.js'
import { reportTexts } from '../../templates/report-texts.js'
import { unsettledTexts } from '../../templates/unsettled-texts.js'
import { loadWorkspace, packetInside, type Workspace } from '../../workspace/load-workspace.js'
import { lockWorkspace } from '../../workspace/lock.js'
import type { PacketFiles } from '../../workspace/packet-change.js'
import { ask } from '../../cli/ask.js'
import { askPeriod } from './ask-period.js'
import { attentionCode, periodOf } from '../check/check.js'
import { compareWithPrevious } from './compare-previous.js'
import { earlierIn, followed } from '../../desk/earlier-claims.js'
import { say, wholeNumber, type GlobalOptions } from '../../cli/options.js'
import { isStreamed, printAssessment } from '../check/print-assessment.js'
import { progressOf } from '../../cli/progress.js'
import { mendPackets, recordPacket } from '../../desk/record-packet.js'
import { keyOf, openWorkspaceRegister, type OpenedRegister } from '../../desk/workspace-register.js'
import { openSession, type Session } from '../../desk/session.js'
import { showSummary } from '../check/show-summary.js'
import { tellCorrections, tellMissing } from './tell-corrections.js'
import { isWhole, toldToPrograms, type MadeClaim } from './tell-prepared.js'
import { entriesIfThere, isThere, readIfThere } from '../../workspace/present-file.js'

type PrepareOptions = GlobalOptions & { readonly period?: string; readonly yes?: boolean; readonly wait?: string; readonly open?: boolean; readonly leaveUnread?: boolean }

/** What a caller does once the packet stands, new or as it was, while nobody else can change the workspace yet. */
type OncePrepared = (folder: string) => Promise<void>

/** How a preparation ended. */
interface Prepared {
  /** The whole period. */
  readonly assessment: Assessment
  /** As much of it as the claim claims or leaves out. */
  readonly ofClaim: Assessment
  /** Costs that claims hold and the log has lost. */
  readonly missing: number
}

/** Writes the packet of a period and records the claim; with the same input again it changes nothing. */
export async function run(io: Io, options: PrepareOptions): Promise<number> {
  const period = periodOf(options.period) ?? (await askPeriod(io, options))
  const progress = await progressOf(io, options)
  const workspace = await loadWorkspace({ cwd: io.cwd, workspace: options.workspace })
  const read = () => openSession(io, options, [], (rows) => progress.tick('reading', rows)).finally(progress.end)
  const open = async (folder: string) => {
    if (options.open !== true) return
    const { showFile } = await import('../../cli/show-file.js')
    await showFile(io, join(folder, 'report.html'), options.lang ?? workspace.config.language)
  }
  return preparedCode(await prepareSession(io, options, { workspace, read }, period, open))
}

/** 1 when items were left out, or when the log has lost what claims hold. */
export function preparedCode({ ofClaim, missing }: Prepared): number {
  return missing > 0 ? exitCodes.attention : attentionCode(ofClaim)
}

function countsOf({ totals: { items, claimable, review, rejected } }: Assessment): Record<string, number> {
  return { items, claimable, review, rejected }
}

/** A workspace, and how it is read: once nobody else can change it, since what lay there before a wait may be of yesterday. */
interface ToPrepare {
  readonly workspace: Workspace
  read(): Promise<Session>
}

/** The same for a caller that reads the workspace in its own way. */
export async function prepareSession(io: Io, options: PrepareOptions, { workspace, read }: ToPrepare, period: Period, oncePrepared?: OncePrepared): Promise<Prepared> {
  const lock = await lockWorkspace(workspace, wholeNumber('--wait', options.wait) ?? 0)
  try {
    const session = await read()
    const opened = (await openWorkspaceRegister(session.workspace, { makes: true })) as OpenedRegister
    const { register } = opened
    try {
      const { folder, made: _, ...prepared } = await prepare(io, options, session, period, opened)
      io.log?.write('info', 'prepared', { period: period.name, ...countsOf(prepared.assessment) })
      await oncePrepared?.(folder)
      return prepared
    } finally {
      await register.close()
    }
  } finally {
    await lock.release()
  }
}

async function prepare(io: Io, options: PrepareOptions, session: Session, period: Period, opened: OpenedRegister): Promise<Prepared & { folder: string; made: MadeClaim }> {
  const { config, root } = session.workspace
  const language = options.lang ?? config.language
  const { register } = opened
  const key = await keyOf(opened, session.workspace)
  if (await mendPackets(session, register)) say(reportTexts.mended[language], options, io)
  const claims = await register.claimsOf(config.claimant.businessId, period)
  const current = claims.findLast(({ state }) => state === 'prepared')
  const follow = await followed(session, register, current?.id, key)
  const earlier = earlierIn(follow)
  const number = current?.running ?? claims.length + 1
  const { packetPlan } = await import('../../desk/packet-plan.js')
  const plan = await packetPlan(session, period, number, key, earlier)
  const { scope, pseudonyms } = plan
  const claim = assembleClaim({ ...scope, claimant: config.claimant, period, number, secret: key, area: areaName(session, config.language), pseudonyms: pseudonyms === undefined ? 'as-given' : 'per-packet', rateOf: plan.rateOf })
  await askUnread(io, options, plan.own.inWords(language), period, language)
  await show(io, options, session, plan.own, language)
  return toldToPrograms(io, options, { session, assessment: () => plan.own.inWords(config.language) }, async () => {
    const missing = tellMissing(io, follow, period, language)
    requireItems(session, plan.assessment, claim, period, language)
    tellCorrections(io, options, claim, language)
    await compareWithPrevious(io, options, config.claimant.businessId, claim, period, register, language)

    const { protectionOf } = await import('./protection.js')
    const protection = await protectionOf(io, session, claim, { log: scope.log, secret: key, pseudonyms }, language)
    const content = { claim: protection.signer ? { ...claim, signer: protection.signer.publicKey } : claim, assessment: scope.assessment, ruleBook: session.book.book, reviews: scope.reviews }
    const packet = await packetOf(content, root, config.packets, protection)
    const prepared = { assessment: plan.assessment, ofClaim: scope.assessment, missing, folder: packet.folder }
    if (current && current.content === packet.hash && (await stands(packet))) {
      say(fill(reportTexts.nothingChanged[language], { path: packet.folder }), options, io)
      return { ...prepared, made: { claim, packet, state: 'unchanged' } }
    }
    if (!current && (await isThere(packet.folder))) throw new KorvausError('packet-exists', { path: packet.folder })
    await confirm(io, options, claim, language)
    await recordPacket(register, session, { claim, current, packet, follow, period, pseudonyms, key })
    const own = pseudonyms?.originals.decision ?? ownDecisions(scope.log, scope.facts.cases, inputsKeyOf(key, claim.number))
    tellDone(io, options, session, underOwnNumbers(claim, own), current, packet, language)
    return { ...prepared, made: { claim, packet, state: current ? 'replaced' : 'new' } }
  })
}

async function packetOf(content: PacketContent, root: string, packets: string, protection: Protection): Promise<PacketFiles> {
  const { renderPacket } = await import('../../packet/render-packet.js')
  const { packetFolderName } = await import('../../packet/folder-name.js')
  const { packetAsZip } = await import('../../formats/zip.js')
  const { sha256 } = await import('../../packet/manifest.js')
  const files = await renderPacket(content, protection)
  const name = packetFolderName(content.claim)
  const manifest = files.get('manifest.json') as Uint8Array
  return { folder: packetInside(root, packets, name), hash: sha256(manifest), files, zip: packetAsZip(files, name) }
}

/** Whether the packet lies where it was written, with every byte as it would be written now. */
async function stands({ folder, files }: PacketFiles): Promise<boolean> {
  const { packetStands } = await import('../../packet/stands.js')
  const entries = await entriesIfThere(folder)
  const onDisk = await Promise.all(entries.map(async (entry) => [entry.name, (entry.isFile() ? await readIfThere(join(folder, entry.name)) : undefined) ?? new Uint8Array()] as const))
  return packetStands(files, new Map(onDisk))
}

async function show(io: Io, options: PrepareOptions, session: Session, own: JudgedAssessment, language: Language): Promise<void> {
  if (isWhole(options.format)) return
  const assessment = own.inWords(session.workspace.config.language)
  if (isStreamed(options.format)) return printAssessment(io, options.format, runningAssessment(assessment), session.book.book, assessment.language)
  const shown = language === assessment.language ? assessment : own.inWords(language)
  if (options.quiet !== true) await showSummary(io, options, summaryOf(shown), { language, claimant: session.workspace.config.claimant.name, book: session.book.book })
}

function requireItems(session: Session, assessment: Assessment, claim: Claim, period: Period, language: Language): void {
  if (assessment.items.length === 0) {
    const days = session.log.items.flatMap(({ serviceDate }) => serviceDate ?? []).sort()
    throw new KorvausError('period-empty', { period: period.name, first: formatDate(days[0] ?? period.from, language), last: formatDate(days.at(-1) ?? period.to, language) })
  }
  if (claim.claimed.length === 0) throw new KorvausError('nothing-claimable', { period: period.name })
}

/** Rows whose amount cannot be read may be credits: they are left out only by the word of a person. Throws `unread-rows`. */
async function askUnread(io: Io, options: PrepareOptions, { unsettled }: Assessment, period: Period, language: Language): Promise<void> {
  if (unsettled === undefined || unsettled.unreadRows === 0 || options.leaveUnread === true) return
  const rows = String(unsettled.unreadRows)
  if (options.yes === true || !io.isTerminal) throw new KorvausError('unread-rows', { period: period.name, rows })
  io.stderr(`${unsettledWords(unsettled, language).flatMap((line) => fitted(line, io.width)).join('\n')}\n`)
  const { sure } = await ask<{ sure: boolean }>([{ type: 'confirm', name: 'sure', default: false, message: unsettledTexts.leaveUnread[language] }], language)
  if (!sure) throw new KorvausError('unread-rows', { period: period.name, rows })
}

async function confirm(io: Io, options: PrepareOptions, claim: Claim, language: Language): Promise<void> {
  if (options.yes === true || !io.isTerminal) return
  const { sure } = await ask<{ sure: boolean }>([{ type: 'confirm', name: 'sure', message: fill(reportTexts.askPrepare[language], claimValues(claim, language)) }], language)
  if (!sure) throw new KorvausError('declined', { what: claim.number })
}

/** The claim with the numbers of the decisions that the claimant has in the binder. */
function underOwnNumbers(claim: Claim, own: ReadonlyMap<string, string>): Claim {
  return { ...claim, decisions: claim.decisions.map((one) => ({ ...one, decision: own.get(one.decision) ?? one.decision })) }
}

function tellDone(io: Io, options: PrepareOptions, session: Session, claim: Claim, current: RecordedClaim | undefined, packet: PacketFiles, language: Language): void {
  if (current) say(fill(reportTexts.replaced[language], { number: current.number }), options, io)
  say(fill(reportTexts.claimNumber[language], claimValues(claim, language)), options, io)
  say(fill(reportTexts.packetWritten[language], { path: packet.folder }), options, io)
  say(['', ...nextSteps(claim, session.book.book, [...packet.files.keys()], language)].flatMap((line) => fitted(line, io.width)).join('\n'), options, io)
}

function claimValues({ number, totals }: Claim, language: Language): Record<string, string> {
  return { number, items: formatItems(totals.items, language), amount: formatEuros(parseCents(totals.amount) as Cents, language) }
}

function areaName({ workspace, book }: Session, language: Language): string | undefined {
  const { county, municipality } = workspace.config.claimant
  const { tables } = book.book
  if (county !== undefined) return tables.counties.find(({ code }) => code === county)?.name[language]
  const found = tables.municipalities.findLast(({ code }) => code === municipality)
  return language === 'sv' ? found?.nameSv : found?.nameFi
}

