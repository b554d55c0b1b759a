import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isoDateSchema } from '../model/service-log.js'
import { bytesOf, canonical, type PacketContent } from './content.js'

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)
const fileSchema = z.strictObject({ path: z.string(), sha256: hashSchema, bytes: z.int() })

export const manifestSchemaName = 'korvaus/manifest/1'

/** `manifest.json`: every other file with its hash, and what made the packet. */
export const manifestSchema = z.strictObject({
  schema: z.literal(manifestSchemaName),
  tool: z.strictObject({ name: z.literal('korvaus'), version: z.string() }),
  ruleBook: z.strictObject({ version: z.string(), sha256: z.string() }),
  claim: z.strictObject({ number: z.string(), businessId: z.string(), asOf: isoDateSchema, items: z.int(), amount: z.string() }),
  /** The service-log files that the claim was made from. */
  inputs: z.array(fileSchema),
  files: z.array(fileSchema),
})
export type Manifest = Readonly<z.infer<typeof manifestSchema>>

/** Files that the manifest cannot list, because they are made from it. */
export const manifestFiles = ['manifest.json', 'manifest-sha256.txt', 'manifest.sig'] as const

/** `manifest.json` and `manifest-sha256.txt` of a packet's other files. */
export function manifestOf({ claim }: Pick<PacketContent, 'claim'>, files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const listed = [...files].map(([path, bytes]) => ({ path, sha256: sha256(bytes), bytes: bytes.length })).sort((left, right) => (left.path < right.path ? -1 : 1))
  const manifest: Manifest = {
    schema: manifestSchemaName,
    tool: { name: 'korvaus', version: claim.tool.version },
    ruleBook: { ...claim.ruleBook },
    claim: { number: claim.number, businessId: claim.claimant.businessId, asOf: claim.asOf, items: claim.totals.items, amount: claim.totals.amount },
    inputs: claim.inputs.map((input) => ({ ...input })),
    files: listed,
  }
  const json = canonical(manifest)
  return new Map([
    ['manifest.json', json],
    ['manifest-sha256.txt', hashList([...listed, { path: 'manifest.json', sha256: sha256(json) }])],
  ])
}

/** Hashes as `sha256sum -c` reads them. */
export function hashList(files: ReadonlyArray<{ path: string; sha256: string }>): Uint8Array {
  return bytesOf(files.map(({ path, sha256: hash }) => `${hash}  ${path}\n`).join(''))
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
