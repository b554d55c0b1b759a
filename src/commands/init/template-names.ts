import type { IsoDate } from '../../model/dates.js'
import type { Language } from '../../model/language.js'
import { loadRuleBook } from '../../rules/load-book.js'
import type { NamesOffered } from '../../report/blank/blank-workbook.js'

/** The municipalities and authorities of the newest rule book as a workbook offers them: those of the day first, then what is read as well. */
export async function namesOffered(language: Language, on: IsoDate): Promise<NamesOffered> {
  const { tables } = await loadRuleBook({})
  const lives = ({ from, to = '9999' }: { from: IsoDate; to?: IsoDate | undefined }) => from <= on && on <= to
  const sorted = (names: readonly string[]) => [...new Set(names)].sort(new Intl.Collator(language === 'sv' ? 'sv' : 'fi').compare)
  const own = ({ nameFi, nameSv }: { nameFi: string; nameSv: string }) => (language === 'sv' ? nameSv : nameFi)
  const { municipalities, authorities } = tables
  return {
    municipality: [...new Set([
      ...sorted(municipalities.filter(lives).map(own)), ...sorted(municipalities.map(own)),
      ...sorted(municipalities.flatMap(({ nameFi, nameSv, otherNames }) => [nameFi, nameSv, ...otherNames])), ...sorted(municipalities.map(({ code }) => code)),
    ])],
    authority: sorted(authorities.filter((one) => one.role === 'decides' && lives(one)).map(own)),
  }
}
