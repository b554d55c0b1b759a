import { describe, expect, it } from 'vitest'
import { formatOf } from '../../../src/read/xlsx/number-formats.js'

describe('formatOf', () => {
  it.each([
    'd.m.yyyy', 'dd\\.mm\\.yyyy;@', '[$-40B]d. mmmm yyyy', 'yyyy-mm-dd', 'd.m.yyyy" klo "h:mm', 'm/d/yy h:mm', '[Red]d.m.yyyy', 'mmm yy', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'yyyy-mm-dd hh:mm:ss.000', 'mmmm', 'mmm;@',
  ])('takes %s for a day', (code) => {
    expect(formatOf(164, code)).toBe('date')
  })

  it.each([
    'General', 'Standard', 'Yleinen', '0', '0.00', '#,##0', '#,##0.00', '#,##0.00\\ "€"', '#,##0.00 [$€-40B]', '_-* #,##0.00\\ _€_-;-* #,##0.00', '[$€-2]\\ #,##0.00', '0.00\\ \\h', '0 "kpl/vrk"', '@', '0.00E+00', '[>100]0;0.0', '#,##0.00;[Red]-#,##0.00', '# ?/?', '"päivää" 0', '[$-40B]0', '[$€-x-euro2]\\ 0.00', '[$EUR-40B] 0.00', '[$ -40B]0',
  ])('takes %s for the number itself', (code) => {
    expect(formatOf(164, code)).toBe('number')
  })

  it.each([
    ['0%', '%'], ['0.00\\ %', '%'], ['h:mm', 'h:mm'], ['[h]:mm:ss', 'h:mm'], ['mm:ss.0', 'h:mm'], ['[m]', 'h:mm'], ['#,##0,', '×1000'], ['0.0,,"M"', '×1000'],
    ['#,##0.00 [$kr-41D]', 'kr'], ['#,##0.00 "SEK"', 'SEK'], ['"$"#,##0.00', '$'], ['$#,##0.00', '$'], ['[$£-809]#,##0.00', '£'], ['0.00\\ \\k\\r', 'kr'], ['[$USD] 0', 'USD'], ['#,##0.00\\ [$zł-415]', 'zł'], ['[$Rs. -4009]#,##0', 'Rs.'], ['[$mk-40B] 0.00', 'mk'],
  ])('says that %s shows the number as %s', (code, unit) => {
    expect(formatOf(164, code)).toEqual({ unit })
  })

  it('knows the formats that every spreadsheet has by number', () => {
    expect([0, 1, 2, 4, 9, 14, 20, 22, 44, 46, 49].map((id) => formatOf(id, undefined))).toEqual(['number', 'number', 'number', 'number', { unit: '%' }, 'date', { unit: 'h:mm' }, 'date', 'number', { unit: 'h:mm' }, 'number'])
  })
})
