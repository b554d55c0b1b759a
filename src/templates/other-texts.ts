import type { Localized } from '../model/language.js'

/** Words about what was claimed under other compensations of the Act. */
export const otherTexts = {
  title: { fi: 'Muut saman lain korvaukset', sv: 'Andra ersättningar enligt samma lag', en: 'Other compensations of the Act' },
  compensation: { fi: 'Haettu muulla korvausperusteella: {compensation}', sv: 'Sökt på annan ersättningsgrund: {compensation}', en: 'Claimed under another compensation: {compensation}' },
  recorded: {
    fi: '{number}: {items}, {amount} on kirjattu rekisteriin muulla korvausperusteella haettuina; ennestään tunnettuja rivejä {known}.',
    sv: '{number}: {items}, {amount} har antecknats i registret som sökta på annan ersättningsgrund; kända sedan tidigare {known}.',
    en: '{number}: {items}, {amount} are recorded as claimed under another compensation; known before: {known}.',
  },
  nothingNew: {
    fi: '{compensation}: ei uusia rivejä; ennestään tunnettuja {known}.',
    sv: '{compensation}: inga nya poster; kända sedan tidigare {known}.',
    en: '{compensation}: no new items; known before: {known}.',
  },
  unreadable: {
    fi: 'Näitä rivejä ei voi verrata, koska päivä tai määrä puuttuu: {items}. Korjaa ne ja aja komento uudelleen.',
    sv: 'Dessa poster kan inte jämföras, eftersom dagen eller beloppet saknas: {items}. Rätta dem och kör kommandot på nytt.',
    en: 'These items cannot be compared, as their day or amount is missing: {items}. Mend them and run the command again.',
  },
  like: {
    fi: '{item}: sama päivä, kustannuslaji ja summa kuin hakemuksen {claim} erässä {claimed}. Selvitä, onko samasta kustannuksesta haettu kahdesti.',
    sv: '{item}: samma dag, kostnadsslag och belopp som posten {claimed} i ansökan {claim}. Utred om ersättning har sökts två gånger för samma kostnad.',
    en: '{item}: the same day, category and amount as the item {claimed} of claim {claim}. Find out whether one cost was claimed twice.',
  },
} as const satisfies Record<string, Localized>
