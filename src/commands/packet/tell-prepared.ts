import { relative, sep } from 'node:path'
import { z } from 'zod'
import type { Io } from '../../cli/io.js'
import type { GlobalOptions } from '../../cli/options.js'
import { amountSchema, type Assessment } from '../../model/assessment.js'
import type { Claim } from '../../model/claim.js'
import { withoutIdentifiers } from '../../model/identifiers.js'
import type { PacketFiles } from '../../workspace/packet-change.js'

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

/**
 * Makes a claim and tells of it in the formats of programs: as `prepared` of the assessment's JSON, as a last line of
 * NDJSON. Where nothing could be made the assessment is told all the same, as far as it was judged.
 */
export async function toldToPrograms<Made extends { readonly made: MadeClaim }>(io: Io, { format }: GlobalOptions, root: string, assessment: () => Assessment, make: () => Promise<Made>): Promise<Made> {
  const tell = (prepared?: PreparedClaim) => {
    if (format === 'json') io.stdout(`${JSON.stringify({ ...assessment(), ...(prepared === undefined ? {} : { prepared }) }, null, 2)}\n`)
    if (format === 'ndjson' && prepared !== undefined) io.stdout(`${JSON.stringify({ kind: 'prepared', ...prepared })}\n`)
  }
  const result = await make().catch((error: unknown) => {
    tell()
    throw error
  })
  tell(preparedClaim(root, result.made))
  return result
}

function preparedClaim(root: string, { claim, packet, state }: MadeClaim): PreparedClaim {
  const folder = withoutIdentifiers(relative(root, packet.folder).split(sep).join('/'))
  return { state, claim: claim.number, packet: folder, manifest: packet.hash, items: claim.totals.items, amount: claim.totals.amount }
}
