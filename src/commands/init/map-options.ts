import { columnsOf, sheetKinds, type Column } from '../../model/columns.js'
import { KorvausError } from '../../model/errors.js'
import { choiceOf } from '../../read/choices.js'
import { keyOf } from '../../read/headings.js'
import type { OpenQuestion } from '../../read/open-questions.js'
import type { MappingAnswer } from '../../report/mapping-edit.js'
import type { WorkspaceInput } from '../../workspace/load-workspace.js'
import { unknownName } from './mapping.js'

/** What the options of the command say. */
export interface MapOptions {
  readonly yes?: boolean
  readonly map?: readonly string[]
  readonly constant?: readonly string[]
  readonly value?: readonly string[]
  readonly same?: readonly string[]
  readonly idColumns?: readonly string[]
  readonly headingRow?: readonly string[]
}

/** An answer with the input whose mapping is to hold it. */
export interface FileAnswer extends MappingAnswer {
  readonly file: string
}

/** The answers that options give, each for the file in which its question stands, or for the one that is named. Throws `usage`. */
export function givenAnswers(options: MapOptions, inputs: readonly WorkspaceInput[], named: readonly string[], questions: readonly OpenQuestion[]): FileAnswer[] {
  const only = inputs.filter(({ name }) => named.length === 0 || named.some((one) => one === name || one.endsWith(`/${name}`)))
  const fileOf = (path: readonly string[]): string => {
    const asked = questions.find(({ part, key, word }) => part === path[0] && key === path[1] && keyOf(word) === keyOf(path[2] ?? ''))?.file
    if (asked !== undefined && only.some(({ name }) => name === asked)) return asked
    if (only.length === 1) return (only[0] as WorkspaceInput).name
    throw new KorvausError('usage', { reason: `korvaus map ${inputs.map(({ name }) => name).join(' | ')}: ${path.join(' ')}` })
  }
  return answersIn(options).map((answer) => ({ ...answer, file: fileOf(answer.path) }))
}

function answersIn({ map = [], constant = [], value = [], same = [], idColumns = [], headingRow = [] }: MapOptions): MappingAnswer[] {
  return [
    ...map.map((text): MappingAnswer => {
      const [heading, words] = halves(text, '--map')
      const keys = words.split('+').map((word) => (word.trim() === 'skip' ? 'skip' : columnNamed(word, '--map').key))
      return { path: ['headings', heading], value: keys.length === 1 ? (keys[0] as string) : keys }
    }),
    ...constant.map((text): MappingAnswer => {
      const [key, word] = halves(text, '--constant')
      return { path: ['constants', columnNamed(key, '--constant').key], value: word }
    }),
    ...value.map((text): MappingAnswer => {
      const [place, word] = halves(text, '--value')
      const column = columnNamed(place.slice(0, place.indexOf(':')), '--value')
      const code = choiceOf(word, column)
      if (code === undefined) throw unknownName('--value', word, (column.choices ?? []).map(([one]) => one))
      return { path: ['values', column.key, place.slice(place.indexOf(':') + 1).trim()], value: code }
    }),
    ...same.map((text): MappingAnswer => {
      const [place, listed] = halves(text, '--same')
      return { path: ['same', columnNamed(place.slice(0, place.indexOf(':')), '--same').key, place.slice(place.indexOf(':') + 1).trim()], value: listed }
    }),
    ...idColumns.map((text): MappingAnswer => ({ path: ['id'], value: text.split('+').map((part) => part.trim()) })),
    ...headingRow.map((text): MappingAnswer => {
      const [sheet, row] = text.includes('=') ? halves(text, '--heading-row') : ['*', text]
      if (!/^[1-9]\d{0,6}$/.test(row)) throw new KorvausError('number-invalid', { option: '--heading-row', text: row })
      return { path: ['headingRows', sheet], value: Number(row) }
    }),
  ]
}

function columnNamed(word: string, option: string): Column {
  const all = sheetKinds.flatMap((kind) => columnsOf[kind])
  const found = all.find(({ key, heading }) => [key, ...Object.values(heading)].some((name) => keyOf(name) === keyOf(word)))
  if (found === undefined) throw unknownName(option, word, all.map(({ key }) => key))
  return found
}

function halves(text: string, option: string): [string, string] {
  const at = text.lastIndexOf('=')
  if (at <= 0 || at === text.length - 1) throw new KorvausError('usage', { reason: `${option} ${text}: NAME=VALUE.` })
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}
