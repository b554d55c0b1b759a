import { ask } from '../../cli/ask.js'
import type { Io } from '../../cli/io.js'
import { asOfDate, type GlobalOptions } from '../../cli/options.js'
import { claimableMonths } from '../../desk/claimable-months.js'
import { openSession } from '../../desk/session.js'
import { KorvausError } from '../../model/errors.js'
import type { Language } from '../../model/language.js'
import type { Period } from '../../model/period.js'
import { writtenPeriod } from '../../model/written-days.js'
import { fill } from '../../templates/fill.js'
import { formatEuros, formatItems, formatMonth } from '../../templates/format.js'
import { reportTexts } from '../../templates/report-texts.js'

type Options = GlobalOptions & { readonly yes?: boolean }

/** Offers the months that have something to claim, the last one that is over first; only to a person at a terminal. Throws `option-missing`. */
export async function askPeriod(io: Io, options: Options): Promise<Period> {
  if (options.yes === true || !io.isTerminal) throw new KorvausError('option-missing', { option: '--period' })
  const session = await openSession(io, options)
  const language = options.lang ?? session.workspace.config.language
  const asOf = asOfDate(options, io)
  const months = (await claimableMonths(session, asOf)).toReversed()
  const over = months.find(({ month }) => month < asOf.slice(0, 7))?.month
  const choices = [
    ...months.map(({ month, items, amount }) => ({ value: month, name: fill(reportTexts.monthOffered[language], { month: formatMonth(month, language), items: formatItems(items, language), amount: formatEuros(amount, language) }) })),
    { value: '', name: reportTexts.otherPeriod[language] },
  ]
  const { chosen } = await ask<{ chosen: string }>([{ type: 'select', name: 'chosen', message: reportTexts.whichPeriod[language], choices, ...(over === undefined ? {} : { default: over }), pageSize: 14 }], language)
  return chosen === '' ? askWritten(language) : (writtenPeriod(chosen) as Period)
}

async function askWritten(language: Language): Promise<Period> {
  const { text } = await ask<{ text: string }>([{ type: 'input', name: 'text', message: reportTexts.writePeriod[language], validate: (given: string) => writtenPeriod(given) !== undefined || reportTexts.noPeriod[language] }], language)
  return writtenPeriod(text) as Period
}
