import { addDays, daysBetween, type IsoDate } from '../../model/dates.js'
import type { Case, ServiceLog } from '../../model/service-log.js'
import type { Unclaimed } from '../../model/unclaimed.js'
import type { RuleBook } from '../../rules/book.js'
import { deadlineOf } from '../deadline.js'
import type { LogIndex } from '../facts/log-index.js'
import type { Area } from '../facts/residences.js'
import { areaStays, type AreaStay } from './area-stays.js'

interface GapInput {
  readonly log: ServiceLog
  readonly index: LogIndex
  readonly area: Area
  readonly book: RuleBook
  readonly asOf: IsoDate
  readonly gapDays: number
}

type ServiceGap = Unclaimed['serviceGaps'][number]

/**
 * Persons in the system who came into the area, or into the system while in the area, and had neither service nor
 * decision for more than the days, where costs of the time could still be claimed. Those that last come first.
 */
export function serviceGaps(input: GapInput): ServiceGap[] {
  const contacts = contactsOf(input.log)
  const gaps = [...input.index.cases.values()].flatMap((one) => {
    const residences = input.index.residences.get(one.case) ?? []
    const movesOn = new Set(residences.map(({ from }) => from))
    return areaStays(residences, input.area, input.book.tables).flatMap((stay) => {
      const gap = gapOf(one, stay, contacts.get(one.case) ?? [], input)
      // Who lived there before the area was the claimant's did not move on its first day.
      return gap === undefined ? [] : [gap.after === 'move' && !movesOn.has(stay.from) ? { ...gap, after: 'area' as const } : gap]
    })
  })
  return gaps.sort((left, right) => Number(left.until !== undefined) - Number(right.until !== undefined) || right.days - left.days || (left.case < right.case ? -1 : 1))
}

function gapOf({ case: id, admittedOn, removedOn }: Case, stay: AreaStay, contacts: readonly Contact[], { asOf, gapDays, book }: GapInput): ServiceGap | undefined {
  if (admittedOn === undefined) return undefined
  const from = admittedOn > stay.from ? admittedOn : stay.from
  const end = [asOf, ...(stay.to === undefined ? [] : [addDays(stay.to, 1)]), ...(removedOn === undefined ? [] : [removedOn])].reduce(earliest)
  const until = contacts.filter(({ to }) => to >= from).map((contact) => (contact.from > from ? contact.from : from)).reduce<IsoDate | undefined>((first, day) => (first === undefined || day < first ? day : first), undefined)
  const inTime = until !== undefined && until <= end ? until : undefined
  const days = daysBetween(from, inTime ?? end)
  if (days <= gapDays || (deadlineOf(inTime ?? end, book) ?? asOf) < asOf) return undefined
  return { case: id, from, after: admittedOn > stay.from ? 'admission' : 'move', days, ...(inTime === undefined ? {} : { until: inTime }) }
}

/** Days on which a case had a service, or from which a decision concerned it. */
interface Contact {
  readonly from: IsoDate
  readonly to: IsoDate
}

function contactsOf({ items, decisions }: ServiceLog): Map<string, Contact[]> {
  const contacts = new Map<string, Contact[]>()
  const add = (id: string | undefined, from: IsoDate | undefined, to: IsoDate | undefined) => {
    if (id === undefined || from === undefined) return
    const known = contacts.get(id)
    if (known) known.push({ from, to: to ?? from })
    else contacts.set(id, [{ from, to: to ?? from }])
  }
  for (const item of items) add(item.case, item.serviceDate, item.serviceEnd)
  for (const decision of decisions) if (decision.result !== 'denied') add(decision.case, decision.decidedOn ?? decision.validFrom, decision.validTo)
  return contacts
}

function earliest(left: IsoDate, right: IsoDate): IsoDate {
  return right < left ? right : left
}
