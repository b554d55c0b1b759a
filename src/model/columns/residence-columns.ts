import { caseSynonyms, column, day, exampleMarks, text, type Column } from './column.js'

/** Where the clients have lived. */
export const residenceColumns = [
  column('case', 'text', text('Asiakastunnus', 'Klientkod', 'Case ID'), {
    privacy: 'name', names: 'case', must: true,
    help: text('Tunnus, josta henkilöä ei voi tunnistaa.', 'Kod som inte avslöjar personen.', 'An ID that identifies nobody.'),
    example: exampleMarks,
    synonyms: caseSynonyms,
    likely: 'ID | Tunnus',
  }),
  column('municipality', 'text', text('Kotikunta', 'Hemkommun', 'Municipality'), {
    privacy: 'place', must: true,
    help: text(
      'Kunnan nimi tai koodi; valitse luettelosta tai kirjoita.',
      'Kommunens namn eller kod; välj i listan eller skriv.',
      'Name or code of the municipality; choose from the list or write it.',
    ),
    example: text('Nurmes', 'Nurmes', 'Nurmes'),
    synonyms: {
      fi: 'Kunta | Kuntakoodi | Kuntanumero | Kotikuntakoodi | Asuinkunta',
      sv: 'Kommun | Kommunkod | Hemort',
      en: 'Municipality code | Home municipality',
    },
  }),
  column('from', 'date', text('Alkaen', 'Från', 'From'), {
    privacy: 'plain', must: true,
    example: day(2025, 11, 1),
    synonyms: {
      fi: 'Kotikunta alkaen | Kotikunta alkoi | Alkupvm | Alkoi | Alku | Muuttopäivä | Muuttopvm',
      sv: 'Hemkommun från | Börjar | Inflyttad',
      en: 'Start date | Start | Valid from',
    },
  }),
  column('to', 'date', text('Päättyen', 'Till', 'To'), {
    privacy: 'plain',
    synonyms: {
      fi: 'Kotikunta päättyen | Kotikunta päättyi | Loppupvm | Päättyi | Loppu | Poismuuttopäivä',
      sv: 'Hemkommun till | Slutar | Utflyttad',
      en: 'End date | End | Valid to',
    },
  }),
] as const satisfies readonly Column[]
