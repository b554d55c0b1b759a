/** Words of the command that records reviews. */
export const reviewTexts = {
  states: {
    open: { fi: 'ratkaisematta', sv: 'oprövade', en: 'open' },
    expired: { fi: 'vanhentunut', sv: 'har gått ut', en: 'expired' },
    stale: { fi: 'tiedot muuttuneet', sv: 'uppgifterna har ändrats', en: 'facts changed' },
    answered: { fi: 'ratkaistu', sv: 'prövade', en: 'answered' },
  },
  answers: {
    accept: { fi: 'hyväksytty hakemukseen', sv: 'godkänd för ansökan', en: 'accepted' },
    'leave-out': { fi: 'jätetty pois', sv: 'utelämnad', en: 'left out' },
  },
  recorded: {
    fi: 'Ratkaisu: {answer}, {by}, {on}, voimassa {until} asti. Perustelu: {reason}',
    sv: 'Prövning: {answer}, {by}, {on}, gäller till {until}. Motivering: {reason}',
    en: 'Answer: {answer}, by {by} on {on}, until {until}. Reason: {reason}',
  },
  expiresSoon: { fi: 'Ratkaisun voimassaolo päättyy pian.', sv: 'Prövningen går snart ut.', en: 'The answer expires soon.' },
  saved: {
    fi: 'Kirjattiin {count} harkintaratkaisua.',
    sv: '{count} prövningar antecknades.',
    en: '{count} reviews were recorded.',
  },
  nothingOpen: { fi: 'Harkittavaa ei ole.', sv: 'Det finns inget att pröva.', en: 'There is nothing to review.' },
  askAnswer: { fi: 'Ratkaisu', sv: 'Prövning', en: 'Answer' },
  askReason: { fi: 'Perustelu (ei nimiä eikä henkilötunnuksia)', sv: 'Motivering (inga namn eller personbeteckningar)', en: 'Reason (no names, no identity codes)' },
  askUntil: { fi: 'Voimassa asti (VVVV-KK-PP)', sv: 'Gäller till (ÅÅÅÅ-MM-DD)', en: 'Until (YYYY-MM-DD)' },
  askBy: { fi: 'Ratkaisijan nimi tai tehtävä', sv: 'Vem som prövar, namn eller uppgift', en: 'Who decides, name or office' },
  accept: { fi: 'hyväksy hakemukseen', sv: 'godkänn för ansökan', en: 'accept into the claim' },
  leaveOut: { fi: 'jätä pois', sv: 'utelämna', en: 'leave out' },
  later: { fi: 'myöhemmin', sv: 'senare', en: 'later' },
  stop: { fi: 'lopeta', sv: 'avsluta', en: 'stop' },
  wrongDate: { fi: 'Kirjoita päivä muodossa 2027-12-31.', sv: 'Skriv datumet i formen 2027-12-31.', en: 'Write a date such as 2027-12-31.' },
  wrongReason: { fi: 'Kirjoita perustelu ilman henkilötunnuksia, sähköposteja ja puhelinnumeroita.', sv: 'Skriv en motivering utan personbeteckningar, e-postadresser och telefonnummer.', en: 'Write a reason without identity codes, e-mail addresses and phone numbers.' },
} as const
