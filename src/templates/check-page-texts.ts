import type { Localized } from '../model/language.js'

/** Texts of the page that `check --report` writes. */
export const checkPageTexts = {
  title: { fi: 'Palvelulokin tarkistus', sv: 'Kontroll av serviceloggen', en: 'Check of the service log' },
  items: { fi: 'Eriä', sv: 'Poster', en: 'Items' },
  outsidePeriod: { fi: 'Jakson ulkopuolella', sv: 'Utanför perioden', en: 'Outside the period' },
  monthChart: { fi: 'Haettavissa kuukausittain', sv: 'Kan sökas per månad', en: 'Claimable by month' },
  outcomeChart: { fi: 'Tulos euroina', sv: 'Utfallet i euro', en: 'Outcome in euros' },
  amount: { fi: 'Summa', sv: 'Belopp', en: 'Amount' },
  rule: { fi: 'Sääntö', sv: 'Regel', en: 'Rule' },
  effect: { fi: 'Vaikutus', sv: 'Verkan', en: 'Effect' },
  noneMissing: { fi: 'Mikään ei odota sinua.', sv: 'Inget väntar på dig.', en: 'Nothing waits for you.' },
  more: { fi: 'ja {count} muuta; kaikki: korvaus check --format json', sv: 'och {count} till; alla: korvaus check --format json', en: 'and {count} more; all of them: korvaus check --format json' },
  about: {
    fi: 'Sivu kertoo, mitä palvelulokista voitiin tarkistuspäivänä sanoa. Se ei ole hakemus; hakemuspaketin tekee korvaus prepare.',
    sv: 'Sidan berättar vad som kunde sägas om serviceloggen på kontrolldagen. Den är ingen ansökan; ansökningspaketet görs med korvaus prepare.',
    en: 'This page tells what could be said of the service log on the day of the check. It is no claim; korvaus prepare makes the packet.',
  },
  written: { fi: 'Sivu on kirjoitettu: {path}', sv: 'Sidan är skriven: {path}', en: 'The page is written: {path}' },
  notOpened: { fi: 'Sivua ei voitu avata. Avaa se itse: {path}', sv: 'Sidan kunde inte öppnas. Öppna den själv: {path}', en: 'The page could not be opened. Open it yourself: {path}' },
} as const satisfies Record<string, Localized>
