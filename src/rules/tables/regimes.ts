import type { IsoDate } from '../../model/dates.js'
import type { Regime, Tables } from './tables.js'

/** The regime of the law on a day; before the first there is none. */
export function regimeOn(tables: Pick<Tables, 'regimes'>, date: IsoDate): Regime | undefined {
  return tables.regimes.find(({ from, to = '9999' }) => from <= date && date <= to)
}
