import { addYears, type IsoDate } from '../model/dates.js'
import type { Review } from '../model/review.js'
import type { SheetAnswer } from '../model/service-log.js'

/**
 * The recorded reviews with the answers that stand in an annotated workbook: those count from the as-of date, for a
 * year unless the sheet says otherwise. An answer that only repeats a recorded one changes nothing: it is not made
 * younger by being read again, and one that was reopened since is not given again by the sheet that still holds it.
 */
export function withSheetAnswers(recorded: readonly Review[], answers: readonly SheetAnswer[], asOf: IsoDate): Review[] {
  const latest = new Map(recorded.map((review) => [`${review.item}\u0000${review.rule}`, review]))
  const fresh = answers.flatMap(({ at: _, until, ...given }) => {
    const known = latest.get(`${given.item}\u0000${given.rule}`)
    const isSame = (one: Review) => one.answer === given.answer && one.reason === given.reason && one.by === given.by && (until === undefined || one.until === until)
    const repeats = known !== undefined && (known.answer === 'reopen' ? recorded.some((one) => one.item === given.item && one.rule === given.rule && isSame(one)) : isSame(known))
    return repeats ? [] : [{ ...given, on: asOf, until: until ?? addYears(asOf, 1) }]
  })
  return [...recorded, ...fresh]
}
