import type { Language } from '../../model/language.js'
import { fill } from '../../templates/fill.js'
import { differenceTexts } from '../../templates/packet-differences.js'
import type { Difference } from './difference.js'

/** A difference in the reader's language. */
export function describeDifference({ code, values }: Difference, language: Language): string {
  return fill(differenceTexts[code][language], values)
}
