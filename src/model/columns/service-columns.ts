import { caseSynonyms, column, day, exampleMarks, named, text, type Column } from './column.js'
import { categoryNames, providerKindNames } from '../value-names.js'
import { categories, providerKinds } from '../values.js'

/** What was done, for whom, why and by whom: the first columns of a cost item. */
export const serviceColumns = [
  column('id', 'text', text('Rivitunnus', 'Radnummer', 'Item ID'), {
    privacy: 'name', names: 'item', must: true,
    help: text(
      'Rivin oma tunnus, joka ei muutu eikä toistu.',
      'Radens egen kod, som inte ändras eller upprepas.',
      'An ID of the row that never changes and stands there once.',
    ),
    example: exampleMarks,
    synonyms: {
      fi: `
        Rivi-ID | Rivin tunnus | Rivinumero | Rivinro | Rivi | Vientinumero | Vientirivi | Tapahtumanumero | Tapahtuma-ID |
        Tapahtumatunnus`,
      sv: 'Radnr | Rad-ID | Transaktionsnummer | Transaktions-ID',
      en: 'Row ID | Line ID | Line number | Transaction ID | Entry number | Record ID',
    },
    likely: 'Numero | Nro | Nummer | Number | ID | Tunnus',
  }),
  column('case', 'text', text('Asiakastunnus', 'Klientkod', 'Case ID'), {
    privacy: 'name', names: 'case', must: true,
    help: text('Tunnus, josta henkilöä ei voi tunnistaa.', 'Kod som inte avslöjar personen.', 'An ID that identifies nobody.'),
    example: 'A-001',
    synonyms: caseSynonyms,
    likely: 'Kohde | Seurantakohde | Projekti | Projekt | Project | Uppföljningsobjekt',
    possible: 'ID | Tunnus | Nimi | Namn | Name',
  }),
  column('serviceDate', 'date', text('Palvelupäivä', 'Servicedatum', 'Service date'), {
    privacy: 'plain', must: true,
    help: text(
      'Päivä, jona palvelu annettiin; laskun päivä ei kelpaa.',
      'Dagen då tjänsten gavs, inte fakturans dag.',
      'The day of the service, not of the invoice.',
    ),
    example: day(2026, 3, 2),
    synonyms: {
      fi: `
        Palvelupvm | Palvelun päivä | Palvelun päivämäärä | Palvelupäivämäärä | Suorituspvm | Suorituspäivä | Suoritepvm |
        Suoritepäivä | Toimituspvm | Toimituspäivä | Käyntipvm | Käyntipäivä | Palvelun alkupvm | Palvelu alkoi`,
      sv: 'Prestationsdatum | Leveransdatum | Besöksdatum | Tjänstens datum',
      en: 'Date of service | Delivery date | Visit date | Performance date',
    },
    likely: 'Pvm | Päivä | Päivämäärä | Datum | Date | Tapahtumapvm | Tapahtumapäivä | Transaction date | Alku | Alkupvm',
  }),
  column('serviceEnd', 'date', text('Palvelu päättyi', 'Service avslutad', 'Service end'), {
    privacy: 'plain',
    help: text(
      'Viimeinen päivä, jos palvelu kesti useita päiviä.',
      'Sista dagen, om tjänsten pågick i flera dagar.',
      'The last day, if the service took several.',
    ),
    synonyms: {
      fi: 'Palvelun loppupvm | Palvelu päättyy | Palvelun päättymispäivä | Loppupvm',
      sv: 'Tjänsten slutade | Slutdatum',
      en: 'End date | Service to',
    },
    likely: 'Loppu',
  }),
  column('category', 'choice', text('Kustannuslaji', 'Kostnadsslag', 'Category'), {
    privacy: 'plain', must: true,
    choices: named(categories, categoryNames),
    example: { code: 'INTERPRETING' },
    synonyms: {
      fi: `
        Palvelulaji | Palvelulajin nimi | Palvelutyyppi | Kululaji | Kustannuslajin nimi | Palveluryhmä | Palveluluokka | Kulutyyppi`,
      sv: 'Tjänstetyp | Kostnadstyp | Serviceslag',
      en: 'Cost type | Service type | Service category | Expense type',
    },
    likely: `
      Tilin nimi | Kontonamn | Account name | Palvelu | Tjänst | Service | Tuote | Tuotenimi | Produkt | Product | Laji | Tyyppi |
      Typ | Type`,
  }),
  column('description', 'text', text('Kuvaus', 'Beskrivning', 'Description'), {
    privacy: 'text', must: true,
    help: text(
      'Mitä tehtiin, ilman nimiä ja paikkoja.',
      'Vad som gjordes, utan namn och platser.',
      'What was done, without names and places.',
    ),
    example: text('Tulkkaus terveydenhuollon käynnillä', 'Tolkning vid besök i hälsovården', 'Interpreting at a health visit'),
    synonyms: {
      fi: `
        Selite | Seliteteksti | Vientiselite | Tiliöintiteksti | Tiliöinnin selite | Laskun selite | Tapahtuman kuvaus |
        Palvelun kuvaus | Lisätieto | Lisätiedot | Teksti`,
      sv: 'Beskrivning av tjänsten | Förklaring | Verifikationstext | Konteringstext | Tilläggsuppgifter | Text',
      en: 'Explanation | Memo | Posting text | Line description | Details',
    },
    possible: 'Palvelu | Tjänst | Service | Tuote | Tuotenimi | Produkt | Product',
  }),
  column('need', 'text', text('Erityistarpeen perustelu', 'Motivering av specialbehov', 'Special need'), {
    privacy: 'text', must: true,
    help: text(
      'Miksi palvelu johtui asemasta ihmiskaupan uhrina.',
      'Varför tjänsten berodde på ställningen som offer för människohandel.',
      'Why the service was needed because of being a victim of trafficking.',
    ),
    example: text(
      'Ihmiskaupan uhrin hoito edellytti tulkkia',
      'Vården av offret för människohandel krävde tolk',
      'The care of the victim of trafficking needed an interpreter',
    ),
    synonyms: {
      fi: 'Tarpeen peruste | Perustelu | Perustelut | Erityistarve | Tarpeen perustelu',
      sv: 'Motivering | Särskilt behov',
      en: 'Justification | Reason for need',
    },
  }),
  column('provider', 'text', text('Palveluntuottaja', 'Serviceproducent', 'Provider'), {
    privacy: 'place',
    help: text('Palvelun tuottajan nimi.', 'Namnet på den som producerade tjänsten.', 'Who gave the service.'),
    example: text('Esimerkkitulkit Oy', 'Exempeltolkarna Ab', 'Example Interpreters Ltd'),
    synonyms: {
      fi: 'Toimittaja | Toimittajan nimi | Palveluntuottajan nimi | Tuottaja | Laskuttaja',
      sv: 'Leverantör | Leverantörens namn | Producent',
      en: 'Supplier | Supplier name | Vendor | Vendor name | Service provider',
    },
    likely: 'Yritys | Nimi | Namn | Name',
  }),
  column('providerKind', 'choice', text('Tuottajan laji', 'Producentens art', 'Provider kind'), {
    privacy: 'plain', must: true,
    choices: named(providerKinds, providerKindNames),
    example: { code: 'company' },
    synonyms: {
      fi: 'Tuottajatyyppi | Palveluntuottajan tyyppi | Tuottajalaji | Toimittajatyyppi',
      sv: 'Leverantörstyp | Producenttyp',
      en: 'Provider type | Supplier type | Vendor type',
    },
    possible: 'Tyyppi | Typ | Type',
  }),
] as const satisfies readonly Column[]
