import type { KeyObject } from 'node:crypto'
import type { Claim } from '../../model/claim.js'
import type { InputsKey } from '../../model/inputs.js'
import type { PacketContent } from '../content.js'
import { sha256, type Manifest } from '../manifest.js'
import { checkAnnex, inputsKeyIn } from './check-annex.js'
import { checkAgreement } from './check-agreement.js'
import { checkBook, type ReleasedBook } from './check-book.js'
import { checkDetails } from './check-details.js'
import { checkJudgement } from './check-judgement.js'
import { checkManifest } from './check-manifest.js'
import { checkProtection } from './check-protection.js'
import { checkRendering } from './check-rendering.js'
import { checkSource, type PacketSource } from './check-source.js'
import { checksOf, type Check } from './checks.js'
import { checkVersion } from './check-version.js'
import { differs, unproven, type Difference } from './difference.js'
import { readContent } from './read-content.js'
import { readPacket } from './read-packet.js'

export interface VerifyOptions {
  /** Version of the program that verifies. */
  readonly toolVersion: string
  /** The public key that must have signed, when the verifier knows it. */
  readonly publicKey?: KeyObject | undefined
  /** Identities (`AGE-SECRET-KEY-1…`) that open the sealed annex, when the verifier holds one. */
  readonly identities?: readonly string[] | undefined
  /** What the claimant's own workspace knows of the packet, where it is at hand. */
  readonly known?: ((manifest: Manifest) => Promise<Known>) | undefined
  /** Earlier versions of the program whose packets are known; those of this version unless told. */
  readonly earlierVersions?: readonly string[] | undefined
  /** Reads what the packet must have come from, when it is at hand. */
  readonly source?: ((claim: Claim, told: InputsKey | undefined) => Promise<PacketSource>) | undefined
  /** Where released books are looked up; those of this program unless told. */
  readonly releasedBook?: ReleasedBook | undefined
}

/** What a workspace knows of a packet, and what of the workspace could not be read. */
interface Known {
  readonly publicKeys: readonly KeyObject[]
  readonly recorded?: string | undefined
  readonly unread?: readonly { readonly part: string; readonly reason: string }[]
}

/** What verifying found. */
export interface VerifyReport {
  /** Whether the packet is proven to be what it claims to be: nothing differs, and nothing was left uncompared. */
  readonly ok: boolean
  readonly differences: readonly Difference[]
  /** What could not be compared: not known to be wrong, and not proven. */
  readonly unproven: readonly Difference[]
  /** Worth knowing, without failing the packet. */
  readonly notes: readonly Difference[]
  /** Each kind of proof with its result: one that did not run is not among those that passed. */
  readonly checks: readonly Check[]
  readonly manifest?: Manifest
  /** The content, where it could be read: for what else is asked of the packet. */
  readonly content?: PacketContent
  readonly files: ReadonlyMap<string, Uint8Array>
}

/**
 * Proves a packet (a folder or a zip) from itself alone: its files and hashes, its one form of writing, every item
 * judged again by its own rule book, every sum, and the files for people rendered again. Each difference is named.
 * Throws only when the packet is not there or cannot be read.
 */
export async function verifyPacket(path: string, options: VerifyOptions): Promise<VerifyReport> {
  const { publicKey, source } = options
  const { files, differences } = await readPacket(path)
  const checked = checkManifest(files)
  const read = readContent(files)
  const known = checked.manifest && options.known ? await options.known(checked.manifest) : undefined
  const found = [
    ...differences,
    ...checked.differences,
    ...checkProtection(files, checked.manifest, { ...known, publicKey }),
    ...(await checkAnnex(files, checked.manifest, options.identities)),
    ...checkRegister(files, checked.manifest, known?.recorded),
    ...(known?.unread ?? []).map((part) => unproven('workspace-not-compared', part)),
    ...read.differences,
  ]
  if (read.content) found.push(...(await checkContent(read.content, checked.manifest, files, options)))
  if (read.content && source) {
    const { content } = read
    const from = await source(content.claim, await inputsKeyIn(files, checked.manifest, options.identities))
    found.push(...(await guarded(() => checkSource(content, from, content.claim.tool.version === options.toolVersion))))
  }
  return {
    ok: found.every(({ standing }) => standing === 'note'),
    differences: found.filter(({ standing }) => standing === 'difference'),
    unproven: found.filter(({ standing }) => standing === 'unproven'),
    notes: found.filter(({ standing }) => standing === 'note'),
    checks: checksOf(found, { content: read.content !== undefined, manifest: checked.manifest !== undefined, source: read.content !== undefined && source !== undefined, register: known?.recorded !== undefined, annex: files.has('persons.age') }),
    ...(checked.manifest ? { manifest: checked.manifest } : {}),
    ...(read.content ? { content: read.content } : {}),
    files,
  }
}

async function checkContent(content: PacketContent, manifest: Manifest | undefined, files: ReadonlyMap<string, Uint8Array>, { toolVersion, releasedBook, earlierVersions }: VerifyOptions): Promise<Difference[]> {
  const { version } = content.claim.tool
  const data = await checkData(content, manifest, releasedBook, version === toolVersion)
  return [
    ...checkVersion(content, toolVersion, earlierVersions),
    ...data,
    // What stands twice cannot be shown in any one way.
    ...(data.some(({ code }) => code === 'item-twice') ? [] : await guarded(() => checkRendering(content, files, toolVersion))),
  ]
}

/** Whether it is the packet that the register of the claimant holds. */
function checkRegister(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest | undefined, recorded: string | undefined): Difference[] {
  const bytes = files.get('manifest.json')
  if (manifest === undefined || bytes === undefined || recorded === undefined || sha256(bytes) === recorded) return []
  return [differs('register-differs', { number: manifest.claim.number })]
}

/** What the data alone can prove: agreement of its parts, the book, every judgement, every sum, the details. */
export async function checkData(content: PacketContent, manifest: Manifest | undefined, releasedBook: ReleasedBook | undefined, sameTool = true): Promise<Difference[]> {
  return [
    ...checkAgreement(content, manifest),
    ...(await checkBook(content.ruleBook, releasedBook)),
    ...(await guarded(() => [...checkJudgement(content, sameTool), ...checkDetails(content)])),
  ]
}

/** What a stranger wrote may break a judgement or a rendering; that is a difference, not our fault. */
async function guarded(check: () => Difference[] | Promise<Difference[]>): Promise<Difference[]> {
  try {
    return await check()
  } catch (error) {
    return [differs('cannot-judge', { problem: error instanceof Error ? `${error.name}` : '' })]
  }
}
