import { createHash, createHmac, hkdfSync } from 'node:crypto'
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
  /** Of a log that is read with a mapping: the path of that mapping. */
  readonly mapping?: string
}

/** A file read whole; what it is called may tell who somebody is. */
export function fileRead(kind: InputKind, path: string, bytes: Uint8Array): InputFile {
  return { kind, path: withoutIdentifiers(path), sha256: createHash('sha256').update(bytes).digest('hex') }
}

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)
const namedSchema = { kind: z.enum(inputKinds).optional(), path: z.string(), mapping: z.string().optional() }

/** An input as claim and manifest name it; those of the first versions are all logs, and bear their plain hashes. */
export const claimInputSchema = z.union([z.strictObject({ ...namedSchema, keyedHash: hashSchema }), z.strictObject({ ...namedSchema, sha256: hashSchema, bytes: z.int() })])
export type ClaimInput = Readonly<z.infer<typeof claimInputSchema>>

/** The key of one packet's inputs, and a mark by which it is known without being told. */
export interface InputsKey {
  readonly key: Uint8Array
  readonly mark: string
}

/**
 * The key under which the claim of a number names its inputs: the same again for the same claim of the same workspace,
 * another for every other, so that nobody can try contents against a packet, or join two packets of one file.
 */
export function inputsKeyOf(secret: Uint8Array, claimNumber: string): InputsKey {
  return inputsKeyFrom(new Uint8Array(hkdfSync('sha256', secret, '', `korvaus inputs\u0000${claimNumber}`, 32)))
}

/** A key that was told, as by a sealed annex. */
export function inputsKeyFrom(key: Uint8Array): InputsKey {
  return { key, mark: createHmac('sha256', key).update('korvaus inputs-key').digest('hex') }
}

/** The mark by which a claim names an input, so that who holds the key knows it again: the only place that makes one. */
export function inputMark({ kind, path, sha256, mapping }: InputFile, { key }: InputsKey): ClaimInput {
  return { kind, path, keyedHash: keyedHash(sha256, key), ...(mapping === undefined ? {} : { mapping }) }
}

/** Whether a file is the one that a claim names, whatever it is called now: the only place that compares one. Without the key none is. */
export function isInput(input: ClaimInput, file: Pick<InputFile, 'kind' | 'sha256'>, key: InputsKey | undefined): boolean {
  if ((input.kind ?? 'log') !== file.kind) return false
  return 'sha256' in input ? input.sha256 === file.sha256 : key !== undefined && input.keyedHash === keyedHash(file.sha256, key.key)
}

/** What tells one content from another, as the claim states it. */
export function statedHash(input: ClaimInput): string {
  return 'sha256' in input ? input.sha256 : input.keyedHash
}

function keyedHash(sha256: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(Buffer.from(sha256, 'hex')).digest('hex')
}
