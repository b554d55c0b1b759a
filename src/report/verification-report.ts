import type { IsoDate } from '../model/dates.js'
import type { Language } from '../model/language.js'
import { fingerprintOf } from '../packet/key-fingerprint.js'
import { sha256 } from '../packet/manifest.js'
import type { Check } from '../packet/verify/checks.js'
import type { VerifyReport } from '../packet/verify/verify-packet.js'
import { groupsOfEight } from '../packet/labels.js'
import { formatDate } from '../templates/format.js'
import { differenceKindNames } from '../templates/packet-differences.js'
import { verifyTexts as words } from '../templates/verify-texts.js'
import { fill } from '../templates/fill.js'

/** How the proof was made. */
export interface ProofMade {
  readonly packet: string
  readonly toolVersion: string
  readonly on: IsoDate
  /** The files named as the source of the packet, as they were called. */
  readonly sources: readonly string[]
  readonly language: Language
}

/** The record of a proof, to be put on file: what was checked, against what, what was not and why, and what was found. */
export function verificationReport(report: VerifyReport, { packet, toolVersion, on, sources, language }: ProofMade, result: string): string {
  const { manifest, files } = report
  const signer = manifest?.signer?.publicKey
  const rows: [label: string, value: string | undefined][] = [
    [words.reportPacket[language], packet],
    [words.reportClaim[language], manifest && `${manifest.claim.number}, ${manifest.claim.businessId}`],
    [words.reportManifest[language], files.has('manifest.json') ? groupsOfEight(sha256(files.get('manifest.json') as Uint8Array)) : undefined],
    [words.reportKey[language], signer === undefined ? undefined : fingerprintOf(signer)],
    [words.reportBook[language], manifest && `${manifest.ruleBook.version} (${groupsOfEight(manifest.ruleBook.sha256)})`],
    [words.reportMadeBy[language], manifest && `${manifest.tool.name} ${manifest.tool.version}`],
    [words.reportVerifiedBy[language], `korvaus ${toolVersion}`],
    [words.reportDay[language], formatDate(on, language)],
    [words.reportSources[language], sources.length === 0 ? undefined : sources.join(', ')],
  ]
  return [
    words.reportTitle[language],
    '',
    ...rows.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`])),
    '',
    ...checkLines(report.checks, language),
    '',
    result.trimEnd(),
    '',
  ].join('\n')
}

/** What was checked, and what was not and why, each on its line. */
function checkLines(checks: readonly Check[], language: Language): string[] {
  return checks.map(({ kind, result, because }) => `${differenceKindNames[kind][language]}: ${words.results[result][language]}${because === undefined ? '' : ` (${words.notRun[because][language]})`}`)
}

/** One line that names what was not checked, and why; nothing where all was. */
export function notCheckedLine(checks: readonly Check[], language: Language): string[] {
  const open = checks.flatMap(({ kind, because }) => (because === undefined ? [] : [`${differenceKindNames[kind][language]} (${words.notRun[because][language]})`]))
  return open.length === 0 ? [] : [fill(words.notChecked[language], { checks: open.join('; ') })]
}
