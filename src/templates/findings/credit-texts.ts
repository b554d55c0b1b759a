import type { SourceText } from './source-text.js'

/** What is said of credits that are not in the claim, and of the costs that wait with them. */
export const creditTexts: Readonly<Record<string, SourceText>> = {
  'SRC-070': {
    title: { fi: 'Hyvitys voi koskea tätä kustannusta', sv: 'En kreditering kan gälla denna kostnad', en: 'A credit may concern this cost' },
    message: {
      fi: 'Hakemuksen ulkopuolella on hyvitys, joka voi koskea tätä riviä: {credits} ({euros}). Rivi odottaa, koska muuten haettaisiin enemmän kuin maksettiin.',
      sv: 'Utanför ansökan finns en kreditering som kan gälla denna rad: {credits} ({euros}). Raden väntar, eftersom annars mer skulle sökas än vad som betalades.',
      en: 'A credit outside the claim may concern this row: {credits} ({euros}). The row waits, as otherwise more would be claimed than was paid.',
    },
    remedy: {
      fi: 'Korjaa hyvitysrivi ja kirjoita siihen hyvitettävän rivin tunnus (Hyvittää rivin). Jos hyvitys ei koske tätä riviä, hyväksy rivi komennolla korvaus review ja perustele.',
      sv: 'Rätta krediteringsraden och ange på den numret på raden som krediteras (Krediterar rad). Om krediteringen inte gäller denna rad, godkänn raden med korvaus review och motivera.',
      en: 'Mend the credit and enter in it the ID of the row that it corrects (Credits item). If it does not concern this row, accept the row with korvaus review and say why.',
    },
  },
  'SRC-071': {
    title: { fi: 'Hyvitys ei ole mukana hakemuksessa', sv: 'Krediteringen är inte med i ansökan', en: 'A credit that is not in the claim' },
    message: {
      fi: 'Rivi vähentää kustannuksia: {euros}. Se ei ole mukana hakemuksessa, joten sen kanssa odottavat rivit, joita se voi koskea: {credits}.',
      sv: 'Raden minskar kostnaderna: {euros}. Den är inte med i ansökan, så med den väntar de rader som den kan gälla: {credits}.',
      en: 'The row takes money away: {euros}. It is not in the claim, so the rows that it may concern wait with it: {credits}.',
    },
    remedy: {
      fi: 'Kirjoita riville, minkä rivin se hyvittää (Hyvittää rivin), ja korjaa, mikä pitää sen hakemuksen ulkopuolella. Jos se kuuluu toiseen jaksoon, hae molempien jaksojen kustannuksia yhdessä.',
      sv: 'Ange vilken rad som krediteras (Krediterar rad) och rätta det som håller raden utanför ansökan. Om den hör till en annan period, sök för båda perioderna tillsammans.',
      en: 'Enter which row it corrects (Credits item), and mend what keeps it out of the claim. If it belongs to another period, claim both periods together.',
    },
  },
}
