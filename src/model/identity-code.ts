import { isoDateOf, type IsoDate } from './dates.js'

export type IdentityCodeProblem = 'form' | 'date' | 'check-character'

/** What a Finnish personal identity code (henkilötunnus) says of itself. The code is never changed or normalised. */
export type IdentityCodeReading =
  | { readonly valid: true; readonly birthDate: IsoDate; readonly separator: string; readonly introducedIn2023: boolean; readonly test: boolean }
  | { readonly valid: false; readonly problem: IdentityCodeProblem }

const pattern = /^(\d{2})(\d{2})(\d{2})([-+A-FU-Y])(\d{3})([0-9A-FHJ-NPR-Y])$/
const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY'
const separatorsBefore2023 = '+-A'
const firstTestNumber = 900

/**
 * Reads a personal identity code: form, date and check character (Government Decree 128/2010, section 2; the further
 * separators since Decree 690/2022). The separator belongs to the identity: two persons may differ by it alone.
 */
export function readIdentityCode(code: string): IdentityCodeReading {
  const match = pattern.exec(code)
  if (!match) return { valid: false, problem: 'form' }
  const [, day, month, year, separator, number, check] = match as unknown as string[]
  const birthDate = isoDateOf(century(separator as string) + Number(year), Number(month), Number(day))
  if (birthDate === undefined || Number(number) < 2) return { valid: false, problem: 'date' }
  const expected = checkCharacters[Number(`${day}${month}${year}${number}`) % 31]
  if (expected !== check) return { valid: false, problem: 'check-character' }
  return {
    valid: true,
    birthDate,
    separator: separator as string,
    introducedIn2023: !separatorsBefore2023.includes(separator as string),
    test: Number(number) >= firstTestNumber,
  }
}

function century(separator: string): number {
  if (separator === '+') return 1800
  return 'ABCDEF'.includes(separator) ? 2000 : 1900
}
