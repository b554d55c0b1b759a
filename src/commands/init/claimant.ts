import { isBusinessId } from '../../model/business-id.js'
import { claimantSchema, type Claimant } from '../../model/claimant.js'
import type { IsoDate } from '../../model/dates.js'
import { KorvausError } from '../../model/errors.js'
import { isIban } from '../../model/iban.js'
import type { Language } from '../../model/language.js'
import { claimantKindNames } from '../../model/value-names.js'
import { claimantKinds, type ClaimantKind } from '../../model/values.js'
import { loadRuleBook } from '../../rules/load-book.js'
import { claimantsOn, findClaimants, knownBusinessIds, type KnownClaimant } from '../../rules/tables/find-claimants.js'
import { fill } from '../../templates/fill.js'
import { initTexts } from '../../templates/init-texts.js'
import { ask } from '../../cli/ask.js'

/** What options or answers say of the claimant. */
export interface ClaimantAnswers {
  readonly claimant?: string
  readonly kind?: string
  readonly name?: string
  readonly businessId?: string
  readonly county?: string
  readonly municipality?: string
  readonly agreement?: string
  readonly iban?: string
  readonly email?: string
  readonly phone?: string
}

const countyKinds = new Set<string>(['wellbeing-services-county'])
const municipalityKinds = new Set<string>(['municipality', 'aland-municipality'])

/** Everybody who may claim, by the dated tables of the newest rule book. */
export async function claimantDirectory(on: IsoDate): Promise<KnownClaimant[]> {
  const [book, businessIds] = [await loadRuleBook({}), await knownBusinessIds()]
  return claimantsOn(book.tables, businessIds, on)
}

/** The claimant that options name. Throws `usage` for what is missing or wrong. */
export function claimantOfOptions(answers: ClaimantAnswers, directory: readonly KnownClaimant[], language: Language): Claimant {
  return checkedClaimant({ ...foundByName(answers, directory, language), ...given(answers) }, directory, language)
}

/** Asks for what the options leave open; each answer is checked as it is given. */
export async function askClaimant(answers: ClaimantAnswers, directory: readonly KnownClaimant[], language: Language): Promise<Claimant> {
  const known: ClaimantAnswers = { ...(answers.kind === undefined ? await askWho(answers, directory, language) : {}), ...given(answers) }
  const kinds = claimantKinds.map((value) => ({ value, name: claimantKindNames[value][language] }))
  const isKind = (set: ReadonlySet<string>) => (so: Partial<ClaimantAnswers>) => set.has(known.kind ?? so.kind ?? '')
  const open = [
    { type: 'select', name: 'kind', message: initTexts.kind[language], choices: kinds },
    { type: 'input', name: 'name', message: initTexts.name[language], validate: (text: string) => text.trim() !== '' || initTexts.nameEmpty[language] },
    { type: 'input', name: 'businessId', message: initTexts.businessId[language], validate: (text: string, so: ClaimantAnswers = {}) => businessIdFault({ ...so, ...known, businessId: text.trim() }, directory, language) ?? true },
    { type: 'input', name: 'county', message: initTexts.county[language], when: isKind(countyKinds), validate: (text: string) => areaCode(directory, 'county', text) !== undefined || initTexts.countyWrong[language] },
    { type: 'input', name: 'municipality', message: initTexts.municipality[language], when: isKind(municipalityKinds), validate: (text: string) => areaCode(directory, 'municipality', text) !== undefined || initTexts.municipalityWrong[language] },
    { type: 'input', name: 'agreement', message: initTexts.agreement[language], when: isKind(municipalityKinds) },
    { type: 'input', name: 'iban', message: initTexts.iban[language], validate: (text: string) => text.trim() === '' || isIban(text) || initTexts.ibanWrong[language] },
    { type: 'input', name: 'email', message: initTexts.email[language], validate: (text: string) => text.trim() === '' || isEmail(text) || initTexts.emailWrong[language] },
  ].filter(({ name }) => known[name as keyof ClaimantAnswers] === undefined)
  return checkedClaimant({ ...(await ask<ClaimantAnswers>(open, language)), ...known }, directory, language)
}

async function askWho({ claimant }: ClaimantAnswers, directory: readonly KnownClaimant[], language: Language): Promise<ClaimantAnswers> {
  const { words = claimant ?? '' } = claimant === undefined
    ? await ask<{ words: string }>([{ type: 'input', name: 'words', message: initTexts.find[language], validate: (text: string) => findClaimants(directory, text).length > 0 || isBusinessId(text.trim()) || initTexts.findNone[language] }], language)
    : {}
  const found = findClaimants(directory, words)
  const choices = [...found.map((one, value) => ({ value, name: shownClaimant(one, language) })), { value: -1, name: initTexts.notListed[language] }]
  const { chosen } = await ask<{ chosen: number }>([{ type: 'select', name: 'chosen', message: initTexts.choose[language], choices }], language)
  if (found[chosen] !== undefined) return answersOf(found[chosen], language)
  return isBusinessId(words.trim()) ? { businessId: words.trim() } : {}
}

