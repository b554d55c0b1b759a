import type { Language } from '../../model/language.js'
import type { Guide, GuideRule } from '../../rules/workbench/guide.js'
import { fill } from '../../templates/fill.js'
import { formatDate } from '../../templates/format.js'
import { guideTexts } from '../../templates/guide-texts.js'
import { heading, paragraph } from '../../formats/pdf/flow.js'
import { createPaper, ink, type Paper } from '../../formats/pdf/paper.js'

const small = { size: 8, color: ink.soft }

/** A guide as a tagged PDF that carries the rule book it was made from. */
export async function renderGuidePdf(guide: Guide, language: Language, ruleBook: Uint8Array, producer: string): Promise<Uint8Array> {
  const paper = createPaper({
    title: guide.title,
    author: producer,
    language,
    date: guide.released,
    producer,
    attachment: { name: 'rule-book.json', bytes: ruleBook, description: fill(guideTexts.made[language], { version: guide.version, date: formatDate(guide.released, language) }) },
  })
  heading(paper, 1, guide.title)
  paragraph(paper, fill(guideTexts.made[language], { version: guide.version, date: formatDate(guide.released, language) }), small)
  paragraph(paper, guide.disclaimer)
  regimesPart(paper, guide, language)
  for (const { chapter, rules } of guide.chapters) {
    heading(paper, 2, guideTexts.chapter[chapter][language])
    for (const rule of rules) rulePart(paper, rule, language)
  }
  heading(paper, 2, guideTexts.mistakes[language])
  for (const { rule, title, remedy } of guide.chapters.flatMap(({ rules }) => rules.filter(({ rejects }) => rejects))) paragraph(paper, `${title} (${rule}): ${remedy}`)
  heading(paper, 2, guideTexts.choices[language])
  for (const { name, title, why, default: value } of guide.choices) paragraph(paper, `${title} (${name}, ${fill(guideTexts.default[language], { value: value === '' ? '–' : value })}): ${why}`)
  return paper.finish((page, pages) => fill(guideTexts.page[language], { page: String(page), pages: String(pages) }))
}

function regimesPart(paper: Paper, guide: Guide, language: Language): void {
  heading(paper, 2, guideTexts.periods[language])
  for (const regime of guide.regimes) {
    heading(paper, 3, regime.title)
    paragraph(paper, `${guideTexts.claimants[language]}: ${regime.claimants.join(', ')}. ${guideTexts.addressee[language]}: ${regime.addressee}. ${guideTexts.deadline[language]}: ${fill(guideTexts.deadlineYears[language], { years: String(regime.deadlineYears) })}.`)
    paragraph(paper, `${guideTexts.categories[language]}: ${regime.categories.join(', ')}. ${guideTexts.papers[language]}: ${regime.papers.map((one) => guideTexts.paper[one][language]).join(', ')}.`)
    paragraph(paper, regime.procedure)
  }
}

function rulePart(paper: Paper, rule: GuideRule, language: Language): void {
  const days = rule.from === undefined && rule.to === undefined ? '' : `, ${rule.from === undefined ? '' : formatDate(rule.from, language)}–${rule.to === undefined ? '' : formatDate(rule.to, language)}`
  heading(paper, 3, `${rule.title} (${rule.rule}${days})`, { keep: 48 })
  paragraph(paper, rule.summary)
  paragraph(paper, `${guideTexts.sources[language]}: ${[...new Set(rule.sources.map(({ citation }) => citation))].join('; ')}`, small)
}
