import type { Io } from '../../cli/io.js'
import type { Claim } from '../../model/claim.js'
import type { Language } from '../../model/language.js'
import { parseCents, type Cents } from '../../model/money.js'
import type { Period } from '../../model/period.js'
import { correctionTexts } from '../../templates/correction-texts.js'
import { fill } from '../../templates/fill.js'
import { formatEuros } from '../../templates/format.js'
import type { FollowedItems } from '../../desk/earlier-claims.js'
import { say, type GlobalOptions } from '../../cli/options.js'

const mostNamed = 20

/**
 * Costs that claims hold and the log no longer has, though it is a log of their period, are named: nothing is claimed or
 * taken back for them. Gives how many there are.
 */
export function tellMissing(io: Io, { missing }: FollowedItems, period: Period, language: Language): number {
  const gone = missing.filter((one) => one.isLogOfPeriod || one.period === period.name)
  if (gone.length === 0) return 0
  const items = gone.slice(0, mostNamed).map(({ item, claim }) => `${item ?? '\u2013'} (${claim})`).join(', ')
  const values = { count: String(gone.length), items: gone.length > mostNamed ? `${items} \u2026` : items, amount: formatEuros(gone.reduce((sum, { amount }) => sum + amount, 0n), language) }
  io.stderr(`${fill(correctionTexts.missing[language], values)}\n`)
  io.log?.write('warn', 'missing-items', { period: period.name, items: gone.length })
  return gone.length
}

/** The corrections of a claim with both amounts, as the officer reads them before it stands. */
export function tellCorrections(io: Io, options: GlobalOptions, { corrections = [] }: Claim, language: Language): void {
  if (corrections.length === 0) return
  const euros = (text: string) => formatEuros(parseCents(text) as Cents, language)
  const lines = corrections.slice(0, mostNamed).map(({ item, claim, claimedAmount, amount, difference }) => `  ${fill(correctionTexts.line[language], { item, claim, before: euros(claimedAmount), amount: euros(amount), difference: euros(difference) })}`)
  say([`${correctionTexts.title[language]}: ${corrections.length}`, ...lines, ...(corrections.length > mostNamed ? ['  \u2026'] : [])].join('\n'), options, io)
}
