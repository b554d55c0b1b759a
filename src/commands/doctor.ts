import { rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Io } from '../cli/io.js'
import { exitCodes, KorvausError } from '../model/errors.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import type { Language } from '../model/language.js'
import { doctorTexts } from '../templates/doctor-texts.js'
import { writeFileAtomically } from '../workspace/atomic-files.js'
import { loadWorkspace, pathInside, resolveInputs, type Workspace } from '../workspace/load-workspace.js'
import { readPlainText } from '../workspace/plain-file.js'
import { loadRates } from '../workspace/rates.js'
import { loadReviews } from '../workspace/reviews.js'
import { inputSpecs } from '../desk/input-specs.js'
import { failureText } from '../cli/failure.js'
import { asOfDate, languageOfWorkspace, type GlobalOptions } from '../cli/options.js'
import { passphraseOf } from '../cli/passphrase.js'
import { registerLocation } from '../desk/register-location.js'
import { bookFor } from '../desk/session.js'

/** Less would not hold a packet, its copy and the register's backup with certainty. */
const leastFreeMegabytes = 200

type Part = keyof typeof doctorTexts.parts
interface Finding {
  readonly part: Part
  readonly ok: boolean
  readonly message: string
  /** Of what is to be mended: its code, and the exit code that any command would end with for it. */
  readonly code?: string
  readonly exitCode?: number
}

/** Looks at configuration, inputs, keys, register, rule book, clock and disk, and says of each whether it is in order or how to mend it. */
export async function run(io: Io, options: GlobalOptions): Promise<number> {
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  const findings = await examine(io, options, language)
  const exitCode = findings.reduce<number>((gravest, one) => Math.max(gravest, one.exitCode ?? exitCodes.done), exitCodes.done)
  io.stdout(options.format === 'json' ? `${JSON.stringify({ schema: 'korvaus/doctor/1', exitCode, findings }, null, 2)}\n` : findings.map((one) => lineOf(one, language)).join(''))
  return exitCode
}

async function examine(io: Io, options: GlobalOptions, language: Language): Promise<Finding[]> {
  const look = async (part: Part, examineIt: () => Promise<string>): Promise<Finding> => {
    try {
      return { part, ok: true, message: withoutIdentifiers(await examineIt()) }
    } catch (error) {
      if (error instanceof KorvausError) return { part, ok: false, message: failureText(error, language), code: error.code, exitCode: error.exitCode }
      throw error
    }
  }
  const book = await look('ruleBook', async () => (await bookFor(options)).version)
  const clock = await look('clock', () => dayIsPossible(io, options))
  const configuration = await look('configuration', async () => (await loadWorkspace({ cwd: io.cwd, workspace: options.workspace })).configPath)
  if (!configuration.ok) return [book, clock, configuration]
  const workspace = await loadWorkspace({ cwd: io.cwd, workspace: options.workspace })
  return [
    book,
    clock,
    configuration,
    await look('inputs', () => readInputs(workspace, io)),
    await look('rates', async () => (await loadRates(workspace), workspace.config.policies.ownWorkRates ?? doctorTexts.none[language])),
    await look('reviews', async () => String((await loadReviews(workspace)).length)),
    await look('signing', () => signingKey(workspace, io, language)),
    await look('seal', async () => workspace.config.seal === undefined ? doctorTexts.none[language] : String(workspace.config.seal.recipients.length)),
    await look('register', () => registerState(workspace, language)),
    await look('folder', () => writable(workspace)),
    await look('space', () => freeSpace(workspace)),
  ]
}

async function readInputs(workspace: Workspace, io: Io): Promise<string> {
  const { readServiceLog } = await import('../read/read-service-log.js')
  const log = await readServiceLog(await inputSpecs(await resolveInputs(workspace, io.cwd)))
  return `${log.files.filter(({ kind }) => kind === 'log').map(({ path }) => path.split(/[/\\]/).at(-1)).join(', ')}: ${log.items.length}`
}

async function signingKey({ root, config }: Workspace, io: Io, language: Language): Promise<string> {
  if (config.signing === undefined) return doctorTexts.none[language]
  const path = pathInside(root, config.signing.key, 'signing.key')
  const pem = await readPlainText(path).catch((error: unknown) => {
    throw new KorvausError('key-unreadable', { path }, { cause: error })
  })
  const { needsPassphrase, signerOf } = await import('../packet/keys.js')
  const asked = io.isTerminal && passphraseOf(io) === undefined && needsPassphrase(pem)
  if (!asked) signerOf(pem, path, passphraseOf(io))
  return config.signing.key
}

async function registerState(workspace: Workspace, language: Language): Promise<string> {
  const { shown } = registerLocation(workspace)
  const { openWorkspaceRegister } = await import('../desk/workspace-register.js')
  const { register } = (await openWorkspaceRegister(workspace)) ?? {}
  if (register === undefined) return doctorTexts.notYet[language]
  try {
    const { problems } = await register.prove()
    if (problems.length > 0) throw new KorvausError('register-unproven', { path: shown, count: String(problems.length) })
    const { requireUpToDate } = await import('../desk/register-age.js')
    await requireUpToDate(register, workspace)
  } finally {
    await register.close()
  }
  return shown
}

/** Tries it: rights alone do not say whether a disk is full or may only be read. */
async function writable({ root }: Workspace): Promise<string> {
  const trial = join(root, '.korvaus-doctor')
  await writeFileAtomically(trial, '\n')
  await rm(trial, { force: true })
  return root
}

async function freeSpace({ root }: Workspace): Promise<string> {
  const { bavail, bsize } = await statfs(root)
  const megabytes = Math.floor((bavail * bsize) / 1_000_000)
  if (megabytes < leastFreeMegabytes) throw new KorvausError('disk-nearly-full', { path: root, free: String(megabytes) })
  return `${megabytes} MB`
}

/** Where the day comes from a clock, it is not before the release of the rule book. */
async function dayIsPossible(io: Io, options: GlobalOptions): Promise<string> {
  const today = asOfDate(options, io)
  const { version, released } = await bookFor(options)
  if (options.asOf === undefined && io.now !== undefined && today < released) throw new KorvausError('clock-behind', { today, book: version, released })
  return today
}

function lineOf({ part, ok, message }: Finding, language: Language): string {
  return `${(ok ? doctorTexts.ok : doctorTexts.mend)[language]}  ${doctorTexts.parts[part][language]}: ${message}\n`
}
