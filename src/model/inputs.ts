import { createHash } from 'node:crypto'
import { z } from 'zod'
import { withoutIdentifiers } from './identifiers.js'

/** What a file that was read is: a service log, what its headings and values mean, a table looked up, hourly rates, recorded reviews. */
export const inputKinds = ['log', 'mapping', 'lookup', 'rates', 'reviews'] as const
export type InputKind = (typeof inputKinds)[number]

/** A file as it was read. */
export interface InputFile {
  readonly kind: InputKind
  /** As the user named it. */
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  /** Of a log that is read with a mapping: the path of that mapping. */
  readonly mapping?: string
}

/** A file read whole; what it is called may tell who somebody is. */
export function fileRead(kind: InputKind, path: string, bytes: Uint8Array): InputFile {
  return { kind, path: withoutIdentifiers(path), sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
}

/** An input as claim and manifest name it; those of the first versions are all logs. */
export const claimInputSchema = z.strictObject({
  kind: z.enum(inputKinds).optional(),
  path: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int(),
  mapping: z.string().optional(),
})
export type ClaimInput = Readonly<z.infer<typeof claimInputSchema>>

/** The mark by which a claim names an input, so that it is known again: the only place that makes one. */
export function inputMark({ kind, path, sha256, bytes, mapping }: InputFile): ClaimInput {
  return { kind, path, sha256, bytes, ...(mapping === undefined ? {} : { mapping }) }
}

/** Whether a file is the one that a claim names, whatever it is called now: the only place that compares one. */
export function isInput({ kind = 'log', sha256 }: ClaimInput, file: Pick<InputFile, 'kind' | 'sha256'>): boolean {
  return kind === file.kind && sha256 === file.sha256
}
