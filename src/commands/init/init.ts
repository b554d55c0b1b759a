import { existsSync } from 'node:fs'
import { rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { stringify } from 'yaml'
import type { Io } from '../../cli/io.js'
import type { Claimant } from '../../model/claimant.js'
import { columnsOf, sheetNames } from '../../model/columns.js'
import type { IsoDate } from '../../model/dates.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import type { Language } from '../../model/language.js'
import { languages } from '../../model/language-codes.js'
import { claimantKindNames } from '../../model/value-names.js'
import { fill } from '../../templates/fill.js'
import { initTexts } from '../../templates/init-texts.js'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { configName } from '../../workspace/load-workspace.js'
import { ask } from '../../cli/ask.js'
import { failureText } from '../../cli/failure.js'
import { askClaimant, claimantDirectory, claimantOfOptions, type ClaimantAnswers } from './claimant.js'
import { correctTables, showTables } from './correct.js'
import { applySheets, askInputs, lookAt, tablesLacking } from './inputs.js'
import { joinsFor } from './joins.js'
import { applyOptions, caseIdsOf, mappingNamesOf, mappingTextOf, type OfferedInput } from './mapping.js'
import { firstMonth } from './month.js'
import { asOfDate, say, type GlobalOptions } from '../../cli/options.js'
import { namesOffered } from './template-names.js'
import { requireFree, isThere } from '../../workspace/present-file.js'

interface InitOptions extends GlobalOptions, ClaimantAnswers {
  readonly yes?: boolean
  readonly input?: string[]
  readonly sheet?: string[]
  readonly map?: string[]
  readonly constant?: string[]
  readonly value?: string[]
}

/** A file that the command writes; nothing is written before all of them are known. */
interface PlannedFile {
  readonly path: string
  readonly content: string | Uint8Array
  readonly message: string
}

/** Sets up a workspace: finds the claimant, proposes what the columns of a spreadsheet mean, writes `korvaus.yaml` and checks for the first time. */
export async function run(io: Io, options: InitOptions): Promise<number> {
  const folder = resolve(io.cwd, options.workspace ?? '.')
  const path = join(folder, configName)
  await requireFree(path)
  const asks = options.yes !== true
  if (asks && !io.isTerminal) throw new KorvausError('needs-terminal', { option: '--yes' })
  const language = options.lang ?? (asks ? await askLanguage() : 'fi')
  try {
    return await setUp(io, options, folder, language, asks)
  } catch (error) {
    if (error instanceof KorvausError) error.language = language
    throw error
  }
}

async function setUp(io: Io, options: InitOptions, folder: string, language: Language, asks: boolean): Promise<number> {
  const directory = await claimantDirectory(asOfDate(options, io))
  const claimant = asks ? await askClaimant(options, directory, language) : claimantOfOptions(options, directory, language)
  say(fill(initTexts.claimantFound[language], { name: claimant.name, kind: claimantKindNames[claimant.kind][language] }), options, io)
  const inputs = await inputsOf(io, options, folder, language, asks)
  const files = await plannedFiles(folder, claimant, inputs, language, asOfDate(options, io))
  if (asks && inputs.length === 0) files.unshift(...(await blankFile(folder, language, asOfDate(options, io))))
  if (asks) await confirmWriting(folder, language)
  await writeAll(files)
  for (const { message } of files) say(message, options, io)
  if (inputs.length > 0) {
    const exitCode = await firstCheck(io, { ...options, workspace: folder, lang: language }, language)
    say(`\n${fill(initTexts.nextMend[language], { period: await firstMonth(io, { ...options, workspace: folder }) })}`, options, io)
    return exitCode
  }
  say(fill((asks ? initTexts.nextFill : initTexts.next)[language], { file: initTexts.blankName[language] }), options, io)
  return exitCodes.done
}

/** The blank workbook for somebody who has no spreadsheet yet. */
async function blankFile(folder: string, language: Language, on: IsoDate): Promise<PlannedFile[]> {
  const path = join(folder, initTexts.blankName[language])
  if (await isThere(path)) return []
  const { blankWorkbook } = await import('../../report/blank/blank-workbook.js')
  return [{ path, content: await blankWorkbook(language, { names: await namesOffered(language, on) }), message: fill(initTexts.blankWritten[language], { path: basename(path) }) }]
}

async function askLanguage(): Promise<Language> {
  const names = { fi: 'Suomi', sv: 'Svenska', en: 'English' }
  return (await ask<{ language: Language }>([{ type: 'select', name: 'language', message: languages.map((one) => initTexts.language[one]).join(' / '), choices: languages.map((value) => ({ value, name: names[value] })) }], undefined)).language
}

/** The spreadsheets offered, each with what was decided of its columns. */
async function inputsOf(io: Io, options: InitOptions, folder: string, language: Language, asks: boolean): Promise<OfferedInput[]> {
  const inputs = options.input === undefined && asks ? await askInputs(io, folder, language) : []
  for (const one of options.input ?? []) inputs.push(await lookAt(folder, io.cwd, one))
  applySheets(inputs, options.sheet ?? [])
  applyOptions(inputs.flatMap(({ tables }) => tables), options)
  for (const input of inputs) {
    if (asks) await correctTables(io, input, language)
    else say(showTables(input, language, io, false), options, io)
  }
  for (const input of inputs) for (const one of joinsFor(input, inputs)) say(fill(initTexts.joined[language], { file: input.file, column: headingIn(one.column, language), from: one.file ?? one.sheet ?? '', take: one.take }), options, io)
  return inputs.filter(({ tables, skipped }) => tables.length > 0 || skipped.length === 0)
}

function headingIn(key: string, language: Language): string {
  return columnsOf.costs.find((column) => column.key === key)?.heading[language] ?? key
}

async function plannedFiles(folder: string, claimant: Claimant, inputs: readonly OfferedInput[], language: Language, on: IsoDate): Promise<PlannedFile[]> {
  const files: PlannedFile[] = []
  const entries: { path: string; mapping?: string }[] = []
  const mappingNames = mappingNamesOf(inputs.map(({ file }) => file))
  for (const [index, input] of inputs.entries()) {
    const { path } = input
    const text = mappingTextOf(input, joinsFor(input, inputs), language)
    const mapping = mappingNames[index] as string
    entries.push(text === undefined ? { path } : { path, mapping })
    const target = join(folder, mapping)
    if (text !== undefined) files.push({ path: target, content: text, message: fill(((await isThere(target)) ? initTexts.mappingKept : initTexts.mappingWritten)[language], { path: mapping }) })
  }
  const supplement = await supplementOf(folder, inputs, language, on)
  if (supplement) {
    entries.push({ path: basename(supplement.path) })
    files.push(supplement)
  }
  const config = configText(claimant, language, entries.length > 0 ? entries : [{ path: '*.xlsx' }])
  return [...files, { path: join(folder, configName), content: config, message: fill(initTexts.written[language], { path: join(folder, configName) }) }]
}

/** A workbook for the tables that an export of costs lacks, with the case IDs that the costs name. */
async function supplementOf(folder: string, inputs: readonly OfferedInput[], language: Language, on: IsoDate): Promise<PlannedFile | undefined> {
  const lacking = tablesLacking(inputs)
  const path = join(folder, initTexts.supplementName[language])
  if (lacking.length === 0 || (await isThere(path))) return undefined
  const cases = caseIdsOf(inputs.flatMap(({ tables }) => tables))
  const { blankWorkbook } = await import('../../report/blank/blank-workbook.js')
  const content = await blankWorkbook(language, { kinds: lacking, cases, names: await namesOffered(language, on) })
  const tables = lacking.map((kind) => sheetNames[kind][language]).join(', ')
  return { path, content, message: fill(initTexts.supplementWritten[language], { path: basename(path), tables, count: String(cases.length) }) }
}

async function confirmWriting(folder: string, language: Language): Promise<void> {
  const { agreed } = await ask<{ agreed: boolean }>([{ type: 'confirm', name: 'agreed', message: fill(initTexts.writeNow[language], { folder }), default: true }], language)
  if (!agreed) throw new KorvausError('declined', { what: 'init' })
}

/** `korvaus.yaml` comes last and makes the workspace; what was written before it goes again when something fails, with the folders made for it. */
async function writeAll(files: readonly PlannedFile[]): Promise<void> {
  const written: string[] = []
  const made = files.map(({ path }) => dirname(path)).filter((folder) => !existsSync(folder))
  try {
    for (const { path, content } of files) {
      if (await isThere(path)) continue
      await writeFileAtomically(path, content)
      written.push(path)
    }
  } catch (error) {
    for (const path of written) await rm(path, { force: true }).catch(() => undefined)
    for (const folder of made) await rmdir(folder).catch(() => undefined)
    throw error
  }
}

/** The first check; what it cannot read yet is said in words, and the workspace stands. */
async function firstCheck(io: Io, options: InitOptions, language: Language): Promise<number> {
  say(`\n${initTexts.firstCheck[language]}\n`, options, io)
  try {
    const { run: check } = await import('../check/check.js')
    return await check(io, options, [])
  } catch (error) {
    if (!(error instanceof KorvausError)) throw error
    io.stderr(`${failureText(error, language)}\n`)
    return exitCodes.attention
  }
}

function configText(claimant: Claimant, language: Language, inputs: readonly object[]): string {
  const more = stringify({ policies: { deadlineWarningDays: 120 }, signing: { key: 'keys/claimant.ed25519' }, seal: { recipients: ['age1…'] } }, { lineWidth: 0 })
  return [
    section(initTexts.claimantComment[language], { claimant }),
    section(initTexts.languageComment[language], { language }),
    section(initTexts.inputsComment[language], { inputs }),
    section(initTexts.registerComment[language], { register: 'korvaus.db' }),
    `# ${initTexts.moreComment[language]}\n${more.trimEnd().split('\n').map((line) => `# ${line}\n`).join('')}`,
  ].join('\n')
}

function section(comment: string, content: object): string {
  return `# ${comment}\n${stringify(content, { lineWidth: 0 })}`
}
