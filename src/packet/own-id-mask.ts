import { columnsOf, type Column } from '../model/columns.js'
import { withheldMark } from '../model/privacy.js'
import type { Decision, ServiceLog } from '../model/service-log.js'

/** The rows of a log as far as they bear its own numbers. */
interface NumberedRows extends Pick<ServiceLog, 'items' | 'cases'> {
  readonly decisions: readonly Pick<Decision, 'decision'>[]
}

const shortest = 2
const word = /[\p{L}\p{N}][\p{L}\p{N}_/.\u2013-]*/gu

/**
 * Withholds in texts every mention of the log's own numbers (cases, items, vouchers, decisions, workers), by which a
 * reader of two packets could link them. A number of a single sign is too common a word to be looked for.
 */
export function ownIdMask({ items, cases, decisions }: NumberedRows): (text: string) => string {
  const own = new Set<string>()
  const add = (id: string | undefined) => id !== undefined && id.trim().length >= shortest && own.add(id.trim().toLowerCase())
  const addAll = <Row extends object>(rows: readonly Row[], columns: readonly Column[]) => {
    const keys = columns.filter(({ names }) => names !== undefined).map(({ key }) => key as keyof Row)
    for (const row of rows) for (const key of keys) add(row[key] as string | undefined)
  }
  addAll(items, columnsOf.costs)
  addAll(cases, columnsOf.cases)
  addAll(decisions, columnsOf.decisions)
  const long = byFirstWord(own)
  const masked = new Map<string, string>()
  return (text) => {
    const known = masked.get(text) ?? maskedText(text, own, long)
    masked.set(text, known)
    return known
  }
}

interface LongId {
  readonly id: string
  /** Where its first word begins. */
  readonly offset: number
}

/** Numbers of several words, or with signs that no word has, by their first word. */
function byFirstWord(own: ReadonlySet<string>): ReadonlyMap<string, readonly LongId[]> {
  const found = new Map<string, LongId[]>()
  for (const id of own) {
    const first = [...id.matchAll(word)][0]
    if (first === undefined || first[0].length === id.length) continue
    const group = found.get(first[0])
    if (group) group.push({ id, offset: first.index })
    else found.set(first[0], [{ id, offset: first.index }])
  }
  for (const group of found.values()) group.sort((left, right) => right.id.length - left.id.length)
  return found
}

function maskedText(text: string, own: ReadonlySet<string>, long: ReadonlyMap<string, readonly LongId[]>): string {
  let [shown, at] = ['', 0]
  for (const { 0: found, index } of text.matchAll(word)) {
    if (index < at) continue
    const range = longRange(text, found, index, long) ?? wordRange(found, index, own)
    if (range === undefined) continue
    shown += `${text.slice(at, Math.max(at, range[0]))}${withheldMark}`
    at = range[1]
  }
  return shown + text.slice(at)
}

function longRange(text: string, found: string, index: number, long: ReadonlyMap<string, readonly LongId[]>): [number, number] | undefined {
  for (const { id, offset } of long.get(found.toLowerCase()) ?? []) {
    const [from, to] = [index - offset, index - offset + id.length]
    if (text.slice(Math.max(0, from), to).toLowerCase() === id && !/[\p{L}\p{N}]/u.test(text.charAt(to))) return [from, to]
  }
  return undefined
}

/** A word may have a full stop or another sign behind it. */
function wordRange(found: string, index: number, own: ReadonlySet<string>): [number, number] | undefined {
  const bare = found.replace(/[._/\u2013-]+$/, '')
  if (own.has(found.toLowerCase())) return [index, index + found.length]
  return own.has(bare.toLowerCase()) ? [index, index + bare.length] : undefined
}
