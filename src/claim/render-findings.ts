import type { Finding, GeneralFinding } from '../model/assessment.js'
import { columnsOf } from '../model/columns.js'
import { isIsoDate } from '../model/dates.js'
import { factSpecs, type FactGroup, type FactSpec } from '../model/facts.js'
import type { Language, Localized } from '../model/language.js'
import { centsOf } from '../model/money.js'
import { ownValue } from '../model/own-keys.js'
import { cellOf, type CellSource, type CostItem, type RowSource, type SourceFinding } from '../model/service-log.js'
import { unseenIn, writtenOut } from '../model/unseen.js'
import { citation } from '../rules/book.js'
import type { RuleFinding } from '../rules/engine/judgement.js'
import { fill, fillBy } from '../templates/fill.js'
import { formatCount, formatDate, formatEuros } from '../templates/format.js'
import { lackingTexts } from '../templates/finding-texts.js'
import { nameOfValue, nameOfYesNo } from '../templates/value-display.js'
import { nearnessTexts, unseenNames, unseenText } from '../templates/nearness-texts.js'
import { sourceTexts, unreadAmount } from '../templates/source-findings.js'

/** A rule's finding about an item, in words and at its cell. */
export function itemFinding(finding: RuleFinding, item: Pick<CostItem, 'source'>, language: Language): Finding {
  const { rule, effect, message, remedy, basis } = words(finding, language)
  const { column } = finding
  if (basis === undefined || column === undefined || item.source.table.sheet === '') return { ...words(finding, language), ...placeOf(finding, item.source) }
  // The common case without spreading, which would cost more than all the rest.
  const { file, sheet, cell: address } = cellOf(item.source, column)
  return { rule, effect, message, remedy, basis, file, sheet: sheet as string, cell: address as string }
}

/** A rule's finding about a case, the claimant or the claim. */
export function generalFinding(finding: RuleFinding, about: 'case' | 'claimant' | 'claim', row: { case: string; source: RowSource } | undefined, language: Language): GeneralFinding {
  return { ...words(finding, language), about, ...(row === undefined ? {} : { case: row.case, ...placeOf(finding, row.source) }) }
}

/** The reader's finding about an item. */
export function sourceFinding(finding: SourceFinding, language: Language): Finding {
  const texts = sourceTexts[finding.rule]
  const values = shownValues(finding, language)
  const hasNear = finding.values.near !== undefined || finding.values.likely !== undefined
  return {
    rule: finding.rule,
    effect: finding.effect,
    message: `${fill(texts?.message[language] ?? finding.rule, values)}${finding.effect === 'note' ? '' : unseenSaid(finding.at.raw ?? '', language)}`,
    remedy: fill((hasNear ? (texts?.nearRemedy ?? texts?.remedy) : texts?.remedy)?.[language] ?? '', values),
    ...cell(finding.at),
    ...(finding.restsOn === undefined ? {} : { restsOn: finding.restsOn }),
  }
}

/** What stands in the places of a reader's texts: the cell, its column, and what was probably meant. */
function shownValues({ values, at }: SourceFinding, language: Language): Record<string, string> {
  const raw = at.raw ?? ''
  const word = values.word ?? raw
  return {
    ...values,
    raw,
    word,
    line: values.line ?? writtenOut(word),
    key: values.column ?? '',
    column: headingOf(values.column, language),
    near: headingOf(values.near, language),
    likelyName: choiceName(values.column, values.likely, language),
    why: (values.why ?? '').split(',').map((one) => nearnessTexts[one]?.[language] ?? one).join(', '),
    choices: choicesOf(values.column, language),
    euros: eurosOf(values.euros, language),
    usual: eurosOf(values.usual, language),
  }
}

/** A cell that looks right is never called wrong without saying what cannot be seen in it. */
function unseenSaid(raw: string, language: Language): string {
  const signs = unseenIn(raw).map((code) => (unseenNames[code] === undefined ? code : `${unseenNames[code]?.[language]} (${code})`))
  return signs.length === 0 ? '' : ` ${fill(unseenText[language], { signs: signs.join(', ') })}`
}

/** An amount of a finding; an empty one is not known. */
function eurosOf(amount: string | undefined, language: Language): string {
  if (amount === undefined) return ''
  return amount === '' ? unreadAmount[language] : formatEuros(centsOf(amount), language)
}

