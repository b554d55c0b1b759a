import { column, named, text, type Column } from './column.js'
import { costBasisNames, unitNames } from '../value-names.js'
import { costBases, units } from '../values.js'

/** How much, and what it cost. */
export const amountColumns = [
  column('quantity', 'number', text('Määrä', 'Antal', 'Quantity'), {
    privacy: 'plain',
    example: 2,
    synonyms: { fi: 'Kpl | Lkm | Lukumäärä | Kappalemäärä', sv: 'Kvantitet', en: 'Qty' },
  }),
  column('unit', 'choice', text('Yksikkö', 'Enhet', 'Unit'), {
    privacy: 'plain',
    choices: named(units, unitNames),
    example: { code: 'h' },
    synonyms: { fi: 'Yks | Yks. | Mittayksikkö', sv: 'Enh | Enh. | Måttenhet', en: 'UoM | Unit of measure' },
  }),
  column('unitPrice', 'number', text('Yksikköhinta', 'Enhetspris', 'Unit price'), {
    privacy: 'plain',
    example: 62.4,
    synonyms: {
      fi: 'À-hinta | A-hinta | Ahinta | Yksikköhinta € | Hinta/yks',
      sv: 'Á-pris | À-pris | Apris | Styckpris',
      en: 'Price per unit | Unit cost',
    },
  }),
  column('net', 'money', text('Netto', 'Netto', 'Net'), {
    privacy: 'plain',
    help: text('Ilman arvonlisäveroa.', 'Utan moms.', 'Without VAT.'),
    example: 124.8,
    synonyms: {
      fi: `
        Veroton | Veroton summa | Veroton hinta | Nettosumma | Netto € | Netto EUR | Summa ALV 0 | Summa (ALV 0 %) | Summa alv 0% |
        Summa ilman ALV | Alviton summa`,
      sv: 'Nettobelopp | Skattefritt belopp | Belopp exkl. moms | Belopp utan moms',
      en: 'Net amount | Amount excl. VAT | Amount without VAT | Net EUR',
    },
    likely: `
      Summa | Summa € | Summa EUR | Euro | Eurot | EUR | Hinta | Kokonaishinta | Rivin summa | Rivisumma | Laskutettu | Debet |
      Belopp | Belopp € | Pris | Amount | Amount EUR | Price | Sum`,
    possible: 'Total | Yhteensä | Yht. | Totalt | Tot.',
  }),
  column('vat', 'money', text('ALV', 'Moms', 'VAT'), {
    privacy: 'plain',
    example: 31.82,
    synonyms: {
      fi: 'ALV € | ALV EUR | ALV-summa | ALV-määrä | ALV-osuus | Arvonlisävero | Veron määrä | Veron osuus | Vero',
      sv: 'Mervärdesskatt | Moms € | Momsbelopp | Skattebelopp',
      en: 'VAT amount | Tax amount | VAT EUR',
    },
  }),
  column('gross', 'money', text('Brutto', 'Brutto', 'Gross'), {
    privacy: 'plain',
    help: text('Arvonlisäveron kanssa.', 'Med moms.', 'With VAT.'),
    example: 156.62,
    synonyms: {
      fi: 'Verollinen | Verollinen summa | Bruttosumma | Brutto € | Brutto EUR | Summa sis. ALV | Laskun loppusumma',
      sv: 'Bruttobelopp | Belopp inkl. moms',
      en: 'Gross amount | Amount incl. VAT | Total incl. VAT | Gross EUR',
    },
    likely: 'Total | Yhteensä | Yht. | Totalt | Tot.',
    possible: `
      Summa | Summa € | Summa EUR | Euro | Eurot | EUR | Hinta | Kokonaishinta | Rivin summa | Rivisumma | Laskutettu | Debet |
      Belopp | Belopp € | Pris | Amount | Amount EUR | Price | Sum`,
  }),
  column('deductions', 'money', text('Vähennykset', 'Avdrag', 'Deductions'), {
    privacy: 'plain',
    help: text(
      'Asiakasmaksut, Kela, vakuutus, hankerahoitus.',
      'Klientavgifter, FPA, försäkring, projektfinansiering.',
      'Client fees, Kela, insurance, project income.',
    ),
    example: 0,
    synonyms: {
      fi: 'Vähennys | Asiakasmaksu | Asiakasmaksut | Omavastuu | Kela-korvaus | Hyvitykset',
      sv: 'Klientavgift | Självrisk | FPA-ersättning',
      en: 'Client fee | Deduction',
    },
  }),
  column('costBasis', 'choice', text('Kustannusperuste', 'Kostnadsgrund', 'Cost basis'), {
    privacy: 'plain',
    choices: named(costBases, costBasisNames),
    example: { code: 'actual' },
    synonyms: { fi: 'Kustannuksen peruste | Toteuma/arvio', sv: 'Kostnadens grund', en: 'Basis of cost' },
  }),
] as const satisfies readonly Column[]
