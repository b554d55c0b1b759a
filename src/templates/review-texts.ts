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
  fromNone: { fi: 'Työkirjassa {file} ei ole ratkaisuja. Täytä sen ensimmäisen taulukon sarakkeet Ratkaisu, Perustelu ja Ratkaisija.', sv: 'Arbetsboken {file} har inga prövningar. Fyll i kolumnerna Prövning, Motivering och Vem prövade på dess första blad.', en: 'The workbook {file} holds no answers. Fill in the columns Answer, Reason and Decided by of its first sheet.' },
  fromProblem: { fi: '{place}: ratkaisu on puutteellinen, tai siinä on henkilötunnus, sähköpostiosoite tai puhelinnumero; sitä ei kirjattu.', sv: '{place}: prövningen är ofullständig eller innehåller en personbeteckning, e-postadress eller ett telefonnummer; den antecknades inte.', en: '{place}: the answer is incomplete, or holds an identity code, e-mail address or phone number; it was not recorded.' },
  fromNotAsked: { fi: '{place}: rivi {item} ei enää odota harkintaa säännön {rule} vuoksi; ratkaisua ei kirjattu.', sv: '{place}: posten {item} väntar inte längre på prövning enligt regeln {rule}; prövningen antecknades inte.', en: '{place}: the item {item} no longer waits for an answer to {rule}; it was not recorded.' },
  fromUntil: { fi: '{place}: ratkaisun viimeinen päivä {until} on jo mennyt; sitä ei kirjattu.', sv: '{place}: prövningens sista dag {until} har redan gått; den antecknades inte.', en: '{place}: the last day of the answer, {until}, has passed; it was not recorded.' },
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
