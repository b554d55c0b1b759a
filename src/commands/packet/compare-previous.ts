import type { Io } from '../../cli/io.js'
import type { Claim } from '../../model/claim.js'
import type { Language } from '../../model/language.js'
import { centsOf, type Cents } from '../../model/money.js'
import type { Period } from '../../model/period.js'
import type { Register } from '../../register/register.js'
import { claimedTable, type PreviousClaims } from '../../report/claimed-table.js'
import { fill } from '../../templates/fill.js'
import { formatEuros } from '../../templates/format.js'
import { reportTexts } from '../../templates/report-texts.js'
import { say, type GlobalOptions } from '../../cli/options.js'
import { previousPeriod } from '../../desk/previous-period.js'

/** Says what will be claimed by category, beside the claims of the period before, so that a gap or a jump is seen before filing. */
export async function compareWithPrevious(io: Io, options: GlobalOptions, businessId: string, { totals }: Claim, period: Period, register: Register, language: Language): Promise<void> {
  const previous = await previousClaims(businessId, period, register)
  const before = await filedBefore(businessId, period, register)
  const isSupplement = before !== 0n
  const lines = [`${reportTexts.toBeClaimed[language]}:`, ...claimedTable({ totals, period: period.name, previous: isSupplement ? undefined : previous, language, width: io.width })]
  if (previous !== undefined) {
    const whole = before + centsOf(totals.amount)
    const change = whole - previous.amount
    const values = { period: previous.period, whole: formatEuros(whole, language), amount: formatEuros(previous.amount, language), change: `${change > 0n ? '+' : ''}${formatEuros(change, language)}` }
    lines.push(fill(reportTexts[isSupplement ? 'comparedSupplement' : 'comparedWithPrevious'][language], values))
  }
  say(lines.join('\n'), options, io)
}

/** What the claims of the same period hold that a supplement or correction only adds to. */
async function filedBefore(businessId: string, period: Period, register: Register): Promise<Cents> {
  const claims = await register.claimsOf(businessId, period)
  return claims.filter(({ state }) => state !== 'withdrawn' && state !== 'prepared').reduce((sum, { amount }) => sum + amount, 0n)
}

async function previousClaims(businessId: string, period: Period, register: Register): Promise<PreviousClaims | undefined> {
  const before = previousPeriod(period)
  const claims = before === undefined ? [] : (await register.claimsOf(businessId, before)).filter(({ state }) => state !== 'withdrawn')
  if (before === undefined || claims.length === 0) return undefined
  const amount = claims.reduce((sum, claim) => sum + claim.amount, 0n)
  const byCategory = new Map<string, Cents>()
  for (const item of await register.claimedItems(claims.map(({ id }) => id))) byCategory.set(item.category ?? '', (byCategory.get(item.category ?? '') ?? 0n) + item.amount)
  const isWhole = !byCategory.has('') && [...byCategory.values()].reduce((sum, one) => sum + one, 0n) === amount
  return { period: before.name, amount, ...(isWhole ? { byCategory } : {}) }
}
