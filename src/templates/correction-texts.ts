import type { Localized } from '../model/language.js'

/** What a claim says of its corrections. */
export const correctionTexts = {
  title: { fi: 'Oikaisut aiempiin hakemuksiin', sv: 'Rättelser av tidigare ansökningar', en: 'Corrections of earlier claims' },
  sheet: { fi: 'Oikaisut', sv: 'Rättelser', en: 'Corrections' },
  text: {
    fi: 'Näiden kustannusten määrä on muuttunut sen jälkeen, kun niistä haettiin korvausta. Hakemukseen sisältyy vain erotus.',
    sv: 'Beloppet av dessa kostnader har ändrats efter att ersättning söktes för dem. Ansökan omfattar endast skillnaden.',
    en: 'The amounts of these costs have changed since they were claimed. The claim holds the difference alone.',
  },
  claim: { fi: 'Aiempi hakemus', sv: 'Tidigare ansökan', en: 'Earlier claim' },
  credits: { fi: 'Hyvittää', sv: 'Krediterar', en: 'Credits' },
  claimedAmount: { fi: 'Haettu aiemmin', sv: 'Sökt tidigare', en: 'Claimed earlier' },
  amount: { fi: 'Oikea määrä', sv: 'Rätt belopp', en: 'Correct amount' },
  difference: { fi: 'Erotus', sv: 'Skillnad', en: 'Difference' },
  line: {
    fi: '{item}: hakemuksessa {claim} haettu {before}, oikea määrä {amount}, erotus {difference}',
    sv: '{item}: sökt {before} i ansökan {claim}, rätt belopp {amount}, skillnad {difference}',
    en: '{item}: {before} claimed in {claim}, correct amount {amount}, difference {difference}',
  },
  missing: {
    fi: 'Palvelulokissa ei ole enää {count} kustannusta, joista on haettu korvausta: {items}. Niistä haettu {amount} jää voimaan. Palauta rivit lokiin; jos kustannus on aiheeton, kirjaa hyvitysrivi.',
    sv: 'I serviceloggen saknas {count} kostnader för vilka ersättning har sökts: {items}. Det sökta beloppet {amount} gäller alltjämt. Återställ raderna i loggen; anteckna en kreditrad om kostnaden är utan grund.',
    en: 'The service log no longer has {count} of the costs that were claimed: {items}. The {amount} claimed for them still stands. Put the rows back; where a cost has no ground, add a credit row.',
  },
} as const satisfies Record<string, Localized>
