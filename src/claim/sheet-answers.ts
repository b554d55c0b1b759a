import { addYears, type IsoDate } from '../model/dates.js'
import type { Review } from '../model/review.js'
import type { SheetAnswer } from '../model/service-log.js'

/**
 * The recorded reviews with the answers that stand in an annotated workbook: those count from the as-of date, for a
 * year unless the sheet says otherwise. An answer that only repeats a recorded one changes nothing: it is not made
 * younger by being read again.
 */
export function withSheetAnswers(recorded: readonly Review[], answers: readonly SheetAnswer[], asOf: IsoDate): Review[] {
  const latest = new Map(recorded.map((review) => [`${review.item}\u0000${review.rule}`, review]))
  const fresh = answers.flatMap(({ at: _, until, ...given }) => {
    const known = latest.get(`${given.item}\u0000${given.rule}`)
    const repeats = known !== undefined && known.answer === given.answer && known.reason === given.reason && known.by === given.by && (until === undefined || known.until === until)
    return repeats ? [] : [{ ...given, on: asOf, until: until ?? addYears(asOf, 1) }]
  })
  return [...recorded, ...fresh]
}
