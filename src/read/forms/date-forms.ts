import { isIsoDate, isoDateOf, type IsoDate } from '../../model/dates.js'

const tokens = /yyyy|yy|mm?|dd?/g
const shape = /^(?:dd?|mm?|yyyy|yy)([./-]?)(?:dd?|mm?|yyyy|yy)\1(?:dd?|mm?|yyyy|yy)$/

/** Whether a text says in which order and shape days are written, such as `d.m.yy` or `yyyymmdd`; `serial` are the days of a spreadsheet. */
export function isDateForm(text: string): boolean {
  const parts = text.match(tokens) ?? []
  return text === 'serial' || (shape.test(text) && parts.length === 3 && new Set(parts.map((part) => part[0])).size === 3)
}

/** Reads a day in a declared form; nothing where the text is not of it, or there is no such day. */
export function readDateForm(text: string, form: string): IsoDate | undefined {
  const { pattern, order } = formOf(form)
  const match = pattern.exec(text)
  if (match === null) return undefined
  const part = (name: string) => match[order.indexOf(name) + 1] ?? ''
  const year = part('y')
  return isoDateOf(Number(year) + (year.length === 2 ? century : 0), Number(part('m')), Number(part('d')))
}

/** Years of two digits: services, decisions and residences are all of this one. A birth is not, and is never read so. */
const century = 2000

interface DateForm {
  readonly pattern: RegExp
  readonly order: readonly string[]
}

const forms = new Map<string, DateForm>()

function formOf(form: string): DateForm {
  const known = forms.get(form) ?? compiled(form)
  forms.set(form, known)
  return known
}

function compiled(form: string): DateForm {
  const parts = form.match(tokens) ?? []
  const digits: Readonly<Record<string, string>> = { yyyy: '(\\d{4})', yy: '(\\d{2})', mm: '(\\d{2})', m: '(\\d{1,2})', dd: '(\\d{2})', d: '(\\d{1,2})' }
  const separator = form.replace(tokens, '').charAt(0)
  const between = separator === '' ? '' : `\\${separator}\\s?`
  return { order: parts.map((part) => part.charAt(0)), pattern: new RegExp(`^${parts.map((part) => digits[part]).join(between)}$`) }
}

const dash = '[-\\u2010-\\u2015\\u2212]'
const dotted = new RegExp(`^(\\d{1,2})\\.(?:\\s?(\\d{1,2})\\.)?(?:\\s?(\\d{4}))?\\s*${dash}\\s*(\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{4})$`)
const spaced = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})(?:\\s+${dash}\\s+|\\s*[\\u2010-\\u2015/]\\s*|\\s*\\.\\.\\s*)(\\d{4}-\\d{2}-\\d{2})$`)
const open = new RegExp(`^(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{4})(?:\\s*[\\u2010-\\u2015]|\\s*-|\\s+alkaen|\\s+lähtien)$`, 'i')
const whole = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/

/** Days from and to that stand in one cell; no `to` where the range goes on. */
export interface DayRange {
  readonly from: IsoDate
  readonly to?: IsoDate
}

/** Reads `1.–5.3.2026`, `1.3.–5.3.2026`, `28.12.2025–3.1.2026`, `2026-03-01/2026-03-05` and `1.3.2026–`; nothing that ends before it begins. */
export function readDayRange(text: string): DayRange | undefined {
  const [, isoFrom, isoTo] = spaced.exec(text) ?? []
  if (isoFrom !== undefined && isoTo !== undefined) return isIsoDate(isoFrom) && isIsoDate(isoTo) ? ordered(isoFrom, isoTo) : undefined
  const [, from] = open.exec(text) ?? []
  if (from !== undefined) {
    const day = isIsoDate(from) ? from : dayOf(from)
    return day === undefined ? undefined : { from: day }
  }
  const [, day = '', month, year, last = ''] = dotted.exec(text) ?? []
  const to = dayOf(last)
  if (to === undefined || (month === undefined && year !== undefined)) return undefined
  const [toYear, toMonth] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))]
  const first = isoDateOf(year === undefined ? toYear : Number(year), month === undefined ? toMonth : Number(month), Number(day))
  if (first === undefined) return undefined
  // A range over the turn of the year names its year once, at the end.
  if (year === undefined && month !== undefined && first > to) return ordered(isoDateOf(toYear - 1, Number(month), Number(day)), to)
  return ordered(first, to)
}

function ordered(from: IsoDate | undefined, to: IsoDate): DayRange | undefined {
  return from === undefined || from > to ? undefined : { from, to }
}

function dayOf(text: string): IsoDate | undefined {
  const [, day, month, year] = whole.exec(text) ?? []
  return year === undefined ? undefined : isoDateOf(Number(year), Number(month), Number(day))
}