/** A claimant as people tell it apart from others of like names. */
export function shownClaimant({ kind, name, county, municipality, businessId }: KnownClaimant, language: Language): string {
  return `${name[language]} (${[claimantKindNames[kind][language], county ?? municipality, businessId].filter((part) => part !== undefined && part !== name[language]).join(', ')})`
}

function foundByName(answers: ClaimantAnswers, directory: readonly KnownClaimant[], language: Language): ClaimantAnswers {
  const words = answers.claimant ?? (answers.kind === undefined ? (answers.name ?? answers.businessId) : undefined)
  if (words === undefined) return {}
  const found = findClaimants(directory, words)
  if (found.length === 1) return answersOf(found[0] as KnownClaimant, language)
  if (answers.claimant === undefined) return {}
  throw new KorvausError('usage', { reason: found.length === 0 ? `--claimant ${words}: ${initTexts.findNone[language]}` : `--claimant ${words}: ${initTexts.choose[language]} ${found.map((one) => shownClaimant(one, language)).join('; ')}.` })
}

function answersOf({ kind, name, county, municipality, businessId }: KnownClaimant, language: Language): ClaimantAnswers {
  return { kind, name: name[language], ...(county ? { county } : {}), ...(municipality ? { municipality } : {}), ...(businessId ? { businessId } : {}) }
}

function given({ kind, name, businessId, county, municipality, agreement, iban, email, phone }: ClaimantAnswers): ClaimantAnswers {
  return Object.fromEntries(Object.entries({ kind, name, businessId, county, municipality, agreement, iban, email, phone }).filter(([, value]) => value !== undefined))
}

function checkedClaimant(answers: ClaimantAnswers, directory: readonly KnownClaimant[], language: Language): Claimant {
  const { kind, name, businessId, iban, email, phone, agreement, ...area } = Object.fromEntries(Object.entries(answers).map(([key, value]: [string, string]) => [key, value.trim()])) as ClaimantAnswers
  const [county, municipality] = (['county', 'municipality'] as const).map((key) => (area[key] ? (areaCode(directory, key, area[key]) ?? area[key]) : undefined))
  if (kind !== undefined && !claimantKinds.includes(kind as ClaimantKind)) throw wrong('--kind', kind, claimantKinds.join(', '))
  const fault = businessId === undefined ? undefined : businessIdFault({ businessId, ...(county ? { county } : {}), ...(municipality ? { municipality } : {}) }, directory, language)
  if (fault !== undefined) throw wrong('--business-id', businessId, fault)
  if (iban && !isIban(iban)) throw wrong('--iban', iban, initTexts.ibanWrong[language])
  if (email && !isEmail(email)) throw wrong('--email', '', initTexts.emailWrong[language])
  if (county && !directory.some((one) => one.county === county)) throw wrong('--county', county, initTexts.countyWrong[language])
  if (municipality && !directory.some((one) => one.municipality === municipality)) throw wrong('--municipality', municipality, initTexts.municipalityWrong[language])
  if (countyKinds.has(kind ?? '') && !county) throw new KorvausError('option-missing', { option: '--county' })
  if (municipalityKinds.has(kind ?? '') && !municipality) throw new KorvausError('option-missing', { option: '--municipality' })
  const contact = { ...(email ? { email } : {}), ...(phone ? { phone } : {}) }
  const parsed = claimantSchema.safeParse({ kind, name, businessId, ...(county ? { county } : {}), ...(municipality ? { municipality } : {}), ...(iban ? { iban } : {}), ...(email || phone ? { contact } : {}), ...(agreement ? { programme: { arranged: true, agreement } } : {}) })
  if (parsed.success) return parsed.data
  const key = String(parsed.error.issues[0]?.path[0] ?? '')
  throw new KorvausError('option-missing', { option: `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}` })
}

/** The code of a county or municipality that a person wrote as its code or as its name. */
function areaCode(directory: readonly KnownClaimant[], key: 'county' | 'municipality', text: string): string | undefined {
  const found = findClaimants(directory.filter((one) => one[key] !== undefined), text)
  return found.find((one) => one[key] === text.trim())?.[key] ?? (found.length === 1 ? found[0]?.[key] : undefined)
}

/** What is wrong with a business ID: its check digit, or that the tables know it as another claimant's. */
function businessIdFault({ businessId = '', county, municipality }: ClaimantAnswers, directory: readonly KnownClaimant[], language: Language): string | undefined {
  if (!isBusinessId(businessId)) return initTexts.businessIdWrong[language]
  const owner = directory.find((one) => one.businessId === businessId)
  if (owner === undefined || (owner.county === county && owner.municipality === municipality)) return undefined
  return fill(initTexts.businessIdTaken[language], { owner: owner.name[language] })
}

function wrong(option: string, value: string | undefined, fault: string): KorvausError {
  return new KorvausError('usage', { reason: `${`${option} ${value ?? ''}`.trim()}: ${fault.replace(/\.?$/, '.')}` })
}

function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())
}
