import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stringify } from 'yaml'
import type { Io } from '../io.js'
import { isBusinessId } from '../model/business-id.js'
import { claimantSchema } from '../model/claimant.js'
import { exitCodes, KorvausError } from '../model/errors.js'
import { isIban } from '../model/iban.js'
import type { Language } from '../model/language.js'
import { initTexts } from '../templates/init-texts.js'
import { fill } from '../templates/fill.js'
import { writeFileAtomically } from '../workspace/atomic-files.js'
import { configName } from '../workspace/load-workspace.js'
import { ask } from './ask.js'
import { say, type GlobalOptions } from './options.js'

interface InitOptions extends GlobalOptions {
  readonly yes?: boolean
  readonly kind?: string
  readonly name?: string
  readonly businessId?: string
  readonly county?: string
  readonly municipality?: string
  readonly iban?: string
  readonly input?: string[]
}

/** Sets up a workspace: writes a commented `korvaus.yaml`. */
export async function run(io: Io, options: InitOptions): Promise<number> {
  const language = options.lang ?? 'fi'
  const folder = resolve(io.cwd, options.workspace ?? '.')
  const path = join(folder, configName)
  if (existsSync(path)) throw new KorvausError('file-exists', { path })
  if (options.yes !== true && !io.isTerminal) throw new KorvausError('needs-terminal', { option: '--yes' })
  const answers = options.yes === true ? options : await askClaimant(options, language)
  await writeFileAtomically(path, configText(checked(answers), language, answers.input ?? ['*.xlsx']))
  say(fill(initTexts.written[language], { path }), options, io)
  return exitCodes.done
}

/** The claimant of the answers. Throws `usage` for what is missing or wrong. */
function checked(answers: InitOptions) {
  const { kind, name, businessId, county, municipality, iban } = answers
  if (businessId !== undefined && !isBusinessId(businessId)) throw new KorvausError('usage', { reason: `--business-id ${businessId}` })
  if (iban !== undefined && !isIban(iban)) throw new KorvausError('usage', { reason: '--iban' })
  const parsed = claimantSchema.safeParse({ kind, name, businessId, ...(county ? { county } : {}), ...(municipality ? { municipality } : {}), ...(iban ? { iban } : {}) })
  if (parsed.success) return parsed.data
  const option = String(parsed.error.issues[0]?.path[0] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  throw new KorvausError('usage', { reason: `--${option}: ${parsed.error.issues[0]?.message ?? ''}.` })
}

async function askClaimant(options: InitOptions, language: Language): Promise<InitOptions> {
  const { claimantKinds } = await import('../model/values.js')
  const { claimantKindNames } = await import('../model/value-names.js')
  const kinds = claimantKinds.map((value) => ({ value, name: claimantKindNames[value][language] }))
  const answers = await ask<Partial<InitOptions>>([
    { type: 'select', name: 'kind', message: initTexts.kind[language], choices: kinds },
    { type: 'input', name: 'name', message: initTexts.name[language], validate: (text: string) => text.trim() !== '' },
    { type: 'input', name: 'businessId', message: initTexts.businessId[language], validate: (text: string) => isBusinessId(text) || initTexts.businessIdWrong[language] },
    { type: 'input', name: 'county', message: initTexts.county[language] },
    { type: 'input', name: 'municipality', message: initTexts.municipality[language] },
    { type: 'input', name: 'iban', message: initTexts.iban[language], validate: (text: string) => text === '' || isIban(text) || initTexts.ibanWrong[language] },
  ])
  return { ...answers, ...options }
}

function configText(claimant: ReturnType<typeof checked>, language: Language, inputs: readonly string[]): string {
  return [
    section(initTexts.claimantComment[language], { claimant }),
    section(initTexts.languageComment[language], { language }),
    section(initTexts.inputsComment[language], { inputs: inputs.map((path) => ({ path })) }),
    section(initTexts.registerComment[language], { register: 'korvaus.db' }),
  ].join('\n')
}

function section(comment: string, content: object): string {
  return `# ${comment}\n${stringify(content, { lineWidth: 0 })}`
}
