import type { Language } from '../model/language.js'
import type { Guide, GuideRegime, GuideRule } from '../rules/workbench/guide.js'
import { allUnseenShown } from '../model/unseen.js'
import { fill } from '../templates/fill.js'
import { formatDate } from '../templates/format.js'
import { guideTexts } from '../templates/guide-texts.js'

/** A guide as Markdown. */
export function renderGuideMarkdown(told: Guide, language: Language): string {
  const guide = allUnseenShown(told)
  const mistakes = guide.chapters.flatMap(({ rules }) => rules.filter(({ rejects }) => rejects))
  return [
    `# ${guide.title}`,
    fill(guideTexts.made[language], { version: guide.version, date: formatDate(guide.released, language) }),
    guide.disclaimer,
    `## ${guideTexts.periods[language]}`,
    ...guide.regimes.map((regime) => regimeText(regime, language)),
    ...guide.chapters.flatMap(({ chapter, rules }) => [`## ${guideTexts.chapter[chapter][language]}`, ...rules.map((rule) => ruleText(rule, language))]),
    `## ${guideTexts.mistakes[language]}`,
    mistakes.map(({ rule, title, remedy }) => `- **${title}** (${rule}): ${remedy}`).join('\n'),
    `## ${guideTexts.choices[language]}`,
    guide.choices.map(({ name, title, why, default: value }) => `- **${title}** (\`${name}\`, ${fill(guideTexts.default[language], { value: value === '' ? '–' : value })}): ${why}`).join('\n'),
    '',
  ].join('\n\n')
}

function regimeText(regime: GuideRegime, language: Language): string {
  const rows = [
    [guideTexts.period[language], daysOf(regime, language)],
    [guideTexts.claimants[language], regime.claimants.join(', ')],
    [guideTexts.addressee[language], regime.addressee],
    [guideTexts.categories[language], regime.categories.join(', ')],
    [guideTexts.papers[language], regime.papers.map((paper) => guideTexts.paper[paper][language]).join(', ')],
    [guideTexts.deadline[language], fill(guideTexts.deadlineYears[language], { years: String(regime.deadlineYears) })],
  ]
  return [`### ${regime.title}`, rows.map(([name, text]) => `- ${name}: ${text}`).join('\n'), regime.procedure].join('\n\n')
}

function ruleText(rule: GuideRule, language: Language): string {
  const days = rule.from === undefined && rule.to === undefined ? '' : `, ${fill(guideTexts.inForce[language], { days: daysOf(rule, language) })}`
  const sources = [...new Set(rule.sources.map(({ citation, url }) => (url === undefined ? citation : `[${citation}](${url})`)))].join('; ')
  return `**${rule.title}** (${rule.rule}${days}). ${rule.summary}\n\n${guideTexts.sources[language]}: ${sources}`
}

/** The days of a rule or regime, as people write them. */
export function daysOf({ from, to }: { readonly from?: string; readonly to?: string }, language: Language): string {
  return `${from === undefined ? '' : formatDate(from, language)}–${to === undefined ? '' : formatDate(to, language)}`
}
