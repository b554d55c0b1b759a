import { factSpecs, type FactGroup, type FactSpec } from '../model/facts.js'
import type { Language } from '../model/language.js'
import { allOnOneLine } from '../model/unseen.js'
import { effectNames } from '../model/value-names.js'
import { citation } from '../rules/book.js'
import type { ItemExplanation, RuleWalk } from '../rules/workbench/explain-item.js'
import { fill } from '../templates/fill.js'
import { formatDate, formatEuros } from '../templates/format.js'
import { rulesTexts } from '../templates/rules-texts.js'
import { formatCents } from '../model/money.js'

const order: Record<RuleWalk['verdict'], number> = { failed: 0, lacking: 1, held: 2, inapplicable: 3 }

/** One item's whole judgement for people to read: what failed first, then what held, then what did not apply and why. */
export function renderItemExplanation(explained: ItemExplanation, language: Language): string {
  const item = allOnOneLine(explained)
  const { regime, decidedBy, claimed } = item
  return [
    [item.item, item.case].filter((part) => part !== undefined).join('  '),
    ...(regime && decidedBy ? [fill(rulesTexts.chosenLaw[language], { date: formatDate(decidedBy.date, language), regime: regime.id, title: regime.title[language] })] : []),
    ...(claimed ? [fill(rulesTexts.claimedBefore[language], { claim: claimed.claim, amount: claimed.amount === undefined ? '\u2013' : formatEuros(claimed.amount, language) })] : []),
    ...item.rules.toSorted((left, right) => placeOf(left, item) - placeOf(right, item)).flatMap((walk) => walkLines(walk, language)),
    '',
  ].join('\n')
}

/** That an item is claimed already is told first, and is no fault of it: the rule that keeps it from being claimed again stands after those that judged it. */
function placeOf({ verdict, read }: RuleWalk, { claimed }: ItemExplanation): number {
  const isOfClaim = claimed !== undefined && verdict === 'failed' && read.some(({ fact }) => fact === 'item.claimedIn')
  return isOfClaim ? order.held + 0.5 : order[verdict]
}

function walkLines(walk: RuleWalk, language: Language): string[] {
  const because = walk.because === undefined ? '' : `: ${rulesTexts.because[walk.because][language]}`
  const head = `${walk.rule}  ${walk.title[language]} (${effectNames[walk.effect][language]}) – ${rulesTexts.verdict[walk.verdict][language]}${because}`
  if (walk.verdict === 'inapplicable' && walk.because === 'date') return [head]
  return [
    '',
    head,
    ...walk.read.map(({ fact, value }) => `    ${fact} = ${value === undefined ? '–' : shown(fact, value, language)}`),
    ...Object.entries({ ...walk.parameters, ...walk.computed }).map(([name, value]) => `    ${name} = ${shown('', value, language)}`),
    ...walk.decisive.map(({ part, result }) => `    ${rulesTexts.decisive[result][language]}: ${part}`),
    ...(walk.basis.length === 0 ? [] : [`    ${walk.basis.map(citation).join('; ')}`]),
  ]
}

function shown(fact: string, value: RuleWalk['computed'][string], language: Language): string {
  if (typeof value === 'bigint') return specOf(fact)?.type === 'cents' ? formatEuros(value, language) : value.toString()
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value)
}

function specOf(path: string): FactSpec | undefined {
  const [group = '', key = ''] = path.split('.')
  return (factSpecs[group as FactGroup] as Record<string, FactSpec> | undefined)?.[key]
}

/** The same as JSON: cents of facts as `"123.45"`, other whole numbers as numbers. */
export function itemExplanationJson(item: ItemExplanation, ruleBook: { version: string; sha256: string }): string {
  const rules = item.rules.map((walk) => ({ ...walk, read: walk.read.map(({ fact, value }) => ({ fact, ...(value === undefined ? {} : { value: specOf(fact)?.type === 'cents' && typeof value === 'bigint' ? formatCents(value) : value }) })) }))
  const claimed = item.claimed && { ...item.claimed, ...(item.claimed.amount === undefined ? {} : { amount: formatCents(item.claimed.amount) }) }
  return `${JSON.stringify({ schema: 'korvaus/item-explanation/1', ruleBook, ...item, ...(claimed ? { claimed } : {}), rules }, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value), 2)}\n`
}
