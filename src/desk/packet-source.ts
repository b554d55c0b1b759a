import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Claim } from '../model/claim.js'
import { KorvausError } from '../model/errors.js'
import { inputsKeyOf, isInput, type ClaimInput, type InputKind, type InputsKey } from '../model/inputs.js'
import type { InputSpec } from '../read/open-input.js'
import { readServiceLog } from '../read/read-service-log.js'
import type { RecordedAnswers } from '../packet/verify/check-answers.js'
import type { PacketSource } from '../packet/verify/check-source.js'
import { readRegisterKey } from '../register/key.js'
import { loadWorkspace, resolveInputs, type Workspace } from '../workspace/load-workspace.js'
import { namedText } from '../workspace/present-file.js'
import { loadRates, readRates } from '../workspace/rates.js'
import { loadReviews, readReviews, reviewsName } from '../workspace/reviews.js'
import type { GlobalOptions } from '../cli/options.js'
import type { Io } from '../cli/io.js'
import { loadMapping } from './input-specs.js'

/** A file that a verifier names, and what it is to the claim: `beside` if it can be no log and the claim rests on none such. */
interface GivenFile {
  readonly path: string
  readonly name: string
  readonly kind: InputKind | 'beside'
  readonly input: ClaimInput | undefined
}

/** What is to be compared: a packet, the files named for it, and the key that its annex told. */
interface Asked {
  readonly packet: string
  readonly names: readonly string[]
  readonly told: InputsKey | undefined
}

/**
 * Reads what a packet was made from, as the claim says that it was read. Mappings, rates and answers are those among the files
 * named, else those of the claimant's workspace at hand: the one named, the one in which one stands, the files' own, or the one in which the packet lies.
 */
export async function packetSource(io: Io, options: GlobalOptions, { packet, names, told }: Asked, claim: Claim): Promise<PacketSource> {
  const paths = names.map((name) => ({ path: resolve(io.cwd, name), name }))
  const workspace = await workspaceOf(io, options, [...paths.map(({ path }) => path), packet], claim)
  const inputsKey = await inputsKeyFor(claim, workspace, told)
  const given = await Promise.all(paths.map((file) => givenFile(file, claim.inputs, inputsKey)))
  const logs = given.filter(({ kind }) => kind === 'log')
  const log = await readServiceLog(await Promise.all(logs.map((file) => specOf(io, file, given, workspace))))
  const rates = await ratesOf(given, workspace, claim)
  const answers = await answersOf(given, workspace)
  return { log: rates?.file === undefined ? log : { ...log, files: [...log.files, rates.file] }, rateOn: rates?.rateOn, answers, inputsKey }
}

/** The key of the claim's hashes: the annex's, else the workspace's; one that is not the claim's own proves nothing. */
async function inputsKeyFor({ number, inputsKey }: Claim, workspace: Workspace | undefined, told: InputsKey | undefined): Promise<InputsKey | undefined> {
  if (told?.mark === inputsKey) return told
  const secret = workspace && (await readRegisterKey(workspace.root))
  const own = secret && inputsKeyOf(secret, number)
  return own?.mark === inputsKey ? own : undefined
}

/** By its content, else by its name; what the claim does not know is a log, unless it is one of the files beside logs. */
async function givenFile({ path, name }: Pick<GivenFile, 'path' | 'name'>, inputs: readonly ClaimInput[], key: InputsKey | undefined): Promise<GivenFile> {
  const beside = inputs.filter(({ kind = 'log' }) => kind !== 'log')
  const sha256 = beside.length === 0 ? '' : await hashOf(path)
  const input = inputs.find((one) => isInput(one, { kind: one.kind ?? 'log', sha256 }, key)) ?? inputs.find((one) => basename(one.path) === basename(path))
  return { path, name, kind: input === undefined ? kindByName(path) : (input.kind ?? 'log'), input }
}

/** Mappings, rates and answers are YAML and JSON, which no service log is. */
function kindByName(path: string): 'log' | 'beside' {
  return /\.(ya?ml|json)$/i.test(path) ? 'beside' : 'log'
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash).catch((error: NodeJS.ErrnoException) => {
    throw new KorvausError('input-missing', { path: basename(path) }, { cause: error })
  })
  return hash.digest('hex')
}

async function specOf(io: Io, { path, name, input }: GivenFile, given: readonly GivenFile[], workspace: Workspace | undefined): Promise<InputSpec> {
  const named = input?.mapping === undefined ? undefined : given.find((one) => one.kind === 'mapping' && one.input?.path === input.mapping)
  if (named !== undefined) return { path, name, ...(await loadMapping(named)) }
  const [own] = workspace === undefined ? [] : await resolveInputs(workspace, io.cwd, [path])
  return { path, name, ...(own?.mapping === undefined ? {} : await loadMapping(own.mapping)) }
}

async function ratesOf(given: readonly GivenFile[], workspace: Workspace | undefined, { inputs }: Claim): Promise<Awaited<ReturnType<typeof loadRates>> | undefined> {
  const file = given.find(({ kind }) => kind === 'rates')
  if (file !== undefined) return readRates(file.name, await readFile(file.path))
  return workspace === undefined || !inputs.some(({ kind }) => kind === 'rates') ? undefined : loadRates(workspace)
}

/** The recorded answers: those named, else the workspace's own. */
async function answersOf(given: readonly GivenFile[], workspace: Workspace | undefined): Promise<RecordedAnswers | undefined> {
  const file = given.find(({ kind }) => kind === 'reviews')
  if (file !== undefined) return { path: file.name, reviews: readReviews(await namedText(file.path, file.name)) }
  return workspace === undefined ? undefined : { path: reviewsName, reviews: await loadReviews(workspace) }
}

/** The claimant's workspace, where it is at hand. One that is there but cannot be read is thrown where no other is the claimant's: it may say how the files are to be read. */
async function workspaceOf(io: Io, { workspace: named }: GlobalOptions, paths: readonly string[], { claimant }: Claim): Promise<Workspace | undefined> {
  const places = named === undefined ? [io.cwd, ...new Set(paths.map((path) => dirname(path)))].map((cwd) => ({ cwd })) : [{ cwd: io.cwd, workspace: named }]
  let unread: KorvausError | undefined
  for (const place of places) {
    const workspace = await loadWorkspace(place).catch((error: unknown) => {
      if (!(error instanceof KorvausError)) throw error
      if (named !== undefined || error.code !== 'workspace-not-found') unread ??= error
      return undefined
    })
    if (workspace?.config.claimant.businessId === claimant.businessId) return workspace
  }
  if (unread !== undefined) throw unread
  return undefined
}
