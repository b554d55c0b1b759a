import type { Unsettled } from '../model/assessment.js'
import type { Language } from '../model/language.js'
import { centsOf } from '../model/money.js'
import { fill } from '../templates/fill.js'
import { formatEuros, formatItems } from '../templates/format.js'
import { unsettledTexts } from '../templates/unsettled-texts.js'

/** What stands before every sum: rows whose amount nobody can read, and credits that are not in the claim; an empty line after them. */
export function unsettledLines(unsettled: Unsettled | undefined, language: Language): string[] {
  return unsettled === undefined ? [] : [...unsettledWords(unsettled, language), '']
}

/** The same as sentences. */
export function unsettledWords({ unreadRows, unreadAmount, credits, creditsAmount }: Unsettled, language: Language): string[] {
  const unread = unreadAmount === undefined ? unsettledTexts.unread : unsettledTexts.unreadKnown
  const left = centsOf(creditsAmount) === 0n ? unsettledTexts.creditsUnread : unsettledTexts.credits
  return [
    ...(unreadRows === 0 ? [] : [fill(unread[language], { items: formatItems(unreadRows, language), amount: unreadAmount === undefined ? '' : formatEuros(centsOf(unreadAmount), language) })]),
    ...(credits === 0 ? [] : [fill(left[language], { items: formatItems(credits, language), amount: formatEuros(centsOf(creditsAmount), language) })]),
  ]
}
