import { isIsoDate } from '../../model/dates.js'
import type { Cell } from '../cells.js'
import { dateOfSerial } from '../date-of-serial.js'
import type { NumberFormat } from '../number-format.js'

const noValue: Cell = { kind: 'formula-without-value', text: '' }

/** The errors of formulas, as some programs store them: shown only, beside a text or a zero. */
const shownErrors = new Set(['#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!'])

/** What a cell of an OpenDocument table holds, by its attributes, the paragraphs that it shows and what its style shows a number as. */
export function cellOf(attributes: Readonly<Record<string, string>>, paragraphs: readonly string[], format: NumberFormat, datesFrom1904: boolean): Cell | undefined {
  const { 'value-type': type, value = '', formula } = attributes
  const shown = paragraphs.join('\n')
  if (type === undefined) {
    // LibreOffice writes no value where a formula gives an empty text, but shows it.
    const isEmptyText = paragraphs.length > 0 && shown === ''
    return formula === undefined || isEmptyText ? textCell(shown) : noValue
  }
  if (type === 'error' || (formula !== undefined && shownErrors.has(shown))) return { kind: 'error', text: shown }
  if (type === 'float' || type === 'percentage' || type === 'currency') {
    if (value === '') return noValue
    if (type === 'float' && format === 'date') return { kind: 'date', text: value, date: dateOfSerial(value, datesFrom1904) }
    const unit = type === 'percentage' ? '%' : ((type === 'currency' ? attributes.currency : undefined) ?? (typeof format === 'string' ? undefined : format.unit))
    return unit === undefined || unit === 'EUR' ? { kind: 'number', text: value } : { kind: 'measure', text: value, unit }
  }
  if (type === 'time') return { kind: 'measure', text: attributes['time-value'] ?? '', unit: 'h:mm' }
  if (type === 'date') {
    const text = attributes['date-value'] ?? ''
    const day = text.slice(0, 10)
    return { kind: 'date', text, date: isIsoDate(day) ? day : undefined }
  }
  if (type === 'boolean') return { kind: 'boolean', text: attributes['boolean-value'] === 'true' ? 'TRUE' : 'FALSE' }
  return textCell(attributes['string-value'] ?? shown)
}

function textCell(text: string): Cell | undefined {
  return text === '' ? undefined : { kind: 'text', text }
}
