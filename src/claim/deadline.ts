import type { Claim } from '../model/claim.js'
import type { IsoDate } from '../model/dates.js'
import type { RuleBook } from '../rules/book.js'
import { publishedOn } from '../rules/engine/published.js'

/** The last day on which a service of the day can be claimed, as the rule book says; before the first law there is none. */
export function deadlineOf(serviceDate: IsoDate, book: RuleBook): IsoDate | undefined {
  const deadline = publishedOn(book, 'deadline', serviceDate)
  return typeof deadline === 'string' ? deadline : undefined
}

/** The earliest deadline among the claimed items. */
export function claimDeadline({ claimed, facts }: Pick<Claim, 'claimed' | 'facts'>, book: RuleBook): IsoDate | undefined {
  const wanted = new Set(claimed)
  return facts.items.flatMap(({ id, serviceDate }) => (wanted.has(id) && serviceDate !== undefined ? (deadlineOf(serviceDate, book) ?? []) : [])).sort()[0]
}
