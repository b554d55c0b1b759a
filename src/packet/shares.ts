import type { Language } from '../model/language.js'
import type { Cents } from '../model/money.js'

/** A part of a total in per cent with one decimal; nothing when there is no total to be part of. */
export function percentOf(part: Cents, total: Cents, language: Language): string {
  if (total <= 0n || part < 0n) return ''
  const tenths = (part * 2000n + total) / (total * 2n)
  const [whole, rest] = [tenths / 10n, tenths % 10n]
  return language === 'en' ? `${whole}.${rest}%` : `${whole},${rest}\u00A0%`
}
