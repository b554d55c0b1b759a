import { foreignCurrency, type NumberFormat } from '../number-format.js'

/** The formats that every spreadsheet knows by number: days, percentages, times. The others of them show the number itself. */
const knownFormats: ReadonlyArray<readonly [first: number, last: number, format: NumberFormat]> = [
  [9, 10, { unit: '%' }], [14, 17, 'date'], [18, 21, { unit: 'h:mm' }], [22, 22, 'date'], [27, 36, 'date'], [45, 47, { unit: 'h:mm' }], [50, 58, 'date'],
]
const literals = /"([^"]*)"|\\(.)|\[\$([^\][-]*)(?:-[^\][]*)?\]/g
const conditions = /\[(?! ?[hms]{1,9} ?\])[^\][]*\]|_.|\*./gi
/** Spreadsheets allow no longer one. */
const longestCode = 255
const placeholder = /[#0?]/
const general = /general|standard|yleinen/i
const thousandsLeftOut = /[#0?],+(?![#0?,])/
/** Before a locale stands the sign of its currency, which need not be known here: `[$zł-415]`. */
const currencyOfLocale = /\[\$ *(?!EUR *-)([^\][€-]*[^\][€ -]) *-[^\][]*\]/

/** What a format shows a number as, by its number and its code where the workbook gives one. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined || code.length > longestCode) return knownFormats.find(([first, last]) => first <= id && id <= last)?.[2] ?? 'number'
  const section = code.split(';')[0] ?? ''
  const bare = section.replace(literals, '').replace(conditions, '').replace(/s\.0+/gi, 's')
  if (!placeholder.test(bare)) {
    if (general.test(bare)) return 'number'
    if (/[dy]/i.test(bare)) return 'date'
    if (/[hs]|\[m+\]/i.test(bare)) return { unit: 'h:mm' }
    return /m/i.test(bare) ? 'date' : 'number'
  }
  if (bare.includes('%')) return { unit: '%' }
  if (thousandsLeftOut.test(bare)) return { unit: '×1000' }
  const currency = foreignCurrency(`${bare} ${[...section.matchAll(literals)].map(([, quoted, escaped, sign]) => quoted ?? sign ?? escaped).join('')}`)
  const unit = currency ?? currencyOfLocale.exec(section)?.[1]
  return unit === undefined ? 'number' : { unit }
}
