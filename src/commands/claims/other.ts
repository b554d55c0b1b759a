import type { Io } from '../../cli/io.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import { withoutIdentifiers } from '../../model/identifiers.js'
import { centsOf, formatCents, type Cents } from '../../model/money.js'
import { parsePeriod } from '../../model/period.js'
import type { CostItem, ServiceLog } from '../../model/service-log.js'
import { readServiceLog } from '../../read/read-service-log.js'
import { namesOf, type ItemNames } from '../../register/fingerprints.js'
import { noteHead } from '../../desk/register-age.js'
import { keyOf } from '../../desk/workspace-register.js'
import { numberOf } from '../../register/numbers.js'
import { likeItems, tracesOf, type ItemTraces, type LikeItems } from '../../register/traces.js'
import { fill } from '../../templates/fill.js'
import { formatCount, formatEuros, formatItems } from '../../templates/format.js'
import { otherTexts } from '../../templates/other-texts.js'
import { resolveInputs } from '../../workspace/load-workspace.js'
import { atDesk, free, responsible, type Desk, type StepOptions } from './desk.js'
import { inputSpecs } from '../../desk/input-specs.js'
import { say } from '../../cli/options.js'

type OtherOptions = StepOptions & { readonly under?: string }

/** A row of another claim, as it is recorded. */
interface OtherRow {
  readonly item: CostItem
  readonly names: ItemNames
  readonly traces: ItemTraces
}

/** No packet was written for what is claimed elsewhere. */
const noPacket = '–'

/**
 * Records what was claimed under another compensation of the Act, from a table with the columns of a service log, so that
 * the same cost is found when it comes up here too; says which rows are in claims of the register already.
 */
export function run(io: Io, options: OtherOptions, files: string[]): Promise<number> {
  return atDesk(io, options, async (desk) => {
    const compensation = compensationOf(options.under)
    const who = await responsible(io, options, desk, true)
    const log = await readServiceLog(await inputSpecs(await resolveInputs(desk.workspace, io.cwd, files)), { needed: ['costs'] })
    const key = await keyOf(desk.opened, desk.workspace)
    const { fresh, known, unreadable } = await rowsOf(log, compensation, desk, key)
    const likes = await likesOf(fresh, desk)
    const number = fresh.length === 0 ? undefined : await record(desk, compensation, log, fresh, { ...who, reference: who.reference as string })
    show(io, options, desk, { compensation, number, items: fresh.length, amount: formatCents(sumOf(fresh)), known, unreadable, likes })
    return unreadable.length > 0 || likes.length > 0 ? exitCodes.attention : exitCodes.done
  }, 'claim')
}

/** The name of a compensation, without spaces, as the numbers of its claims bear it: `65§`. Throws `option-missing`, `compensation-invalid` or `text-identifies`. */
function compensationOf(text = ''): string {
  if (text.trim() === '') throw new KorvausError('option-missing', { option: '--under' })
  const name = free(text, '--under').replaceAll(/\s+/g, '')
  if (!/^[\p{L}\p{N}§.,:-]{1,30}$/u.test(name) || parsePeriod(name) !== undefined) throw new KorvausError('compensation-invalid', { text })
  return name
}

/** The rows that are not recorded yet, how many are, and the IDs of those that cannot be compared for want of a day or an amount. */
async function rowsOf(log: ServiceLog, compensation: string, { register, businessId }: Desk, key: Uint8Array): Promise<{ fresh: OtherRow[]; known: number; unreadable: string[] }> {
  const names = namesOf(log.items, `${businessId}\u0000${compensation}`, key)
  const before = await register.otherItems(businessId, compensation)
  const rows = log.items.map((item) => ({ item, names: names.get(item.id) as ItemNames, traces: tracesOf(item, key) }))
  const readable = rows.filter((row): row is OtherRow => row.traces !== undefined)
  const fresh = readable.filter((row) => !before.has(row.names.fingerprint))
  return { fresh, known: readable.length - fresh.length, unreadable: rows.flatMap(({ item }) => (isComparable(item) ? [] : [withoutIdentifiers(item.id)])) }
}

/** A row with a day and an amount; credits are no cost that could be claimed twice. */
function isComparable({ serviceDate, net, gross }: CostItem): boolean {
  return serviceDate !== undefined && (net !== undefined || gross !== undefined)
}

/** The rows that claims of the register hold too. */
async function likesOf(rows: readonly OtherRow[], { register, businessId }: Desk): Promise<{ item: string; like: NonNullable<LikeItems['like']> }[]> {
  const traced = await register.itemsTraced(rows.flatMap(({ traces }) => [...traces.voucher, ...traces.case]), undefined)
  const ofClaims = traced.filter(({ isOther }) => !isOther).map((one) => ({ ...one, isOther: true }))
  return [...likeItems(rows, ofClaims, businessId)].flatMap(([item, { like }]) => (like === undefined ? [] : [{ item: withoutIdentifiers(item), like }]))
}

async function record({ register, workspace, businessId, book }: Desk, compensation: string, log: ServiceLog, rows: readonly OtherRow[], { onDate, by, reference }: { onDate: string; by: string; reference: string }): Promise<string> {
  const days = rows.map(({ traces: { day } }) => day).sort()
  const period = { name: compensation, from: days[0] as string, to: days.at(-1) as string }
  const running = (await register.claimsOf(businessId, period)).length + 1
  const items = rows.map(({ item, names: { fingerprint }, traces }) => ({ fingerprint, thread: `other:${fingerprint}`, traces, amount: amountOf(item), item: withoutIdentifiers(item.id), category: item.category }))
  const content = log.files.map(({ sha256 }) => sha256).join(' ')
  await register.record({ businessId, period, running, asOf: onDate, ruleBook: book.version, amount: sumOf(rows), content, packet: noPacket, items, other: { compensation, by, reference } }, undefined, async () => undefined)
  await noteHead(register, workspace)
  return numberOf({ period: compensation, running })
}

function sumOf(rows: readonly OtherRow[]): Cents {
  return rows.reduce((sum, { item }) => sum + amountOf(item), 0n)
}

/** The net amount less what was deducted. */
function amountOf({ net, vat = 0n, gross = 0n, deductions = 0n }: CostItem): Cents {
  return (net ?? gross - vat) - deductions
}

interface Recorded {
  readonly compensation: string
  /** Absent when there was nothing new. */
  readonly number: string | undefined
  readonly items: number
  readonly amount: string
  readonly known: number
  readonly unreadable: readonly string[]
  readonly likes: Awaited<ReturnType<typeof likesOf>>
}

function show(io: Io, options: OtherOptions, { asOf, language }: Desk, recorded: Recorded): void {
  if (options.format === 'json') return io.stdout(`${JSON.stringify({ schema: 'korvaus/other-claim/1', asOf, ...recorded }, null, 2)}\n`)
  const { compensation, number, items, amount, known, unreadable, likes } = recorded
  const count = (value: number) => formatCount(value, language)
  if (number === undefined) say(fill(otherTexts.nothingNew[language], { compensation, known: count(known) }), options, io)
  else say(fill(otherTexts.recorded[language], { number, items: formatItems(items, language), amount: formatEuros(centsOf(amount), language), known: count(known) }), options, io)
  if (unreadable.length > 0) say(fill(otherTexts.unreadable[language], { items: unreadable.join(', ') }), options, io)
  io.stdout(likes.map(({ item, like }) => `${fill(otherTexts.like[language], { item, claim: like.claim, claimed: like.item })}\n`).join(''))
}
