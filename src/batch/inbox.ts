import { createHash } from 'node:crypto'
import { link, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { totalsSchema } from '../model/assessment.js'
import { exitCodes } from '../model/errors.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import { isoDateSchema } from '../model/values.js'
import { flushFolder, writeFileAtomically } from '../workspace/atomic-files.js'
import { makeFolder } from '../workspace/make-folder.js'
import { jobResultSchema } from './job.js'
import { entriesIfThere, isThere, statIfThere } from '../workspace/present-file.js'
import { writeFault } from '../workspace/write-fault.js'

const workName = '.work'
const reportSuffix = '.report'
const ends = ['done', 'failed'] as const
/** Names under which others write a file that is not whole yet. */
const unfinishedName = /^\.|^~\$|\.(tmp|temp|part|partial|filepart|crdownload|download|swp)$/i

/** What became of a file that was dropped. `waiting` stays in the inbox for the next run, and says why. */
export const dropResultSchema = z.strictObject({
  /** Path from the inbox. */
  file: z.string(),
  state: z.enum([...ends, 'waiting']),
  exitCode: z.int(),
  workspace: z.string().optional(),
  totals: totalsSchema.optional(),
  findings: jobResultSchema.shape.findings,
  error: jobResultSchema.shape.error,
  /** Path from the inbox to where the file is now; the report stands beside it, with `.report` added. */
  movedTo: z.string().optional(),
})
export type DropResult = Readonly<z.infer<typeof dropResultSchema>>

/** Everything about one run over an inbox: the contract of `batch --inbox --format json`. */
export const inboxSchema = z.strictObject({
  schema: z.literal('korvaus/inbox/1'),
  asOf: isoDateSchema,
  exitCode: z.int(),
  files: z.array(dropResultSchema),
})
export type InboxSummary = Readonly<z.infer<typeof inboxSchema>>

/** The same as lines, each written as soon as it is known: the contract of `batch --inbox --format ndjson`. */
export const inboxLineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ schema: z.literal('korvaus/inbox-lines/1'), kind: z.literal('inbox'), asOf: isoDateSchema }),
  dropResultSchema.extend({ kind: z.literal('file') }),
  z.strictObject({ kind: z.literal('end'), exitCode: z.int(), files: z.int() }),
])
export type InboxLine = Readonly<z.infer<typeof inboxLineSchema>>

/** A file that this run has taken: nobody else has it, and no name in the inbox leads to it any more. */
export interface TakenFile {
  /** Path from the inbox: a name, or the folder of its workspace and a name. */
  readonly file: string
  readonly path: string
  readonly report: string
}

/** Files that an interrupted run had taken and not brought to an end, after half-made reports are cleared away. */
export async function leftovers(inbox: string): Promise<TakenFile[]> {
  for (const end of [workName, ...ends]) await clearReports(join(inbox, end))
  const left: TakenFile[] = []
  for (const one of (await filesIn(join(inbox, workName))).map((file) => taken(inbox, file))) {
    if (await sameFile(one.path, join(inbox, one.file))) await rm(one.path)
    else left.push(one)
  }
  return left
}

/** The files that lie in the inbox, sorted by name; those with the name of a half-written file are left out. */
export function waitingFiles(inbox: string): Promise<string[]> {
  return filesIn(inbox, (name) => name !== 'done' && name !== 'failed')
}

/**
 * Which of the files are whole: of the same size, date and identity after a quiet time, and not empty. The time is
 * measured, not read from a clock, so that clocks that differ or are set back do no harm.
 */
export async function wholeFiles(inbox: string, files: readonly string[], quietSeconds: number): Promise<Set<string>> {
  const before = new Map<string, string | undefined>()
  for (const file of files) before.set(file, await signOf(join(inbox, file)))
  if (quietSeconds > 0 && files.length > 0) await pause(quietSeconds * 1000)
  const whole = new Set<string>()
  for (const file of files) {
    const sign = before.get(file)
    if (sign !== undefined && (quietSeconds === 0 || sign === (await signOf(join(inbox, file))))) whole.add(file)
  }
  return whole
}

/**
 * Takes a file out of the inbox in one step, under a name that identifies nobody: its report is named after it. `undefined` when it
 * is there no more, or an earlier one of its name is still taken.
 */
export async function takeFile(inbox: string, file: string): Promise<TakenFile | undefined> {
  const one = taken(inbox, shareableName(file))
  if (await isThere(one.path)) return undefined
  await makeFolder(dirname(one.path))
  return rename(join(inbox, file), one.path).then(() => one, (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw writeFault(inbox, error.code ?? '', error)
  })
}

/**
 * Brings a taken file to its end in two steps, each whole or not at all: first its report, then the file itself. A run
 * that is killed between them finds the file still taken, judges it again and puts the same report in the place of the
 * first. A name that an earlier file has already gets a number.
 */
