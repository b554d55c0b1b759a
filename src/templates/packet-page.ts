import type { Localized } from '../model/language.js'

/** Texts of the page (`report.html`) alone. */
export const pageTexts = {
  contents: { fi: 'Sisällys', sv: 'Innehåll', en: 'Contents' },
  overview: { fi: 'Yleiskuva', sv: 'Översikt', en: 'Overview' },
  skip: { fi: 'Siirry sisältöön', sv: 'Gå till innehållet', en: 'Skip to the content' },
  claimedItems: { fi: 'Haetaan', sv: 'Söks', en: 'Claimed' },
  leftOutItems: { fi: 'Ei haeta', sv: 'Söks inte', en: 'Not claimed' },
  inReview: { fi: 'Odottaa harkintaa', sv: 'Väntar på prövning', en: 'Awaiting review' },
  monthChart: { fi: 'Haettava korvaus kuukausittain', sv: 'Sökt ersättning per månad', en: 'Compensation claimed by month' },
  categoryChart: { fi: 'Haettava korvaus kustannuslajeittain', sv: 'Sökt ersättning enligt kostnadsslag', en: 'Compensation claimed by category' },
  findings: { fi: 'Havainnot', sv: 'Iakttagelser', en: 'Findings' },
  findingsOf: { fi: 'Havainnot', sv: 'Iakttagelser', en: 'Findings' },
  findingsText: {
    fi: 'Havainnot säännöittäin. Erän tunnuksesta pääsee takaisin erään.',
    sv: 'Iakttagelserna per regel. Postens nummer leder tillbaka till posten.',
    en: 'Findings by rule. The item ID leads back to the item.',
  },
  general: { fi: 'Asiakkaita tai koko hakemusta koskevat havainnot', sv: 'Iakttagelser om klienter eller hela ansökan', en: 'Findings about persons or the whole claim' },
  details: { fi: 'Tiedot', sv: 'Uppgifter', en: 'Details' },
  description: { fi: 'Kuvaus', sv: 'Beskrivning', en: 'Description' },
  need: { fi: 'Erityistarve', sv: 'Specialbehov', en: 'Special need' },
  provider: { fi: 'Palveluntuottaja', sv: 'Serviceproducent', en: 'Provider' },
  proof: { fi: 'Todentaminen', sv: 'Verifiering', en: 'Proof' },
  proofText: {
    fi: 'Tämän sivun ja muut paketin tiedostot voi tarkistaa komennoilla ”sha256sum -c manifest-sha256.txt” ja ”korvaus verify”. Sivu on tehty tiedostoista claim.json, assessment.json, rule-book.json ja reviews.json.',
    sv: 'Denna sida och paketets övriga filer kan kontrolleras med kommandona ”sha256sum -c manifest-sha256.txt” och ”korvaus verify”. Sidan är gjord av filerna claim.json, assessment.json, rule-book.json och reviews.json.',
    en: 'This page and the other files of the packet can be checked with “sha256sum -c manifest-sha256.txt” and “korvaus verify”. The page is made from claim.json, assessment.json, rule-book.json and reviews.json.',
  },
  inputs: { fi: 'Palvelulokit', sv: 'Serviceloggar', en: 'Service logs' },
  smallGroupsShort: { fi: 'muut', sv: 'övriga', en: 'other' },
} as const satisfies Record<string, Localized>
