import { caseSynonyms, column, day, exampleMarks, named, text, type Column } from './column.js'
import { categoryNames, decisionResultNames } from '../value-names.js'
import { categories, decisionResults } from '../values.js'

/** The authorities' decisions that costs will be compensated. */
export const decisionColumns = [
  column('decision', 'text', text('Päätösnumero', 'Beslutsnummer', 'Decision number'), {
    privacy: 'name', names: 'decision', must: true,
    help: text('Viranomaisen päätöksen numero.', 'Numret på myndighetens beslut.', "The number of the authority's decision."),
    example: exampleMarks,
    synonyms: {
      fi: 'Päätösnro | Päätöksen numero | Diaarinumero | Dnro',
      sv: 'Beslutsnr | Diarienummer | Dnr',
      en: 'Decision no | Reference number',
    },
    likely: 'Päätös | Beslut | Decision | ID | Tunnus | Numero',
  }),
  column('case', 'text', text('Asiakastunnus', 'Klientkod', 'Case ID'), {
    privacy: 'name', names: 'case', must: true,
    help: text('Tunnus, josta henkilöä ei voi tunnistaa.', 'Kod som inte avslöjar personen.', 'An ID that identifies nobody.'),
    example: 'A-001',
    synonyms: caseSynonyms,
    possible: 'ID | Tunnus',
  }),
  column('authority', 'text', text('Viranomainen', 'Myndighet', 'Authority'), {
    privacy: 'place',
    help: text('Päätöksen tehneen viranomaisen nimi.', 'Namnet på myndigheten som fattade beslutet.', 'The authority that decided.'),
    synonyms: { fi: 'Päätöksen tekijä | Päättäjä', sv: 'Beslutsfattare | Beslutande myndighet', en: 'Deciding authority | Decided by' },
  }),
  column('decidedOn', 'date', text('Päätöspäivä', 'Beslutsdatum', 'Decided on'), {
    privacy: 'plain', asked: true,
    example: day(2026, 2, 10),
    synonyms: { fi: 'Päätöspvm | Päätös tehty | Päätöksen päivä', sv: 'Beslutsdag', en: 'Decision date | Date of decision' },
    likely: 'Pvm | Päivä | Datum',
  }),
  column('validFrom', 'date', text('Voimassa alkaen', 'Giltig från', 'Valid from'), {
    privacy: 'plain', asked: true,
    example: day(2026, 1, 15),
    synonyms: { fi: 'Alkaen | Voimassaolo alkaa | Voimassaolo alkaen | Voim. alk. | Voim.alkaen', sv: 'Gäller från | Giltigt fr.o.m.', en: 'Effective from' },
  }),
  column('validTo', 'date', text('Voimassa asti', 'Giltig till', 'Valid to'), {
    privacy: 'plain',
    example: day(2026, 12, 31),
    synonyms: { fi: 'Asti | Päättyen | Voimassaolo päättyy | Voim. päätt. | Voim. asti', sv: 'Gäller till | Giltigt t.o.m.', en: 'Effective to' },
  }),
  column('categories', 'choices', text('Kustannuslajit', 'Kostnadsslag', 'Categories'), {
    privacy: 'plain',
    choices: named(categories, categoryNames),
    example: { codes: ['INTERPRETING', 'HOUSING'] },
    synonyms: { fi: 'Palvelulajit | Koskee palveluja | Palvelut | Myönnetyt palvelut', sv: 'Kostnadstyper | Tjänster | Beviljade tjänster', en: 'Cost types' },
  }),
  column('result', 'choice', text('Ratkaisu', 'Avgörande', 'Result'), {
    privacy: 'plain', asked: true,
    choices: named(decisionResults, decisionResultNames),
    example: { code: 'granted' },
    synonyms: { fi: 'Päätöksen tulos | Lopputulos | Päätöksen sisältö', sv: 'Beslutets innehåll', en: 'Outcome' },
    possible: 'Päätös | Beslut | Decision',
  }),
] as const satisfies readonly Column[]
