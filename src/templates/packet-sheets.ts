import type { Localized } from '../model/language.js'

/** Texts of the cost specification (`cost-specification.xlsx`) alone. */
export const sheetTexts = {
  claimedSheet: { fi: 'Haettavat erät', sv: 'Poster som söks', en: 'Claimed items' },
  totalsSheet: { fi: 'Yhteenveto', sv: 'Sammandrag', en: 'Totals' },
  leftOutSheet: { fi: 'Ulkopuolelle jääneet', sv: 'Utelämnade', en: 'Left out' },
  decisionsSheet: { fi: 'Päätökset', sv: 'Beslut', en: 'Decisions' },
  reviewsSheet: { fi: 'Harkintaratkaisut', sv: 'Prövningar', en: 'Reviews' },
  title: { fi: 'Kustannuserittely', sv: 'Kostnadsspecifikation', en: 'Cost specification' },
  lawColumn: { fi: 'Laki', sv: 'Lag', en: 'Law' },
  lawDate: { fi: 'Päivä, joka ratkaisee lain', sv: 'Dag som avgör lagen', en: 'Day that chose the law' },
  claimedAmount: { fi: 'Haetaan', sv: 'Söks', en: 'Claimed' },
  notes: { fi: 'Huomautukset', sv: 'Anmärkningar', en: 'Notes' },
  source: { fi: 'Lähde', sv: 'Källa', en: 'Source' },
  sourceRow: { fi: '{file}, {sheet}, rivi {row}', sv: '{file}, {sheet}, rad {row}', en: '{file}, {sheet}, row {row}' },
  itemCount: { fi: 'Eriä', sv: 'Poster', en: 'Items' },
  answer: { fi: 'Ratkaisu', sv: 'Prövning', en: 'Answer' },
  by: { fi: 'Ratkaisija', sv: 'Prövad av', en: 'By' },
  on: { fi: 'Päivä', sv: 'Dag', en: 'Day' },
  until: { fi: 'Voimassa asti', sv: 'Giltig till', en: 'Until' },
  why: { fi: 'Perustelu', sv: 'Motivering', en: 'Why' },
  validFrom: { fi: 'Voimassa alkaen', sv: 'Giltig från', en: 'Valid from' },
  validTo: { fi: 'Voimassa asti', sv: 'Giltig till', en: 'Valid to' },
  decidedOn: { fi: 'Päätöspäivä', sv: 'Beslutsdatum', en: 'Decided on' },
  page: { fi: 'Sivu', sv: 'Sida', en: 'Page' },
} as const satisfies Record<string, Localized>
