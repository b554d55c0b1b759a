import { endOfMonth, isIsoDate, type IsoDate } from './dates.js'

/** The days, both included, whose services a claim is for. */
export interface Period {
  readonly from: IsoDate
  readonly to: IsoDate
  /** As it stands in file names: `2026-03`, `2026-Q1`, `2026-H1`, `2026` or `from..to`. */
  readonly name: string
}

/** Reads `2026-03`, `2026-Q1`, `2026-H1`, `2026` or `2026-01-15..2026-02-14`; `undefined` when it is none of them. */
export function parsePeriod(text: string): Period | undefined {
  const [from, to] = text.split('..')
  if (from !== undefined && to !== undefined) return range(from, to)
  const match = /^(\d{4})(?:-(\d{2}|Q[1-4]|H[12]))?$/i.exec(text)
  if (!match) return undefined
  const part = match[2]?.toUpperCase()
  const [first, last] = months(part)
  if (first < 1 || last > 12) return undefined
  const year = match[1] as string
  return { from: `${year}-${pad(first)}-01`, to: endOfMonth(`${year}-${pad(last)}-01`), name: part ? `${year}-${part}` : year }
}

/** Whether the period contains the day. */
export function periodContains(period: Pick<Period, 'from' | 'to'>, date: IsoDate): boolean {
  return period.from <= date && date <= period.to
}

function range(from: string, to: string): Period | undefined {
  if (!isIsoDate(from) || !isIsoDate(to) || from > to) return undefined
  return { from, to, name: `${from}..${to}` }
}

function months(part: string | undefined): [number, number] {
  if (part === undefined) return [1, 12]
  const number = Number(part.slice(1))
  if (part.startsWith('Q')) return [number * 3 - 2, number * 3]
  if (part.startsWith('H')) return [number * 6 - 5, number * 6]
  return [Number(part), Number(part)]
}

function pad(month: number): string {
  return String(month).padStart(2, '0')
}
