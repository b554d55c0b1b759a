import { fileRead, type InputFile } from '../model/inputs.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import type { Review } from '../model/review.js'

/**
 * Of the answers that a workspace has recorded those on which a packet's rest, in the order of the packet; none for an
 * answer that the workspace does not have. Answers to anything else, or given later, change nothing here.
 */
export function restedAnswers(stated: readonly Review[], recorded: readonly Review[], ownItem: (item: string) => string | undefined): (Review | undefined)[] {
  const left = new Map<string, Review[]>()
  for (const review of recorded) left.set(keyOf(review, review.item), [...(left.get(keyOf(review, review.item)) ?? []), review])
  return stated.map((review) => {
    const alike = left.get(keyOf(review, ownItem(review.item))) ?? []
    const found = alike.find(({ reason }) => reason === review.reason) ?? alike[0]
    if (found !== undefined) alike.splice(alike.indexOf(found), 1)
    return found
  })
}

/** Answers as one input of a claim: what was answered, by whom and why, as it was recorded; nothing where there are none. */
export function answersRead(path: string, answers: readonly Review[]): InputFile[] {
  if (answers.length === 0) return []
  const rows = answers.map(({ item, rule, answer, reason, by, on, until }) => [item, rule, answer, reason, by, on, until])
  return [fileRead('reviews', path, new TextEncoder().encode(JSON.stringify(rows)))]
}

function keyOf({ rule, answer, by, on, until }: Review, item = ''): string {
  return [item, rule, answer, withoutIdentifiers(by), on, until].join('\u0000')
}
