import type { IsoDate } from '../../model/dates.js'
import { daysOffAsTexts } from './days-off.js'
import type { Regime, Tables } from './tables.js'

/** The regime of the law on a day; before the first there is none. */
export function regimeOn(tables: Pick<Tables, 'regimes'>, date: IsoDate): Regime | undefined {
  return tables.regimes.find(({ from, to = '9999' }) => from <= date && date <= to)
}

type RegimeLaw = Regime & { readonly daysOff: readonly string[] }
const laws = new WeakMap<Pick<Tables, 'regimes' | 'daysOff'>, Map<string, RegimeLaw>>()

/** What rules read as `regime`: the row of the table for a day, with the days on which no time limit ends. */
export function regimeLawOn(tables: Pick<Tables, 'regimes' | 'daysOff'>, date: IsoDate): RegimeLaw | undefined {
  const regime = regimeOn(tables, date)
  if (regime === undefined) return undefined
  const known = laws.get(tables) ?? new Map<string, RegimeLaw>()
  laws.set(tables, known)
  const law = known.get(regime.id) ?? { ...regime, daysOff: daysOffAsTexts(tables.daysOff) }
  known.set(regime.id, law)
  return law
}
