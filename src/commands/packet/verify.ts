import type { KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Io } from '../../cli/io.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import { withoutIdentifiers } from '../../model/identifiers.js'
import type { Language } from '../../model/language.js'
import { formatCents, parseCents, type Cents } from '../../model/money.js'
import { outcomeNames } from '../../model/value-names.js'
import { fingerprintOf } from '../../packet/key-fingerprint.js'
import { publicKeyOf } from '../../packet/keys.js'
import { describeDifference } from '../../packet/verify/describe.js'
import { judgedByOther, type OtherBook } from '../../packet/verify/other-book.js'
import { bookOfThisProgram } from '../../packet/verify/check-book.js'
import { verifyPacket, type VerifyReport } from '../../packet/verify/verify-packet.js'
import { sha256 } from '../../packet/manifest.js'
import { notCheckedLine, verificationReport, type ProofMade } from '../../report/verification-report.js'
import { requirePlace } from '../../workspace/make-folder.js'
import { requireFree } from '../../workspace/present-file.js'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { verificationJunit, verificationSarif } from '../../report/verification.js'
import { fill } from '../../templates/fill.js'
import { formatEuros, formatItems } from '../../templates/format.js'
import { differenceKindNames } from '../../templates/packet-differences.js'
import { verifyTexts } from '../../templates/verify-texts.js'
import { toolVersion } from '../../version.js'
import { languageOfWorkspace, say, type GlobalOptions } from '../../cli/options.js'
import { identitiesIn } from './identities.js'
import { packetSource } from '../../desk/packet-source.js'
import { knownClaimant } from '../../desk/known-claimant.js'
import { bookFor } from '../../desk/session.js'

type VerifyOptions = GlobalOptions & { readonly key?: string; readonly source?: readonly string[]; readonly identity?: string; readonly report?: string }

/** Proves a packet, or says what differs (4) or could not be compared (1). With another rule book, says what it would change. */
export async function run(io: Io, options: VerifyOptions, [packet = '']: string[]): Promise<number> {
  const publicKey = options.key === undefined ? undefined : await publicKeyIn(resolve(io.cwd, options.key))
  const { source } = options
  const givenBook = options.book === undefined ? undefined : await bookFor(options)
  const report = await verifyPacket(resolve(io.cwd, packet), {
    toolVersion,
    publicKey,
    source: source && ((claim, told) => packetSource(io, options, { packet: resolve(io.cwd, packet), names: source, told }, claim)),
    identities: options.identity === undefined ? undefined : await identitiesIn(io, resolve(io.cwd, options.identity), options.lang ?? (await languageOfWorkspace(options.workspace, io))),
    known: (manifest) => knownClaimant(io, options, manifest),
    releasedBook: async (version) => (await bookOfThisProgram(version)) ?? (givenBook?.version === version ? givenBook : undefined),
  })
  const language = options.lang ?? report.content?.claim.language ?? (await languageOfWorkspace(options.workspace, io))
  const other = report.content && (options.rules ?? options.book) !== undefined ? judgedByOther(report.content, await bookFor(options)) : undefined
  io.stdout(rendered(options.format, report, withoutIdentifiers(packet), other, language))
  if (options.report !== undefined) await putOnFile(io, options, report, { packet: withoutIdentifiers(packet), toolVersion, on: io.today(), sources: (source ?? []).map(withoutIdentifiers), language })
  if (report.differences.length > 0) return exitCodes.packet
  return report.ok ? exitCodes.done : exitCodes.attention
}

/** Writes the record of the proof, in the place of no other file. Throws `file-exists`. */
async function putOnFile(io: Io, options: VerifyOptions, report: VerifyReport, made: ProofMade): Promise<void> {
  const path = resolve(io.cwd, options.report ?? '')
  await requirePlace(path)
  await requireFree(path)
  await writeFileAtomically(path, verificationReport(report, made, asText(report, made.packet, made.language)))
  say(fill(verifyTexts.reportWritten[made.language], { path }), options, io)
}

