import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashOfBook } from '../../src/rules/book-json.js'
import type { RuleBook } from '../../src/rules/book.js'
import { contentFiles, type PacketContent } from '../../src/packet/content.js'
import { manifestOf, type Protection } from '../../src/packet/manifest.js'
import { verifyPacket, type VerifyOptions, type VerifyReport } from '../../src/packet/verify/verify-packet.js'
import { changedAssessment, changedClaim, ruleBook } from './small-packet.js'

export type Files = ReadonlyMap<string, Uint8Array>
export const toolVersion = '0.0.0'

/** Verifies files as a folder on disk. */
export async function verifyFiles(files: Files, options: Partial<VerifyOptions> = {}): Promise<VerifyReport> {
  const folder = await mkdtemp(join(tmpdir(), 'korvaus-packet-'))
  try {
    await mkdir(folder, { recursive: true })
    for (const [name, bytes] of files) await writeFile(join(folder, name), bytes)
    return await verifyAt(folder, options)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Verifies a zip. */
export async function verifyZip(bytes: Uint8Array): Promise<VerifyReport> {
  const folder = await mkdtemp(join(tmpdir(), 'korvaus-packet-'))
  try {
    await writeFile(join(folder, 'packet.zip'), bytes)
    return await verifyAt(join(folder, 'packet.zip'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The one released book that these tests know. */
export const released = async (version: string) => (version === ruleBook.version ? ruleBook : undefined)

export function verifyAt(path: string, options: Partial<VerifyOptions> = {}): Promise<VerifyReport> {
  return verifyPacket(path, { toolVersion, releasedBook: released, ...options })
}

/** The files with one of them changed, and nothing else made to agree. */
export function withFile(files: Files, name: string, change: (bytes: Uint8Array) => Uint8Array | string): Map<string, Uint8Array> {
  const changed = change(files.get(name) as Uint8Array)
  return new Map([...files, [name, typeof changed === 'string' ? new TextEncoder().encode(changed) : changed]])
}

/** What a patient forger makes: the changed files with manifest and hashes made to agree with them. */
export function remade(files: Files, content: PacketContent, changes: Iterable<readonly [string, Uint8Array | string]> = contentFiles(content), protection: Protection = {}): Map<string, Uint8Array> {
  const listed = new Map([...files].filter(([name]) => !/^manifest|^persons/.test(name)))
  for (const [name, bytes] of changes) listed.set(name, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
  return new Map([...listed, ...manifestOf(content, listed, protection)])
}

export const withClaim = (content: PacketContent, change: Parameters<typeof changedClaim>[1]): PacketContent => ({ ...content, claim: changedClaim(content.claim, change) })
export const withAssessment = (content: PacketContent, change: Parameters<typeof changedAssessment>[1]): PacketContent => ({ ...content, assessment: changedAssessment(content.assessment, change) })

/** The content with another rule book, its hash made to agree everywhere. */
export function withBook(content: PacketContent, change: (book: { -readonly [Key in keyof RuleBook]: RuleBook[Key] }) => void): PacketContent {
  const { sha256: _, ...book } = structuredClone(content.ruleBook)
  change(book as never)
  const sha256 = hashOfBook(book)
  const named = { version: book.version, sha256 }
  return { ...withAssessment(withClaim(content, (claim) => void (claim.ruleBook = named)), (assessment) => void (assessment.ruleBook = named)), ruleBook: { ...book, sha256 } }
}

export const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
export const codes = ({ differences }: Pick<VerifyReport, 'differences'>) => differences.map(({ code, values }) => [code, ...Object.values(values).slice(0, 2)].join(' '))
