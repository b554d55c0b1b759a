import { createHash } from 'node:crypto'
import { z } from 'zod'
import { claimInputSchema } from '../model/inputs.js'
import { isoDateSchema } from '../model/values.js'
import { bytesOf, canonical, type PacketContent } from './content.js'
import type { Signer } from './keys.js'

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)
const fileSchema = z.strictObject({ path: z.string(), sha256: hashSchema, bytes: z.int() })

export const manifestSchemaName = 'korvaus/manifest/1'

/** `manifest.json`: every other file with its hash, and what made the packet. */
export const manifestSchema = z.strictObject({
  schema: z.literal(manifestSchemaName),
  tool: z.strictObject({ name: z.literal('korvaus'), version: z.string() }),
  ruleBook: z.strictObject({ version: z.string(), sha256: z.string() }),
  claim: z.strictObject({ number: z.string(), businessId: z.string(), asOf: isoDateSchema, items: z.int(), amount: z.string() }),
  /** The files that the claim was made from. */
  inputs: z.array(claimInputSchema),
  files: z.array(fileSchema),
  /** Who signs: the public key (SPKI in DER, base64). */
  signer: z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: z.string() }).optional(),
  /** The sealed annex: its ciphertext is random, so the manifest holds the keyed hash of what is inside. */
  sealed: z.strictObject({ path: z.literal('persons.age'), keyedHash: hashSchema, recipients: z.array(z.string()) }).optional(),
})
export type Manifest = Readonly<z.infer<typeof manifestSchema>>

/** How a packet is protected beyond its hashes. */
export interface Protection {
  readonly signer?: Signer
  readonly sealed?: { readonly file: Uint8Array; readonly keyedHash: string; readonly recipients: readonly string[] }
}

/** `manifest.json`, `manifest-sha256.txt` and, as the protection asks, `manifest.sig` and `persons.age`. */
export function manifestOf({ claim }: Pick<PacketContent, 'claim'>, files: ReadonlyMap<string, Uint8Array>, { signer, sealed }: Protection = {}): Map<string, Uint8Array> {
  const listed = [...files].map(([path, bytes]) => ({ path, sha256: sha256(bytes), bytes: bytes.length })).sort((left, right) => (left.path < right.path ? -1 : 1))
  const manifest: Manifest = {
    schema: manifestSchemaName,
    tool: { name: 'korvaus', version: claim.tool.version },
    ruleBook: { ...claim.ruleBook },
    claim: { number: claim.number, businessId: claim.claimant.businessId, asOf: claim.asOf, items: claim.totals.items, amount: claim.totals.amount },
    inputs: claim.inputs.map((input) => ({ ...input })),
    files: listed,
    ...(signer ? { signer: { algorithm: 'Ed25519', publicKey: signer.publicKey } } : {}),
    ...(sealed ? { sealed: { path: 'persons.age', keyedHash: sealed.keyedHash, recipients: [...sealed.recipients].sort() } } : {}),
  }
  const json = canonical(manifest)
  return new Map([
    ['manifest.json', json],
    ['manifest-sha256.txt', hashList(hashesOf(manifest, json, sealed?.file))],
    ...(signer ? [['manifest.sig', signer.sign(json)] as const] : []),
    ...(sealed ? [['persons.age', sealed.file] as const] : []),
  ])
}

/** What `manifest-sha256.txt` lists: the files of the manifest, the manifest itself, and the sealed annex. */
export function hashesOf({ files }: Pick<Manifest, 'files'>, manifest: Uint8Array, sealed: Uint8Array | undefined): { path: string; sha256: string }[] {
  return [...files, { path: 'manifest.json', sha256: sha256(manifest) }, ...(sealed ? [{ path: 'persons.age', sha256: sha256(sealed) }] : [])].map(({ path, sha256: hash }) => ({ path, sha256: hash }))
}

/** Hashes as `sha256sum -c` reads them. */
export function hashList(files: ReadonlyArray<{ path: string; sha256: string }>): Uint8Array {
  return bytesOf(files.map(({ path, sha256: hash }) => `${hash}  ${path}\n`).join(''))
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
