import { resolve } from 'node:path'
import type { Io } from '../io.js'
import { exitCodes } from '../model/errors.js'
import type { Language } from '../model/language.js'
import { parseCents, type Cents } from '../model/money.js'
import { describeDifference } from '../packet/verify/describe.js'
import { verifyPacket, type VerifyReport } from '../packet/verify/verify-packet.js'
import { fill } from '../templates/fill.js'
import { formatEuros } from '../templates/format.js'
import { differenceKindNames } from '../templates/packet-differences.js'
import { verifyTexts } from '../templates/verify-texts.js'
import { toolVersion } from '../version.js'
import { languageOfWorkspace, type GlobalOptions } from './options.js'

/** Proves a packet, or says what differs; 4 when it does not verify. */
export async function run(io: Io, options: GlobalOptions, [packet = '']: string[]): Promise<number> {
  const report = await verifyPacket(resolve(io.cwd, packet), { toolVersion })
  const language = options.lang ?? report.content?.claim.language ?? (await languageOfWorkspace(options.workspace, io.cwd))
  io.stdout(options.format === 'json' ? asJson(report, language) : asText(report, packet, language))
  return report.ok ? exitCodes.done : exitCodes.packet
}

function asJson({ ok, differences, notes, manifest }: VerifyReport, language: Language): string {
  const shown = (found: VerifyReport['differences']) => found.map((difference) => ({ code: difference.code, kind: difference.kind, values: difference.values, message: describeDifference(difference, language) }))
  return `${JSON.stringify({ schema: 'korvaus/verification/1', ok, ...(manifest ? { claim: manifest.claim, ruleBook: manifest.ruleBook, tool: manifest.tool } : {}), differences: shown(differences), notes: shown(notes) }, null, 2)}\n`
}

function asText({ ok, differences, notes, manifest }: VerifyReport, packet: string, language: Language): string {
  const lines = (found: VerifyReport['differences']) => found.map((difference) => `  ${differenceKindNames[difference.kind][language]}: ${describeDifference(difference, language)}`)
  const claim = manifest?.claim
  const values = { packet, number: claim?.number ?? '', items: String(claim?.items ?? ''), amount: claim === undefined ? '' : formatEuros(parseCents(claim.amount) as Cents, language), count: String(differences.length) }
  return [fill((ok ? verifyTexts.verified : verifyTexts.differs)[language], values), ...lines(differences), ...(notes.length > 0 ? [verifyTexts.notes[language], ...lines(notes)] : []), ''].join('\n')
}
