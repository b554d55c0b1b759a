import type { Localized } from '../model/language.js'
import type { ReviewSheetKey } from '../model/review-sheet.js'

const headings: Record<ReviewSheetKey, Localized> = {
  rule: { fi: 'Sääntö', sv: 'Regel', en: 'Rule' },
  effect: { fi: 'Laatu', sv: 'Slag', en: 'Kind' },
  item: { fi: 'Rivi', sv: 'Post', en: 'Item' },
  case: { fi: 'Asiakas', sv: 'Klient', en: 'Case' },
  place: { fi: 'Solu', sv: 'Cell', en: 'Cell' },
  amount: { fi: 'Euroa', sv: 'Euro', en: 'Euros' },
  message: { fi: 'Havainto', sv: 'Iakttagelse', en: 'Finding' },
  remedy: { fi: 'Mitä tehdä', sv: 'Vad göra', en: 'What to do' },
  answer: { fi: 'Ratkaisu', sv: 'Prövning', en: 'Answer' },
  reason: { fi: 'Perustelu', sv: 'Motivering', en: 'Reason' },
  by: { fi: 'Ratkaisija', sv: 'Vem prövade', en: 'Decided by' },
  until: { fi: 'Voimassa asti', sv: 'Gäller till', en: 'Until' },
  facts: { fi: 'Tarkiste', sv: 'Kontrollvärde', en: 'Check value' },
}

/** What is said when a cell of an answer is entered; spreadsheet programs show 255 signs of it. */
const help: Record<'answer' | 'reason' | 'by' | 'until', Localized> = {
  answer: { fi: 'Valitse hyväksy tai jätä pois. Tyhjä solu odottaa vielä.', sv: 'Välj godkänn eller utelämna. En tom cell väntar ännu.', en: 'Choose accept or leave out. An empty cell still waits.' },
  reason: { fi: 'Miksi. Ei nimiä, henkilötunnuksia eikä yhteystietoja.', sv: 'Varför. Inga namn, personbeteckningar eller kontaktuppgifter.', en: 'Why. No names, identity codes or addresses.' },
  by: { fi: 'Ratkaisijan nimi tai tehtävä.', sv: 'Namn eller befattning.', en: 'Name or office of who decides.' },
  until: { fi: 'Viimeinen päivä, jona ratkaisu on voimassa. Mennyt päivä ei kelpaa.', sv: 'Den sista dagen då prövningen gäller. En dag som har gått duger inte.', en: 'The last day on which the answer counts. A day that has passed will not do.' },
}

/** Words of the annotated workbook. */
export const annotateTexts = {
  headings,
  help,
  written: {
    fi: 'Merkitty työkirja on kirjoitettu: {path}. Sen ensimmäinen taulukko luettelee havainnot ja ottaa vastaan ratkaisut; kirjaa ne komennolla korvaus review --from.',
    sv: 'Den märkta arbetsboken är skriven: {path}. Dess första blad räknar upp iakttagelserna och tar emot prövningarna; anteckna dem med korvaus review --from.',
    en: 'The annotated workbook is written: {path}. Its first sheet lists the findings and takes answers; record them with korvaus review --from.',
  },
} as const