export async function endFile(inbox: string, one: TakenFile, end: (typeof ends)[number]): Promise<string> {
  const target = await freeName(join(inbox, end), one.file)
  const path = join(inbox, end, target)
  try {
    await makeFolder(dirname(path))
    await rm(path + reportSuffix, { recursive: true, force: true })
    await rename(one.report, path + reportSuffix)
    await rename(one.path, path)
    await flushFolder(dirname(path))
  } catch (error) {
    throw writeFault(join(inbox, end), (error as NodeJS.ErrnoException).code ?? '', error)
  }
  return `${end}/${target}`
}

/** Gives a file back to the inbox, unless another of its name has come: then it stays taken for the next run. */
export async function returnFile(inbox: string, one: TakenFile): Promise<void> {
  await rm(one.report, { recursive: true, force: true })
  const returned = await link(one.path, join(inbox, one.file)).then(() => true, () => false)
  if (returned) await rm(one.path)
}

/** The gravest exit code of the files; a file that is still growing is nothing grave. */
export function exitCodeOf(results: readonly DropResult[]): number {
  return results.reduce<number>((gravest, { exitCode }) => Math.max(gravest, exitCode), exitCodes.done)
}

/** The folders of an inbox that cannot be looked into, with the reason that the system gives. */
export async function closedFolders(inbox: string): Promise<{ name: string; reason: string }[]> {
  const entries = (await entriesIfThere(inbox)).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  const looked = await Promise.all(entries.map(({ name }) => readdir(join(inbox, name)).then(() => [], ({ code = '' }: NodeJS.ErrnoException) => [{ name: `${name}/`, reason: code }])))
  return looked.flat()
}

/** Notes that a claimant's register held claims: gone without a trace, it is known for lost by the next run. */
export async function noteClaims(inbox: string, businessId: string): Promise<void> {
  const path = claimsNote(inbox, businessId)
  if (await isThere(path)) return
  await makeFolder(dirname(path))
  await writeFileAtomically(path, '')
}

/** What an earlier run over the inbox says of a claimant's claims. */
export async function claimsSign(inbox: string, businessId: string): Promise<string | undefined> {
  return (await isThere(claimsNote(inbox, businessId))) ? basename(inbox) : undefined
}

/** Named by a hash: a business ID is what a workspace says it is, a path too. */
function claimsNote(inbox: string, businessId: string): string {
  return join(inbox, '.korvaus/claimed', createHash('sha256').update(businessId).digest('hex'))
}

function shareableName(file: string): string {
  const last = extname(file)
  const ending = withoutIdentifiers(last.slice(1)) === last.slice(1) ? last : ''
  const name = basename(file, ending)
  const shareable = withoutIdentifiers(name).replaceAll('[\u2026]', '\u2026')
  return shareable === name ? file : `${file.slice(0, file.length - name.length - ending.length)}${shareable}${ending}`
}

function taken(inbox: string, file: string): TakenFile {
  const path = join(inbox, workName, file)
  return { file, path, report: path + reportSuffix }
}

/** Files of a folder and of its folders one step down, with `/`. */
async function filesIn(folder: string, wanted: (name: string) => boolean = () => true): Promise<string[]> {
  const entries = await entriesIfThere(folder)
  const own = entries.filter((entry) => entry.isFile() && !unfinishedName.test(entry.name)).map(({ name }) => name)
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !entry.name.endsWith(reportSuffix) && wanted(entry.name))
  const below = await Promise.all(folders.map(async ({ name }) => {
    // A closed folder is told by `closedFolders`, as a line of its own.
    const inside = await entriesIfThere(join(folder, name)).catch(() => [])
    return inside.filter((entry) => entry.isFile() && !unfinishedName.test(entry.name)).map((entry) => `${name}/${entry.name}`)
  }))
  return [...own, ...below.flat()].sort()
}

/** A report without its file comes from a run that was killed between the two; the file is still to be judged. */
async function clearReports(folder: string): Promise<void> {
  const entries = await entriesIfThere(folder)
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    const path = join(folder, name)
    const file = /^(.+)\.report(?:\.\d+(?:-[0-9a-f]{16})?(?:\.old)?\.tmp)?$/.exec(name)?.[1]
    if (file === undefined) await clearReports(path)
    else if (folder.split(/[/\\]/).includes(workName) || !(await isThere(join(folder, file)))) await rm(path, { recursive: true, force: true })
  }
}

async function freeName(folder: string, file: string): Promise<string> {
  const ending = extname(file)
  for (let number = 1; ; number++) {
    const name = number === 1 ? file : `${file.slice(0, file.length - ending.length)}-${number}${ending}`
    if (!(await isThere(join(folder, name)))) return name
  }
}

/** What shows that a file is the same and has not grown; nothing for one that is empty or gone. */
async function signOf(path: string): Promise<string | undefined> {
  const found = await statIfThere(path)
  return found === undefined || found.size === 0 ? undefined : `${found.ino}/${found.size}/${found.mtimeMs}`
}

/** A run killed while it gave a file back leaves two names of one file. */
async function sameFile(left: string, right: string): Promise<boolean> {
  const [one, other] = await Promise.all([left, right].map(statIfThere))
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev
}
