import type { SourceText } from './source-text.js'

const remedy: SourceText['remedy'] = {
  fi: 'Tarkista desimaalipilkku tositteesta ja korjaa solu. Jos summa on oikea, hyväksy rivi komennolla korvaus review ja perustele.',
  sv: 'Kontrollera decimaltecknet mot verifikatet och rätta cellen. Om beloppet är rätt, godkänn raden med korvaus review och motivera.',
  en: 'Check the decimal mark against the voucher, and mend the cell. If the amount is right, accept the row with korvaus review and say why.',
}

/** What is said of amounts that are larger than amounts are, and of rows that cost nothing. */
export const proportionTexts: Readonly<Record<string, SourceText>> = {
  'SRC-082': {
    title: { fi: 'Erä on suurempi kuin suurin tavallinen erä', sv: 'Posten är större än den största vanliga posten', en: 'The item is above the largest usual one' },
    message: {
      fi: 'Rivin summa on {euros}, enemmän kuin suurin tavallinen erä ({usual}, asetus policies.largestItem). Desimaalipilkku on voinut kadota.',
      sv: 'Radens belopp är {euros}, mer än den största vanliga posten ({usual}, inställningen policies.largestItem). Decimaltecknet kan ha fallit bort.',
      en: 'The amount of the row is {euros}, above the largest usual item ({usual}, setting policies.largestItem). A decimal mark may have been lost.',
    },
    remedy,
  },
  'SRC-083': {
    title: { fi: 'Summa on moninkertainen muihin samanlaisiin verrattuna', sv: 'Beloppet är mångdubbelt större än andra likadana', en: 'The amount is many times its like' },
    message: {
      fi: 'Rivin summa on {euros}; saman kustannuslajin rivi on tavallisesti {usual}. Desimaalipilkku on voinut kadota.',
      sv: 'Radens belopp är {euros}; en rad av samma kostnadsslag är vanligen {usual}. Decimaltecknet kan ha fallit bort.',
      en: 'The amount of the row is {euros}; a row of its category usually has {usual}. A decimal mark may have been lost.',
    },
    remedy,
  },
  'SRC-084': {
    title: { fi: 'Rivin summa on nolla', sv: 'Radens belopp är noll', en: 'The amount of the row is zero' },
    message: {
      fi: 'Riviltä ei haeta mitään, koska sen summa on nolla.',
      sv: 'För raden söks ingenting, eftersom dess belopp är noll.',
      en: 'Nothing is claimed for the row, as its amount is zero.',
    },
    remedy: {
      fi: 'Jos rivillä on kustannus, kirjoita sen summa.',
      sv: 'Om raden har en kostnad, ange beloppet.',
      en: 'If the row has a cost, enter its amount.',
    },
  },
}