/** The reader's finding about a case, a sheet or a file. */
export function sourceGeneralFinding(finding: SourceFinding, language: Language): GeneralFinding {
  return { ...sourceFinding(finding, language), about: finding.case === undefined ? 'input' : 'case', ...(finding.case === undefined ? {} : { case: finding.case }) }
}

/** Message, remedy and sources of a finding in the language. */
function words(finding: RuleFinding, language: Language) {
  const { rule, lacking } = finding
  const basis = citationsOf(finding)
  const message = lacking === undefined ? rule.message[language] : lackingTexts.message[language]
  const remedy = lacking === undefined ? rule.remedy[language] : lackingTexts.remedy[language]
  const fixed = { title: rule.title[language], fact: lacking === undefined ? '' : factName(lacking, language) }
  return {
    rule: rule.rule,
    effect: finding.effect,
    message: withPolicyNote(fillShown(message, finding, fixed, language), finding, language),
    remedy: fillShown(remedy, finding, fixed, language),
    ...(basis.length === 0 ? {} : { basis }),
  }
}

const knownCitations = new WeakMap<RuleFinding['basis'], string[]>()

/** Findings of one rule on days of one law share their sources. */
function citationsOf({ basis }: RuleFinding): string[] {
  const known = knownCitations.get(basis) ?? basis.map(citation)
  knownCitations.set(basis, known)
  return known
}

/** What rests on the claimant's own choice says so. */
function withPolicyNote(message: string, { rule }: RuleFinding, language: Language): string {
  return rule.policies.length === 0 ? message : `${message} ${fill(lackingTexts.policy[language], { policies: rule.policies.join(', ') })}`
}

function fillShown(text: string, finding: RuleFinding, fixed: Record<string, string>, language: Language): string {
  return fillBy(text, (place) => ownValue(fixed, place) ?? shown(place, finding, language))
}

/** A value as people read it: dates, euros, names of categories and kinds, counts. */
function shown(place: string, finding: RuleFinding, language: Language): string {
  const [name = '', form] = place.split(':')
  const value = ownValue(finding.values, name)
  if (value === undefined) return '–'
  if (typeof value === 'bigint') return form === 'euros' || specOf(name)?.type === 'cents' ? formatEuros(value, language) : plain(value, name, language)
  if (Array.isArray(value)) return value.map((one: string) => nameOfValue(name, one, language)).join(', ')
  if (typeof value === 'number') return formatCount(value, language)
  if (typeof value === 'boolean') return nameOfYesNo(value, language)
  const text = String(value)
  return isIsoDate(text) ? formatDate(text, language) : nameOfValue(name, text, language)
}

/** Years are no counts: they have no thousands. */
function plain(value: bigint, name: string, language: Language): string {
  return /year/i.test(name) ? value.toString() : formatCount(value, language)
}

function placeOf({ column }: RuleFinding, source: RowSource): { file?: string; sheet?: string; cell?: string } {
  return column === undefined ? {} : cell(cellOf(source, column))
}

function cell(at: CellSource): { file?: string; sheet?: string; cell?: string } {
  return { file: at.file, ...(at.sheet ? { sheet: at.sheet } : {}), ...(at.cell === undefined ? {} : { cell: at.cell }) }
}

function choiceName(key: string | undefined, code: string | undefined, language: Language): string {
  const column = Object.values(columnsOf).flat().find((one) => one.key === key)
  return column?.choices?.find(([one]) => one === code)?.[1][language] ?? ''
}

/** The values of a list column as the language calls them. */
function choicesOf(key: string | undefined, language: Language): string {
  const column = Object.values(columnsOf).flat().find((one) => one.key === key)
  return (column?.choices ?? []).map(([, names]) => names[language]).join(', ')
}

const headings: Readonly<Record<string, Localized>> = Object.fromEntries(Object.values(columnsOf).flat().map((column) => [column.key, column.heading]))

function headingOf(key: string | undefined, language: Language): string {
  return headings[key ?? '']?.[language] ?? key ?? ''
}

function factName(path: string, language: Language): string {
  return headingOf(specOf(path)?.column, language) || path
}

function specOf(path: string): FactSpec | undefined {
  const [group = '', key = ''] = path.split('.')
  return (factSpecs[group as FactGroup] as Record<string, FactSpec> | undefined)?.[key]
}
