import type { AssessmentComparison } from '../claim/compare-assessments.js'
import type { Language } from '../model/language.js'
import { parseCents, type Cents } from '../model/money.js'
import { outcomeNames } from '../model/value-names.js'
import { outcomes } from '../model/values.js'
import type { BookChange, BookComparison } from '../rules/workbench/compare-books.js'
import { fill } from '../templates/fill.js'
import { formatCount, formatDate, formatEuros } from '../templates/format.js'
import { rulesTexts } from '../templates/rules-texts.js'

/** What changed between two books, and what it means, for people to read. */
export function renderBookComparison({ from, to, changes }: BookComparison, meanings: readonly { source: string; meaning: AssessmentComparison }[], language: Language): string {
  return [
    fill(rulesTexts.compared[language], { from: from.version, to: to.version }),
    ...(changes.length === 0 ? [rulesTexts.noChanges[language]] : changes.flatMap((change) => changeLines(change, language))),
    ...meanings.flatMap(({ source, meaning }) => meaningLines(source, meaning, language)),
    '',
  ].join('\n')
}

function changeLines({ name, change, parts, days, stated, decides }: BookChange, language: Language): string[] {
  const shownDays = days.map((one) => daysOf(one, language)).join(', ')
  const marks = [rulesTexts.change[change][language], ...(parts.length === 0 ? [] : [`(${parts.join(', ')})`])].join(' ')
  const concerns = decides ? fill(rulesTexts.concerns[language], { days: shownDays }) : rulesTexts.wordsOnly[language]
  return [`  ${name}: ${marks}; ${concerns}`, ...stated.map(({ what, from, to }) => `      ${what[language]}${from === undefined && to === undefined ? '' : ` (${daysOf({ from, to }, language)})`}`)]
}

function daysOf({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }, language: Language): string {
  if (from === undefined && to === undefined) return rulesTexts.always[language]
  return `${from === undefined ? '' : formatDate(from, language)}–${to === undefined ? '' : formatDate(to, language)}`
}

function meaningLines(source: string, { items, amounts }: AssessmentComparison, language: Language): string[] {
  const sums = outcomes.map((outcome) => {
    const { from, to, difference } = amounts[outcome]
    return `  ${outcomeNames[outcome][language]}: ${euros(from, language)} → ${euros(to, language)} (${euros(difference, language)})`
  })
  const changed = items.map(({ id, from, to, amount, rules }) => `  ${id}: ${outcomeNames[from][language]} → ${outcomeNames[to][language]}${amount === undefined ? '' : `, ${euros(amount, language)}`} (${rules.join(', ')})`)
  return ['', fill(rulesTexts.meaning[language], { source, count: formatCount(items.length, language) }), ...sums, ...changed]
}

function euros(amount: string, language: Language): string {
  return formatEuros(parseCents(amount) as Cents, language)
}
