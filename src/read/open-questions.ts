import type { ServiceLog, SourceFinding } from '../model/service-log.js'

/** A question that a mapping can answer once for all rows alike: a word of a list, or an ID that is nearly a listed one. */
export interface OpenQuestion {
  /** The file in which it stands. */
  readonly file: string
  readonly part: 'values' | 'same'
  /** The key of the column. */
  readonly key: string
  /** The word or ID as it stands in the cells. */
  readonly word: string
  /** What is probably meant: a code of the list, or the listed ID. */
  readonly likely?: string
  /** Why an ID is near, by the codes of the reader. */
  readonly why?: string
  readonly count: number
}

/** What a service log leaves open that its mappings could say, the most frequent first. */
export function openQuestions({ findings }: Pick<ServiceLog, 'findings'>): OpenQuestion[] {
  const open = new Map<string, OpenQuestion>()
  for (const question of findings.flatMap(questionsOf)) {
    const name = [question.file, question.part, question.key, question.word].join('\u0000')
    open.set(name, { ...question, count: (open.get(name)?.count ?? 0) + 1 })
  }
  return [...open.values()].sort((left, right) => right.count - left.count)
}

function questionsOf({ rule, at, values }: SourceFinding): OpenQuestion[] {
  const { column: key = '', word = '', likely, given, listed, why } = values
  if (rule === 'SRC-050' && given !== undefined && listed !== undefined) return [{ file: at.file, part: 'same', key, word: JSON.parse(given) as string, likely: JSON.parse(listed) as string, ...(why === undefined ? {} : { why }), count: 1 }]
  if (rule !== 'SRC-006') return []
  const words = word.split(', ')
  return words.map((one) => ({ file: at.file, part: 'values' as const, key, word: one, ...(likely === undefined || words.length > 1 ? {} : { likely }), count: 1 }))
}
