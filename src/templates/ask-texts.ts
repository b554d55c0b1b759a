import type { Localized } from '../model/language.js'

const text = (fi: string, sv: string, en: string): Localized => ({ fi, sv, en })

/** Words that stand around every question on a terminal. */
export const askTexts = {
  yes: text('Kyllä', 'Ja', 'Yes'),
  no: text('Ei', 'Nej', 'No'),
  yesOrNo: text('Vastaa kyllä tai ei.', 'Svara ja eller nej.', 'Answer yes or no.'),
} as const

/** What the keys under a list do, by the library's names of them. */
export const keyTexts: Readonly<Record<string, Localized>> = {
  navigate: text('liiku', 'flytta', 'move'),
  select: text('valitse', 'välj', 'choose'),
}