function rendered(format: GlobalOptions['format'], report: VerifyReport, packet: string, other: OtherBook | undefined, language: Language): string {
  const found = (differences: VerifyReport['differences']) => differences.map((one) => ({ code: one.code, kind: one.kind, message: describeDifference(one, language), file: (one.values as { file?: string }).file }))
  const verification = { packet, tool: toolVersion, checks: report.checks.map(({ kind, result, because }) => ({ kind, result, because: because && verifyTexts.notRun[because][language] })), differences: found(report.differences), unproven: found(report.unproven), notes: found(report.notes) }
  switch (format) {
    case 'sarif':
      return verificationSarif(verification)
    case 'junit':
      return verificationJunit(verification)
    case 'json':
      return `${JSON.stringify(asJson(report, other, language), null, 2)}\n`
    case 'ndjson':
      return asLines(asJson(report, other, language))
    default:
      return `${asText(report, packet, language)}${other ? otherText(other, language) : ''}`
  }
}

async function publicKeyIn(path: string): Promise<KeyObject> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new KorvausError('key-unreadable', { path }, { cause: error })
  })
  return publicKeyOf(text, path)
}

function otherText({ version, claimable, change, items }: OtherBook, language: Language): string {
  const head = fill(verifyTexts.otherBook[language], { version, amount: formatEuros(claimable, language), change: formatEuros(change, language) })
  return [head, ...items.map(({ id, from, to, amount, rules }) => `  ${id}: ${outcomeNames[from][language]} \u2192 ${outcomeNames[to][language]}${amount === undefined ? '' : `, ${formatEuros(parseCents(amount) as Cents, language)}`} ${rules.join(' ')}`.trimEnd()), ''].join('\n')
}

function asJson({ ok, checks, differences, unproven, notes, manifest, files }: VerifyReport, other: OtherBook | undefined, language: Language) {
  const shown = (found: VerifyReport['differences']) => found.map((difference) => ({ code: difference.code, kind: difference.kind, values: difference.values, message: describeDifference(difference, language) }))
  return { schema: 'korvaus/verification/1', ok, ...(manifest ? { claim: manifest.claim, ruleBook: manifest.ruleBook, tool: manifest.tool, manifestSha256: sha256(files.get('manifest.json') as Uint8Array), ...(manifest.signer ? { signer: fingerprintOf(manifest.signer.publicKey) } : {}) } : {}), checks, differences: shown(differences), unproven: shown(unproven), notes: shown(notes), ...(other ? { otherBook: { ...other, claimable: formatCents(other.claimable), change: formatCents(other.change) } } : {}) }
}

/** What was proved, then each difference and note on its line, at last the result: `kind` says which, `about` what a difference is about. */
function asLines({ schema: _, ok, differences, unproven, notes, otherBook, ...proved }: ReturnType<typeof asJson>): string {
  const found = (kind: 'difference' | 'unproven' | 'note', all: typeof differences) => all.map(({ kind: about, ...one }) => ({ kind, about, ...one }))
  const lines = [{ schema: 'korvaus/verification-lines/1', kind: 'verification', ...proved }, ...found('difference', differences), ...found('unproven', unproven), ...found('note', notes), ...(otherBook ? [{ kind: 'other-book', ...otherBook }] : []), { kind: 'result', ok, differences: differences.length, unproven: unproven.length }]
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

function asText(report: VerifyReport, packet: string, language: Language): string {
  const { ok, differences, unproven, notes, manifest } = report
  const lines = (found: VerifyReport['differences']) => found.map((difference) => `  ${differenceKindNames[difference.kind][language]}: ${describeDifference(difference, language)}`)
  const claim = manifest?.claim
  const values = { packet, number: claim?.number ?? '', items: claim === undefined ? '' : formatItems(claim.items, language), amount: claim === undefined ? '' : formatEuros(parseCents(claim.amount) as Cents, language), count: String(differences.length) }
  const head = ok ? verifyTexts.verified : differences.length > 0 ? verifyTexts.differs : verifyTexts.unproven
  const open = differences.length > 0 && unproven.length > 0 ? [verifyTexts.alsoUnproven[language]] : []
  return [fill(head[language], values), ...(report.differences.length === 0 ? notCheckedLine(report.checks, language) : []), ...lines(differences), ...open, ...lines(unproven), ...(notes.length > 0 ? [verifyTexts.notes[language], ...lines(notes)] : []), ''].join('\n')
}
