import type { SourceText } from './source-text.js'

/** What the reader says of the forms of dates and numbers, and of files. */
export const formTexts: Readonly<Record<string, SourceText>> = {
  'SRC-074': {
    title: { fi: 'Sarakkeen oma muoto ratkaisi', sv: 'Kolumnens egen form avgjorde', en: "The column's own form decided" },
    message: {
      fi: 'Sarakkeessa ”{column}” luettiin muoto {form}, koska koko sarake osoittaa sen: {proof}.',
      sv: 'I kolumnen ”{column}” lästes formen {form}, eftersom hela kolumnen visar den: {proof}.',
      en: 'In “{column}” the form {form} was read, as the whole column proves it: {proof}.',
    },
    remedy: {
      fi: 'Ei toimenpiteitä, jos muoto on oikea. Kirjaa se vastaavuustiedostoon, jotta se ei riipu päättelystä: {line}',
      sv: 'Inget behövs om formen är rätt. Skriv den i mappningsfilen, så att den inte beror på slutledning: {line}',
      en: 'Nothing to do if the form is right. Write it into the mapping, so that it rests on no inference: {line}',
    },
  },
  'SRC-081': {
    title: { fi: 'Päivän tilalla on aikaväli', sv: 'En period i stället för en dag', en: 'A range of days for one day' },
    message: { fi: 'Sarakkeessa ”{column}” on aikaväli ”{raw}”; siitä luettiin viimeinen päivä.', sv: 'I kolumnen ”{column}” står perioden ”{raw}”; dess sista dag lästes.', en: '“{column}” holds the range “{raw}”; its last day was read.' },
    remedy: { fi: 'Tarkista päivä tositteesta.', sv: 'Kontrollera dagen mot verifikatet.', en: 'Check the day against the voucher.' },
  },
}
