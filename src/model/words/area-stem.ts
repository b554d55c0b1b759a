import { stemmer as finnish } from '@orama/stemmers/finnish'
import { wordsIn } from './words-in.js'

/** The name of an area as it is compared: Pohjois-Savo, Pohjois-Savon and POHJOIS-SAVO are one. */
export function areaStem(text: string): string {
  return wordsIn(text).map((word) => irregular[word] ?? finnish(word)).join(' ')
}

/** The stems that change before an ending, where the stemmer does not see it: Uusimaa, Uudenmaan. */
const irregular: Readonly<Record<string, string>> = { uusimaa: 'uudenm', uudenmaan: 'uudenm', suomi: 'suom', suomen: 'suom', nylands: 'nyland', lapplands: 'lappland', birkalands: 'birkaland' }
