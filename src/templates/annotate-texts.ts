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

/** Words of the annotated workbook. */
export const annotateTexts = {
  headings,
  written: {
    fi: 'Merkitty työkirja on kirjoitettu: {path}. Sen ensimmäinen taulukko luettelee havainnot ja ottaa vastaan ratkaisut; kirjaa ne komennolla korvaus review --from.',
    sv: 'Den märkta arbetsboken är skriven: {path}. Dess första blad räknar upp iakttagelserna och tar emot prövningarna; anteckna dem med korvaus review --from.',
    en: 'The annotated workbook is written: {path}. Its first sheet lists the findings and takes answers; record them with korvaus review --from.',
  },
} as const
