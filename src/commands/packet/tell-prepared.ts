import { relative, sep } from 'node:path'
import { z } from 'zod'
import { running, type WalkedAssessment } from '../../claim/assess.js'
import { toldFailure } from '../../cli/failure.js'
import type { Io } from '../../cli/io.js'
import type { GlobalOptions } from '../../cli/options.js'
import { amountSchema, type Assessment } from '../../model/assessment.js'
import type { Claim } from '../../model/claim.js'
import type { Session } from '../../desk/session.js'
import { withoutIdentifiers } from '../../model/identifiers.js'
import type { PacketFiles } from '../../workspace/packet-change.js'
import { withDiskFault } from '../../workspace/write-fault.js'
import { printAssessment } from '../check/print-assessment.js'

/** The claim that `prepare` has made, for programs: which one, where its packet lies, and what it amounts to. */
export const preparedClaimSchema = z.strictObject({
  /** `unchanged` stood already with the very same bytes. */
  state: z.enum(['new', 'replaced', 'unchanged']),
  claim: z.string(),
  /** Folder of the packet, from the folder of the workspace. */
  packet: z.string(),
  /** SHA-256 of its `manifest.json`. */
  manifest: z.string(),
  items: z.int(),
  amount: amountSchema,
})
type PreparedClaim = Readonly<z.infer<typeof preparedClaimSchema>>

/** What a preparation made, and how it stands to what was there. */
export interface MadeClaim {
  readonly claim: Claim
  readonly packet: PacketFiles
  readonly state: PreparedClaim['state']
}

/** The formats that tell in one document what was judged and what came of it, so only at the end. */
export function isWhole(format: GlobalOptions['format']): format is 'json' | 'sarif' | 'junit' {
  return format === 'json' || format === 'sarif' || format === 'junit'
}

/** What a claim is made of, and the judgement to be told beside it. */
interface Told {
  readonly session: Session
  assessment(): Assessment
}

/**
 * Makes a claim and tells of it in the formats of programs: as `prepared` of the assessment's JSON, as a last line of
 * NDJSON. Where nothing could be made, the assessment is told all the same, with the failure in it.
 */
export async function toldToPrograms<Made extends { readonly made: MadeClaim }>(io: Io, { format }: GlobalOptions, { session, assessment }: Told, make: () => Promise<Made>): Promise<Made> {
  const { book, workspace: { root } } = session
  const print = async (walked: WalkedAssessment) => {
    if (format === 'sarif' || format === 'junit') await printAssessment(io, format, walked, book.book, assessment().language)
  }
  const json = (added: object) => io.stdout(`${JSON.stringify({ ...assessment(), ...added }, null, 2)}\n`)
  const result = await make().catch(async (met: unknown) => {
    const failed = withDiskFault(met, root)
    const { exitCode, ...error } = toldFailure(failed, assessment().language)
    if (format === 'json') json({ failure: { exitCode, error } })
    if (isWhole(format)) await print(endingWith(running(assessment()), failed))
    throw failed
  })
  const prepared = preparedClaim(root, result.made)
  if (format === 'json') json({ prepared })
  if (format === 'ndjson') io.stdout(`${JSON.stringify({ kind: 'prepared', ...prepared })}\n`)
  if (isWhole(format)) await print(running(assessment()))
  return result
}

function endingWith({ head, items }: WalkedAssessment, error: unknown): WalkedAssessment {
  return {
    head,
    items,
    tail: () => {
      throw error
    },
  }
}

function preparedClaim(root: string, { claim, packet, state }: MadeClaim): PreparedClaim {
  const folder = withoutIdentifiers(relative(root, packet.folder).split(sep).join('/'))
  return { state, claim: claim.number, packet: folder, manifest: packet.hash, items: claim.totals.items, amount: claim.totals.amount }
}
