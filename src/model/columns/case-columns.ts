import { caseSynonyms, column, day, exampleMarks, named, text, type Column } from './column.js'
import { admissionGroundNames, statementResultNames } from '../value-names.js'
import { admissionGrounds, statementResults } from '../values.js'

/** Who the clients are, and what the law asks of them. */
export const caseColumns = [
  column('case', 'text', text('Asiakastunnus', 'Klientkod', 'Case ID'), {
    privacy: 'name', names: 'case', must: true,
    help: text('Tunnus, josta henkilöä ei voi tunnistaa.', 'Kod som inte avslöjar personen.', 'An ID that identifies nobody.'),
    example: exampleMarks,
    synonyms: caseSynonyms,
    likely: 'ID | Tunnus',
  }),
  column('name', 'text', text('Nimi', 'Namn', 'Name'), {
    privacy: 'identity',
    help: text(
      'Vain suljettua henkilöliitettä varten; ei näy missään muualla.',
      'Bara för den förseglade personbilagan; syns ingen annanstans.',
      'For the sealed annex alone; it is shown nowhere else.',
    ),
    synonyms: {
      fi: 'Asiakkaan nimi | Sukunimi ja etunimi | Sukunimi Etunimi | Etunimi Sukunimi | Koko nimi',
      sv: 'Klientens namn | För- och efternamn | Efternamn och förnamn',
      en: 'Client name | Full name | Name of the client',
    },
  }),
  column('personalId', 'text', text('Henkilötunnus', 'Personbeteckning', 'Personal ID'), {
    privacy: 'identity',
    help: text(
      'Luetaan vain tarkistusta ja suljettua henkilöliitettä varten.',
      'Läses bara för kontroll och den förseglade personbilagan.',
      'Read only to be checked and for the sealed annex.',
    ),
    synonyms: { fi: 'Hetu | Henkilötunnus (hetu) | Sotu', sv: 'Personnummer', en: 'Personal identity code | Identity code | SSN' },
  }),
  column('birthDate', 'date', text('Syntymäaika', 'Födelsedatum', 'Birth date'), {
    privacy: 'identity',
    example: day(1994, 5, 1),
    synonyms: { fi: 'Syntymäpäivä | Syntynyt | Synt.aika | Syntymäpvm', sv: 'Född', en: 'Date of birth | Birthday | DOB' },
    likely: 'Pvm',
  }),
  column('admittedOn', 'date', text('Otettu auttamisjärjestelmään', 'Upptagen i hjälpsystemet', 'Admitted on'), {
    privacy: 'plain', asked: true,
    example: day(2026, 1, 15),
    synonyms: {
      fi: `
        Auttamisjärjestelmä alkoi | Autt.järj. alkoi | Autt.järj. alkaen | Otettu järjestelmään | Auttamisjärjestelmään ottaminen |
        Auttamisjärjestelmä alkaen | Ottopäivä | Otettu pvm | Ottopvm | Autt.järj. alk.`,
      sv: 'Upptagen | Upptagen den',
      en: 'Admitted | Admission date',
    },
    likely: 'Alkaen',
    possible: 'Pvm',
  }),
  column('removedOn', 'date', text('Poistettu auttamisjärjestelmästä', 'Avförd från hjälpsystemet', 'Removed on'), {
    privacy: 'plain',
    synonyms: {
      fi: `
        Auttamisjärjestelmä päättyi | Autt.järj. päättyi | Autt.järj. päättyen | Poistettu järjestelmästä | Poistopäivä |
        Auttamisjärjestelmä päättyen | Poistettu pvm | Poistopvm | Autt.järj. päätt.`,
      sv: 'Avförd ur hjälpsystemet | Avförd | Avförd den',
      en: 'Removed | Removal date',
    },
    likely: 'Päättyen',
  }),
  column('admissionGround', 'choice', text('Ottamisperuste', 'Upptagningsgrund', 'Admission ground'), {
    privacy: 'plain',
    choices: named(admissionGrounds, admissionGroundNames),
    example: { code: 'victim' },
    synonyms: { fi: 'Otettu perusteella | Peruste', sv: 'Upptagen på grund av', en: 'Ground' },
  }),
  column('finnishCitizen', 'yes-no', text('Suomen kansalainen', 'Finsk medborgare', 'Finnish citizen'), {
    privacy: 'plain',
    example: false,
    synonyms: { fi: 'Suomen kansalaisuus', sv: 'Finskt medborgarskap', en: 'Citizen of Finland' },
  }),
  column('nonDisclosure', 'yes-no', text('Turvakielto', 'Spärrmarkering', 'Non-disclosure'), {
    privacy: 'plain',
    example: false,
    synonyms: { fi: 'Turvakielto voimassa', sv: 'Spärrmarkerad', en: 'Non disclosure for safety' },
  }),
  column('unaccompanied', 'yes-no', text('Ilman huoltajaa', 'Utan vårdnadshavare', 'Unaccompanied'), {
    privacy: 'plain',
    example: false,
    synonyms: { fi: 'Yksin tullut | Alaikäinen ilman huoltajaa', sv: 'Ensamkommande', en: 'Unaccompanied minor' },
  }),
  column('permitBasis', 'text', text('Oleskeluluvan peruste', 'Uppehållstillståndets grund', 'Permit basis'), {
    privacy: 'text',
    help: text('Oleskeluluvan peruste luvan mukaan.', 'Grunden enligt uppehållstillståndet.', 'The ground as the permit states it.'),
    synonyms: { fi: 'Lupaperuste | Oleskelulupa', sv: 'Tillståndsgrund', en: 'Residence permit' },
  }),
  column('permitFrom', 'date', text('Lupa alkaen', 'Tillstånd från', 'Permit from'), {
    privacy: 'plain',
    synonyms: { fi: 'Lupa myönnetty | Oleskelulupa alkaen', sv: 'Tillstånd beviljat', en: 'Permit granted' },
  }),
  column('permitTo', 'date', text('Lupa päättyy', 'Tillstånd till', 'Permit to'), {
    privacy: 'plain',
    synonyms: { fi: 'Lupa voimassa asti | Oleskelulupa päättyy', sv: 'Tillstånd giltigt till', en: 'Permit valid until' },
  }),
  column('lumpSumFrom', 'date', text('Laskennallinen korvaus alkaen', 'Kalkylerad ersättning från', 'Lump sum from'), {
    privacy: 'plain',
    synonyms: { fi: 'Laskennallinen alkaen' },
  }),
  column('lumpSumTo', 'date', text('Laskennallinen korvaus päättyen', 'Kalkylerad ersättning till', 'Lump sum to'), {
    privacy: 'plain',
    synonyms: { fi: 'Laskennallinen päättyen' },
  }),
  column('statement', 'text', text('Johtajan lausunto', 'Föreståndarens utlåtande', "Director's statement"), {
    privacy: 'name',
    help: text('Lausunnon numero tai tunnus.', 'Utlåtandets nummer eller kod.', 'Number or ID of the statement.'),
    synonyms: { fi: 'Lausunto', sv: 'Utlåtande', en: 'Statement' },
  }),
  column('statementOn', 'date', text('Lausuntopäivä', 'Utlåtandedatum', 'Statement date'), {
    privacy: 'plain',
    synonyms: { fi: 'Lausunnon päivä | Lausunnon pvm', sv: 'Utlåtandets datum' },
  }),
  column('statementResult', 'choice', text('Lausunnon tulos', 'Utlåtandets resultat', 'Statement result'), {
    privacy: 'plain',
    choices: named(statementResults, statementResultNames),
    synonyms: { fi: 'Lausunnon lopputulos', sv: 'Utlåtandets slutsats' },
  }),
] as const satisfies readonly Column[]
