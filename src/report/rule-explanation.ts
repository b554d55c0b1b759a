import type { Language } from '../model/language.js'
import { effectNames } from '../model/value-names.js'
import type { RuleExplanation } from '../rules/workbench/explain-rule.js'
import { fill } from '../templates/fill.js'
import { formatDate } from '../templates/format.js'
import { rulesTexts } from '../templates/rules-texts.js'

/** A rule for people to read. */
export function renderRuleExplanation(rule: RuleExplanation, language: Language): string {
  const words = rulesTexts
  return [
    `${rule.rule}  ${rule.title} (${effectNames[rule.effect][language]})`,
    fill(words.book[language], { version: rule.ruleBook.version, date: formatDate(rule.ruleBook.released, language) }),
    '',
    rule.summary,
    ...section(words.inForce[language], [inForce(rule, language)]),
    ...section(words.message[language], [rule.message]),
    ...section(words.remedy[language], [rule.remedy]),
    ...section(words.parameters[language], parameterLines(rule, language)),
    ...section(words.policies[language], rule.policies.map(({ name, title, why, default: value }) => `${name} = ${String(value)}: ${title}. ${why}`)),
    ...section(words.expression[language], expressionLines(rule)),
    ...section(`${words.sources[language]} (${fill(words.checkedOn[language], { date: formatDate(rule.checkedOn, language) })})`, sourceLines(rule, language)),
    ...section(words.examples[language], rule.examples.flatMap((example) => [`${words.expect[example.expect][language]}: ${example.name}`, ...factLines(example)])),
    ...section(words.predecessor[language], predecessorLines(rule, language)),
    '',
  ].join('\n')
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
}

function inForce({ when }: RuleExplanation, language: Language): string {
  if (when === undefined) return rulesTexts.always[language]
  return `${daysOf(when, language) || rulesTexts.always[language]}, ${fill(rulesTexts.byDate[language], { fact: when.date })}`
}

function daysOf({ from, to }: { from?: string | undefined; to?: string | undefined }, language: Language): string {
  if (from === undefined && to === undefined) return ''
  return `${from === undefined ? '' : formatDate(from, language)}–${to === undefined ? '' : formatDate(to, language)}`
}

function parameterLines({ parameters }: RuleExplanation, language: Language): string[] {
  return Object.entries(parameters).flatMap(([name, periods]) => periods.map((period) => `${name} = ${String(period.value)}${daysOf(period, language) ? `, ${daysOf(period, language)}` : ''}`))
}

function expressionLines({ applies, let: lets, holds }: RuleExplanation): string[] {
  return [...(applies === 'true' ? [] : [`applies: ${applies}`]), ...Object.entries(lets).map(([name, text]) => `${name} = ${text}`), `holds: ${holds}`]
}

/** The facts that an example names. */
function factLines({ item, case: theCase, claimant, claim, policy }: RuleExplanation['examples'][number]): string[] {
  const facts = Object.entries({ item, case: theCase, claimant, claim, policy }).flatMap(([group, named]) => Object.entries(named ?? {}).map(([key, value]) => `${group}.${key} = ${Array.isArray(value) ? `[${value.join(', ')}]` : String(value)}`))
  return facts.length === 0 ? [] : [`    ${facts.join(', ')}`]
}

function predecessorLines({ predecessor, rule }: RuleExplanation, language: Language): string[] {
  if (predecessor === undefined) return []
  return [fill(rulesTexts.predecessorOf[language], { rule, version: predecessor.version, date: formatDate(predecessor.released, language), parts: predecessor.parts.join(', ') })]
}

function sourceLines({ sources }: RuleExplanation, language: Language): string[] {
  return sources.flatMap((source) => {
    const marks = [rulesTexts.standing[source.standing][language], ...(source.certainty === 'believed' ? [rulesTexts.believed[language]] : []), daysOf(source, language)].filter((part) => part !== '')
    return [`${source.citation} (${marks.join(', ')})${source.note === undefined ? '' : ` – ${source.note}`}`, ...(source.url === undefined ? [] : [`  ${source.url}`])]
  })
}
