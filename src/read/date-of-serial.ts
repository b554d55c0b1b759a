import { fromEpochDay, type IsoDate } from '../model/dates.js'

/** The date of a serial number; Excel's 1900 is a leap year, so the days before March 1900 are not told apart. */
export function dateOfSerial(text: string, from1904: boolean): IsoDate | undefined {
  const serial = Math.floor(Number(text))
  const firstTrueDay = from1904 ? 0 : 61
  if (!(serial >= firstTrueDay && serial < 2_958_466)) return undefined
  return fromEpochDay(serial - (from1904 ? 24_107 : 25_569))
}
