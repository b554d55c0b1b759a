import type { SourceText } from './source-text.js'

/** What the reader says of signs, currencies and units of amounts. */
export const signTexts: Readonly<Record<string, SourceText>> = {
  'SRC-072': {
    title: { fi: 'Etumerkkiä ei ymmärretä', sv: 'Tecknet förstås inte', en: 'The sign is not understood' },
    message: {
      fi: 'Summan ”{column}” etumerkki on toisessa sarakkeessa, jonka arvoa ”{sign}” ei tunneta tai joka on ristiriidassa summan kanssa.',
      sv: 'Tecknet för beloppet ”{column}” står i en annan kolumn, vars värde ”{sign}” inte är känt eller strider mot beloppet.',
      en: 'The sign of the amount in “{column}” stands in another column, whose value “{sign}” is not known or contradicts the amount.',
    },
    remedy: {
      fi: 'Korjaa solu, tai kerro vastaavuustiedostossa, mitkä arvot ovat vähennyksiä (sign: negative) ja mitkä kustannuksia (sign: positive).',
      sv: 'Rätta cellen, eller ange i mappningsfilen vilka värden som är avdrag (sign: negative) och vilka som är kostnader (sign: positive).',
      en: 'Mend the cell, or say in the mapping which values take away (sign: negative) and which are costs (sign: positive).',
    },
  },
  'SRC-073': {
    title: { fi: 'Summien etumerkki luettiin sarakkeesta', sv: 'Beloppens tecken lästes ur en kolumn', en: 'The sign of amounts was read from a column' },
    message: {
      fi: 'Sarake ”{sign}” kertoo summien etumerkin: {negative} vähentää. Rivien summat luettiin sen mukaan.',
      sv: 'Kolumnen ”{sign}” anger beloppens tecken: {negative} drar av. Radernas belopp lästes enligt den.',
      en: 'The column “{sign}” gives the sign of the amounts: {negative} takes away. The amounts were read by it.',
    },
    remedy: {
      fi: 'Tarkista muutama hyvitys. Kirjaa tieto vastaavuustiedostoon, jotta se ei riipu päättelystä: {line}',
      sv: 'Kontrollera några krediteringar. Skriv uppgiften i mappningsfilen, så att den inte beror på slutledning: {line}',
      en: 'Check a few credits. Write it into the mapping, so that it rests on no inference: {line}',
    },
  },
  'SRC-075': {
    title: { fi: 'Sarake näyttää summien etumerkiltä', sv: 'Kolumnen ser ut som beloppens tecken', en: 'The column looks like the sign of amounts' },
    message: {
      fi: 'Sarake ”{sign}” näyttää kertovan, mitkä summat ovat hyvityksiä, mutta sitä ei käytetä. Rivi odottaa vastausta.',
      sv: 'Kolumnen ”{sign}” ser ut att ange vilka belopp som är krediteringar, men den används inte. Raden väntar på svar.',
      en: 'The column “{sign}” seems to say which amounts are credits, but it is not used. The row waits for an answer.',
    },
    remedy: {
      fi: 'Kirjaa vastaavuustiedostoon, mikä arvo vähentää, esimerkiksi {line}, tai merkitse sarake ohitettavaksi (skip).',
      sv: 'Ange i mappningsfilen vilket värde som drar av, till exempel {line}, eller att kolumnen ska hoppas över (skip).',
      en: 'Say in the mapping which value takes away, such as {line}, or that the column is not to be read (skip).',
    },
  },
  'SRC-076': {
    title: { fi: 'Summa on muuta kuin euroja', sv: 'Beloppet är inte i euro', en: 'The amount is not in euros' },
    message: {
      fi: 'Sarakkeen ”{sign}” mukaan summa ”{column}” on muuta kuin euroja: {unit}.',
      sv: 'Enligt kolumnen ”{sign}” är beloppet ”{column}” inte i euro: {unit}.',
      en: 'By the column “{sign}” the amount in “{column}” is not in euros: {unit}.',
    },
    remedy: { fi: 'Kirjoita summa euroina tositteen mukaan.', sv: 'Skriv beloppet i euro enligt verifikatet.', en: 'Enter the amount in euros as the voucher has it.' },
  },
}
