import { column, day, text, type Column } from './column.js'

/** What proves a cost item: its voucher, place in the accounts, decision and, of own work, worker and hours. */
export const ledgerColumns = [
  column('voucher', 'text', text('Tositenumero', 'Verifikatnummer', 'Voucher'), {
    privacy: 'name', names: 'voucher', must: true,
    help: text(
      'Tositteen tai laskun numero kirjanpidossa.',
      'Verifikatets eller fakturans nummer i bokföringen.',
      'The number of the voucher or invoice in the accounts.',
    ),
    example: '40001',
    synonyms: {
      fi: 'Tosite | Tositenro | Tosite nro | Tositteen numero | Laskunumero | Laskun numero | Laskunro | Laskun nro',
      sv: 'Verifikat | Verifikation | Verifikationsnummer | Verifikatnr | Verifikat nr | Ver.nr | Vernr | Fakturanummer | Fakturanr',
      en: 'Voucher number | Voucher no | Invoice number | Invoice no | Document number | Document no',
    },
    likely: 'Viite | Referens | Reference',
    possible: 'Numero | Nro | Nummer | Number',
  }),
  column('voucherDate', 'date', text('Tositepäivä', 'Verifikatdatum', 'Voucher date'), {
    privacy: 'plain',
    example: day(2026, 3, 9),
    synonyms: {
      fi: `
        Tositepvm | Tiliöintipvm | Tiliöintipäivä | Tositteen päivä | Laskun pvm | Laskupvm | Laskupäivä | Laskun päivämäärä |
        Kirjauspvm | Kirjauspäivä | Vientipvm`,
      sv: 'Verifikationsdatum | Fakturadatum | Bokföringsdatum',
      en: 'Invoice date | Posting date | Document date | Booking date',
    },
    possible: 'Pvm | Päivä | Päivämäärä | Datum | Date | Tapahtumapvm | Tapahtumapäivä | Transaction date',
  }),
  column('account', 'text', text('Tili', 'Konto', 'Account'), {
    privacy: 'name',
    help: text('Kirjanpidon tili.', 'Kontot i bokföringen.', 'The ledger account.'),
    example: '434000',
    synonyms: {
      fi: 'Tilinumero | Tilinro | Kirjanpitotili | Pääkirjatili | Kp-tili',
      sv: 'Kontonummer | Kontonr | Bokföringskonto',
      en: 'Account number | Ledger account | GL account | G/L account',
    },
    likely: 'Tilin',
    possible: 'Tilin nimi | Kontonamn | Account name',
  }),
  column('costCentre', 'text', text('Kustannuspaikka', 'Kostnadsställe', 'Cost centre'), {
    privacy: 'name',
    help: text('Kirjanpidon kustannuspaikka.', 'Kostnadsstället i bokföringen.', 'The cost centre in the accounts.'),
    example: '6120',
    synonyms: {
      fi: 'Kp | Kust.paikka | Kustannuspaikan koodi | Kustpaikka | Kustp | Yksikön kustannuspaikka | Kst',
      sv: 'Kostn.ställe | Kostnadsställets kod',
      en: 'Cost center | CC',
    },
    possible: 'Projekti | Projekt | Project',
  }),
  column('decision', 'text', text('Päätösnumero', 'Beslutsnummer', 'Decision number'), {
    privacy: 'name', names: 'decision',
    help: text('Viranomaisen päätöksen numero.', 'Numret på myndighetens beslut.', "The number of the authority's decision."),
    example: '123/2026',
    synonyms: {
      fi: 'Päätös | Päätösnro | Päätöksen numero | Migrin päätös | Päätös nro',
      sv: 'Beslut | Beslut nr | Beslutets nummer',
      en: 'Decision | Decision no',
    },
    possible: 'Viite | Referens | Reference',
  }),
  column('credits', 'text', text('Hyvittää rivin', 'Krediterar rad', 'Credits item'), {
    privacy: 'name', names: 'item',
    help: text(
      'Sen rivin tunnus, jota miinusrivi oikaisee.',
      'Koden för den rad som minusraden rättar.',
      'The ID of the row that a negative row corrects.',
    ),
    synonyms: {
      fi: 'Hyvittää | Hyvityksen kohde | Alkuperäinen rivi',
      sv: 'Krediterar | Ursprunglig rad',
      en: 'Credits | Original item',
    },
  }),
  column('worker', 'text', text('Työntekijän tunnus', 'Arbetstagarens kod', 'Worker code'), {
    privacy: 'name', names: 'worker',
    help: text('Vain omasta työstä.', 'Bara för eget arbete.', 'For own work only.'),
    synonyms: {
      fi: 'Työntekijä | Työntekijänumero | Henkilönumero',
      sv: 'Arbetstagare | Anställningsnummer',
      en: 'Worker | Employee number | Employee ID',
    },
  }),
  column('hours', 'number', text('Tunnit', 'Timmar', 'Hours'), {
    privacy: 'plain',
    help: text('Vain omasta työstä.', 'Bara för eget arbete.', 'For own work only.'),
    synonyms: { fi: 'Tuntimäärä | Työtunnit | Tunnit h', sv: 'Arbetstimmar | Timantal', en: 'Worked hours | Hours worked' },
  }),
] as const satisfies readonly Column[]
