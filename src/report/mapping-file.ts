import { stringify } from 'yaml'
import type { Language } from '../model/language.js'
import { fill } from '../templates/fill.js'
import { mappingTexts } from '../templates/init-texts.js'

/** A line of a mapping: in use, or a comment that waits for a person. */
export interface MappingLine {
  readonly name: string
  /** Nothing where a person must write the value. */
  readonly value: string | readonly string[] | undefined
  readonly isComment: boolean
  readonly remark?: string
}

export interface MappingFile {
  readonly file: string
  readonly sheets: readonly MappingLine[]
  readonly headings: readonly MappingLine[]
  readonly constants: readonly MappingLine[]
  /** What another list says of a value; each line as YAML. */
  readonly joins: readonly Readonly<Record<string, string>>[]
  readonly values: ReadonlyArray<{ readonly column: string; readonly lines: readonly MappingLine[] }>
}

/** A mapping as YAML that people read and change: each part with a comment, what is unsure left as comments. */
export function mappingFileText({ file, sheets, headings, constants, joins, values }: MappingFile, language: Language): string {
  const lines = [
    `# ${fill(mappingTexts.head[language], { file })}`,
    `# ${mappingTexts.unsure[language]}`,
    ...part('sheets', mappingTexts.sheets[language], sheets),
    ...part('headings', mappingTexts.headings[language], headings),
    ...part('constants', mappingTexts.constants[language], constants),
  ]
  if (joins.length > 0) lines.push('', `# ${mappingTexts.joins[language]}`, 'joins:', ...joins.map((one) => `  - { ${Object.entries(one).map(([name, value]) => `${name}: ${scalar(value)}`).join(', ')} }`))
  if (values.length > 0) lines.push('', `# ${mappingTexts.values[language]}`, 'values:', ...values.flatMap(({ column, lines: own }) => [`  ${column}:`, ...own.map((line) => `    ${lineOf(line)}`)]))
  return `${lines.join('\n')}\n`
}

function part(name: string, comment: string, lines: readonly MappingLine[]): string[] {
  return lines.length === 0 ? [] : ['', `# ${comment}`, `${name}:`, ...lines.map((line) => `  ${lineOf(line)}`)]
}

function lineOf({ name, value, isComment, remark }: MappingLine): string {
  const shown = value === undefined ? '' : typeof value === 'string' ? scalar(value) : `[${value.map(scalar).join(', ')}]`
  return `${isComment ? '# ' : ''}${scalar(name)}: ${shown}${remark === undefined ? '' : `   # ${remark}`}`.trimEnd()
}

function scalar(text: string): string {
  return stringify(text, { lineWidth: 0, defaultStringType: /^[\p{L}][\p{L}\p{N} ._-]*$/u.test(text) ? 'PLAIN' : 'QUOTE_DOUBLE' }).trimEnd()
}
