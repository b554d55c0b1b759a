import type { Io } from '../../cli/io.js'
import type { IsoDate } from '../../model/dates.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import type { Interest } from '../../model/ledger.js'
import { parseDecimal, type Cents, type Decimal } from '../../model/money.js'
import { renderClaim } from '../../report/claims.js'
import { claimsTexts } from '../../templates/claims-texts.js'
import { fill } from '../../templates/fill.js'
import { formatDate } from '../../templates/format.js'
import { atDesk, centsOf, dayOf, noticeDay, reasonOf, responsible, takeStep, type Desk, type StepOptions } from './desk.js'
import { dayGiven, say } from '../../cli/options.js'

const mostDecimals = 4

/** Records that the authority ordered money to be paid back, with interest by the rates of its days. */
export function run(io: Io, options: StepOptions, [number = '']: string[]): Promise<number> {
  return atDesk(io, options, async (desk) => {
    if (options.amount === undefined) throw new KorvausError('option-missing', { option: '--amount' })
    const [amount, reason, who] = [centsOf(options.amount, '--amount'), reasonOf(options), await responsible(io, options, desk, true)]
    const noticeOn = noticeDay(options.notice, who.onDate, desk.asOf)
    const interest = options.interestFrom === undefined ? undefined : await interestOf(amount, dayOf(options.interestFrom, '--interest-from', who.onDate), who.onDate, options, desk)
    const { claim } = await takeStep(io, options, desk, number, { kind: 'recovered', ...who, noticeOn, amount, reason, interest })
    if (options.format === 'text' && options.quiet !== true) io.stdout(renderClaim(claim, desk.language))
    if (claim.recoverableUntil === undefined || who.onDate <= claim.recoverableUntil) return claim.recoveryRemedy?.open === true ? exitCodes.attention : exitCodes.done
    say(fill(claimsTexts.recoveredLate[desk.language], { date: formatDate(who.onDate, desk.language), until: formatDate(claim.recoverableUntil, desk.language) }), options, io)
    return exitCodes.attention
  })
}

/**
 * Interest by the dated tables; a rate given for all days stands in where they know none, one given from a day on goes
 * before them. Throws `amount-invalid` or `rate-unknown`.
 */
async function interestOf(amount: Cents, from: IsoDate, to: IsoDate, { rate = [] }: StepOptions, { book }: Desk): Promise<Interest> {
  const { interestOn, rateOn } = await import('../../register/interest.js')
  const given = rate.map(givenRate).sort((left, right) => (left.from < right.from ? -1 : 1))
  const dated = given.filter((one) => one.from !== '')
  const interest = interestOn(amount, from, to, (day) => dated.findLast((one) => one.from <= day)?.percent ?? rateOn(day, book.tables) ?? given.find((one) => one.from === '')?.percent)
  if ('unknownOn' in interest) throw new KorvausError('rate-unknown', { book: book.version, date: interest.unknownOn })
  return interest
}

/** `9.5` for the days that the tables do not know, or `2026-07-01=9.25` for all from a day on. */
function givenRate(text: string): { readonly from: IsoDate; readonly percent: Decimal } {
  const [day, percentText] = text.includes('=') ? (text.split('=') as [string, string]) : ['', text]
  const from = day === '' ? '' : dayGiven(day, '--rate')
  const percent = parseDecimal(percentText.replace('%', '').replace(',', '.'))
  if (typeof percent === 'string' || percent.units < 0n || percent.scale > mostDecimals) throw new KorvausError('amount-invalid', { option: '--rate', text })
  return { from, percent }
}
