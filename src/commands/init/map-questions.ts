import { ask } from '../../cli/ask.js'
import { loadMapping } from '../../desk/input-specs.js'
import { columnsOf, sheetKinds, type Column } from '../../model/columns.js'
import { KorvausError } from '../../model/errors.js'
import type { Language } from '../../model/language.js'
import { writtenOut } from '../../model/unseen.js'
import type { OpenQuestion } from '../../read/open-questions.js'
import { fill } from '../../templates/fill.js'
import { formatRows } from '../../templates/format.js'
import { mapTexts } from '../../templates/map-texts.js'
import { nearnessTexts } from '../../templates/nearness-texts.js'
import type { Workspace, WorkspaceInput } from '../../workspace/load-workspace.js'
import type { FileAnswer } from './map-options.js'

const back = '\u0000back'

/**
 * Lets a person answer the open questions in any order, and any that was answered before: each question leads back to the
 * list, and nothing is written before the list is left. “I do not know yet” is what stands there first.
 */
export async function askQuestions(open: readonly OpenQuestion[], workspace: Workspace, inputs: readonly WorkspaceInput[], language: Language): Promise<FileAnswer[]> {
  const questions = [...open, ...(await saidBefore(inputs))]
  const answers = new Map<OpenQuestion, string>()
  for (;;) {
    const choices = [
      ...questions.map((question, index) => ({ value: index, name: shownQuestion(question, answers.get(question), language) })),
      { value: -1, name: mapTexts.write[language] },
      { value: -2, name: mapTexts.leave[language] },
    ]
    const { index } = await ask<{ index: number }>([{ type: 'select', name: 'index', message: mapTexts.menu[language], choices, default: Math.max(0, questions.findIndex((one) => !answers.has(one))), pageSize: 16 }], language)
    if (index === -2) throw new KorvausError('declined', { what: `korvaus map ${workspace.root}` })
    if (index === -1) return [...answers].map(([{ file, part, key, word }, value]) => ({ file, path: [part, key, word], value }))
    const question = questions[index] as OpenQuestion
    const answer = await askOne(question, language)
    if (answer === '') answers.delete(question)
    else if (answer !== back) answers.set(question, answer)
  }
}

/** A question with its answer so far, on one line. */
export function shownQuestion(question: OpenQuestion, answer: string | undefined, language: Language): string {
  const { key, word, count, part } = question
  const meant = answer ?? (count === 0 ? question.likely : undefined)
  const shown = meant === undefined ? mapTexts.later[language] : part === 'same' ? writtenOut(meant) : nameOf(key, meant, language)
  const line = fill(mapTexts[count === 0 ? 'saidLine' : 'openLine'][language], { column: headingOf(key, language), word: part === 'same' ? writtenOut(word) : `”${word}”`, rows: formatRows(count, language), answer: shown })
  return question.why === undefined || answer !== undefined ? line : `${line} (${writtenOut(question.likely ?? '')}: ${whyOf(question, language)})`
}

async function askOne(question: OpenQuestion, language: Language): Promise<string> {
  const { part, key, word, likely = '' } = question
  const open = [{ value: '', name: mapTexts.later[language] }, { value: back, name: mapTexts.back[language] }]
  const codes = (columnOf(key)?.choices ?? []).map(([value, names]) => ({ value, name: names[language] }))
  const known = part === 'same' ? [{ value: likely, name: mapTexts.sameYes[language] }] : codes.toSorted((left, right) => Number(right.value === likely) - Number(left.value === likely))
  const message = fill(mapTexts[part === 'same' ? 'sameQuestion' : 'valueQuestion'][language], { column: headingOf(key, language), word: part === 'same' ? writtenOut(word) : word, likely: writtenOut(likely), why: whyOf(question, language) })
  const choices = likely === '' ? [...open, ...known] : [...known, ...open]
  return (await ask<{ chosen: string }>([{ type: 'select', name: 'chosen', message, choices, default: likely, pageSize: 14 }], language)).chosen
}

/** What the mappings say already of words and IDs: each may be answered anew. */
async function saidBefore(inputs: readonly WorkspaceInput[]): Promise<OpenQuestion[]> {
  const said: OpenQuestion[] = []
  for (const { name, mapping } of inputs) {
    if (mapping === undefined) continue
    const { values, same } = (await loadMapping(mapping)).mapping
    for (const [key, words] of Object.entries(values)) for (const [word, likely] of Object.entries(words)) said.push({ file: name, part: 'values', key, word, likely, count: 0 })
    for (const [key, ids] of Object.entries(same)) for (const [word, likely] of Object.entries(ids ?? {})) said.push({ file: name, part: 'same', key, word, likely, count: 0 })
  }
  return said
}

function whyOf({ why = '' }: OpenQuestion, language: Language): string {
  return why.split(',').map((one) => nearnessTexts[one]?.[language] ?? '').filter((one) => one !== '').join(', ')
}

function columnOf(key: string): Column | undefined {
  return sheetKinds.flatMap((kind) => columnsOf[kind]).find((column) => column.key === key)
}

function headingOf(key: string, language: Language): string {
  return columnOf(key)?.heading[language] ?? key
}

function nameOf(key: string, code: string, language: Language): string {
  return columnOf(key)?.choices?.find(([one]) => one === code)?.[1][language] ?? code
}
