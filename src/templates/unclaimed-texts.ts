import type { Localized } from '../model/language.js'
import type { Paper } from '../model/unclaimed.js'

/** Words of what is still left on the table, in the report, the calendar and the summary on paper. */
export const unclaimedTexts = {
  title: { fi: 'Hakematta olevat korvaukset', sv: 'Ersättningar som inte har sökts', en: 'Compensation not yet claimed' },
  nothing: { fi: 'Hakematta ei ole mitään.', sv: 'Inget är osökt.', en: 'Nothing is left unclaimed.' },
  eligible: { fi: 'Haettavissa olevat kustannuserät', sv: 'Kostnadsposter som kan sökas', en: 'Cost items that can be claimed' },
  missingPapers: { fi: 'Kustannuserät, joilta puuttuu yksi asia', sv: 'Kostnadsposter som saknar en enda sak', en: 'Cost items that lack one paper only' },
  lumpSums: { fi: 'Laskennalliset korvaukset, joita ei ole haettu', sv: 'Kalkylerade ersättningar som inte har sökts', en: 'Lump sums never applied for' },
  endingDecisions: { fi: 'Päättyvät päätökset', sv: 'Beslut som upphör', en: 'Decisions about to end' },
  serviceGaps: { fi: 'Palvelukatkot', sv: 'Avbrott i tjänsterna', en: 'Gaps in service' },
  deadline: { fi: 'Hakuaika päättyy', sv: 'Ansökningstiden går ut', en: 'Deadline' },
  daysLeft: { fi: '{count} päivää jäljellä', sv: '{count} dagar kvar', en: '{count} days left' },
  daysLeftHeading: { fi: 'Päiviä jäljellä', sv: 'Dagar kvar', en: 'Days left' },
  itemsHeading: { fi: 'Eriä', sv: 'Poster', en: 'Items' },
  cases: { fi: '{count} asiakasta', sv: '{count} klienter', en: '{count} cases' },
  amount: { fi: 'Summa', sv: 'Belopp', en: 'Amount' },
  what: { fi: 'Mitä', sv: 'Vad', en: 'What' },
  paper: { fi: 'Mitä puuttuu', sv: 'Vad som saknas', en: 'What lacks' },
  lumpSum: { fi: '{case}: {from}–{to}, kertynyt {amount}, vielä tulossa {toCome} ({rule})', sv: '{case}: {from}–{to}, upplupet {amount}, återstår {toCome} ({rule})', en: '{case}: {from}–{to}, accrued {amount}, still to come {toCome} ({rule})' },
  lumpSumYear: { fi: '{year}: {amount}, hakuaika päättyy {deadline}', sv: '{year}: {amount}, ansökningstiden går ut {deadline}', en: '{year}: {amount}, deadline {deadline}' },
  ageUnknown: { fi: 'syntymäaika puuttuu, laskettu pienemmän mukaan', sv: 'födelsedatum saknas, räknat enligt det mindre', en: 'no birth date, the smaller amount is counted' },
  decisionEnds: { fi: '{decision} ({case}) päättyy {date}; {daysLeft}. Hae jatkoa ajoissa.', sv: '{decision} ({case}) upphör {date}; {daysLeft}. Sök fortsättning i tid.', en: '{decision} ({case}) ends on {date}; {daysLeft}. Apply for the next in time.' },
  gapAfterAdmission: { fi: '{case}: otettu auttamisjärjestelmään {date}, {days} päivää ilman palvelua tai päätöstä', sv: '{case}: upptagen i hjälpsystemet {date}, {days} dagar utan tjänst eller beslut', en: '{case}: admitted on {date}, {days} days without service or decision' },
  gapAfterMove: { fi: '{case}: muuttanut alueelle {date}, {days} päivää ilman palvelua tai päätöstä', sv: '{case}: flyttat till området {date}, {days} dagar utan tjänst eller beslut', en: '{case}: moved into the area on {date}, {days} days without service or decision' },
  gapOfArea: { fi: '{case}: kuulunut alueelle {date} alkaen, {days} päivää ilman palvelua tai päätöstä', sv: '{case}: hört till området från och med {date}, {days} dagar utan tjänst eller beslut', en: '{case}: in the area from {date}, its first day, {days} days without service or decision' },
  gapOpen: { fi: 'katko jatkuu', sv: 'avbrottet pågår', en: 'still open' },
  more: { fi: '… ja {count} muuta', sv: '… och {count} till', en: '… and {count} more' },
  next: { fi: 'Tee hakemuspaketti kullekin jaksolle: korvaus prepare --period VUOSI-KUUKAUSI', sv: 'Gör ansökningspaketet för varje period: korvaus prepare --period ÅR-MÅNAD', en: 'Write the claim packet of each period: korvaus prepare --period YEAR-MONTH' },
  written: { fi: 'Kirjoitettu: {path}', sv: 'Skrivet: {path}', en: 'Written: {path}' },
  eventDeadline: { fi: 'Valtion korvauksen hakuaika päättyy: {amount}', sv: 'Tiden för ansökan om statlig ersättning går ut: {amount}', en: 'Deadline for State compensation: {amount}' },
  eventPapers: { fi: 'Hakuaika päättyy kustannuksilta, joilta puuttuu yksi asia: {items}', sv: 'Ansökningstiden går ut för kostnader som saknar en enda sak: {items}', en: 'Deadline for costs that lack one paper: {items}' },
  eventLumpSum: { fi: 'Laskennallisen korvauksen hakuaika päättyy ({case}): {amount}', sv: 'Ansökningstiden för kalkylerad ersättning går ut ({case}): {amount}', en: 'Deadline for the lump sum ({case}): {amount}' },
  eventDecision: { fi: 'Päätös {decision} päättyy', sv: 'Beslutet {decision} upphör', en: 'Decision {decision} ends' },
  page: { fi: 'sivu {page} / {pages}', sv: 'sida {page} / {pages}', en: 'page {page} of {pages}' },
  standing: { fi: 'Tilanne {date}; sääntökirja {version}. Rahamäärät ovat palvelulokin kustannuseriä, joita mikään hakemus ei sisällä.', sv: 'Läget {date}; regelbok {version}. Beloppen är serviceloggens kostnadsposter som ingen ansökan innehåller.', en: 'As of {date}; rule book {version}. The amounts are cost items of the service log that no claim holds.' },
} as const satisfies Record<string, Localized>

/** What an item may lack, as people call it. */
export const paperNames: Record<Paper, Localized> = {
  admission: { fi: 'auttamisjärjestelmään ottamisen päivä', sv: 'datum för upptagning i hjälpsystemet', en: 'day of admission to the assistance system' },
  residence: { fi: 'kotikunta palvelupäivänä', sv: 'hemkommun på servicedagen', en: 'municipality of residence on the service day' },
  decision: { fi: 'viranomaisen päätös', sv: 'myndighetens beslut', en: "authority's decision" },
  statement: { fi: 'vastaanottokeskuksen johtajan lausunto', sv: 'utlåtande av föreståndaren för förläggningen', en: "reception centre director's statement" },
  voucher: { fi: 'tosite', sv: 'verifikat', en: 'voucher' },
  justification: { fi: 'erityistarpeen perustelu', sv: 'motivering av specialbehovet', en: 'justification of the special need' },
  provider: { fi: 'palveluntuottaja', sv: 'serviceproducent', en: 'provider' },
  prices: { fi: 'määrä ja yksikköhinta', sv: 'antal och enhetspris', en: 'quantity and unit price' },
  hours: { fi: 'oman työn tunnit ja työntekijän tunnus', sv: 'timmar och arbetstagarens kod för eget arbete', en: 'hours and worker code of own work' },
  rate: { fi: 'tuntihinta (ownWorkRates)', sv: 'timpris (ownWorkRates)', en: 'hourly rate (ownWorkRates)' },
  agreement: { fi: 'kotoutumisohjelma tai sopimus (claimant.programme)', sv: 'integrationsprogram eller avtal (claimant.programme)', en: 'integration programme or agreement (claimant.programme)' },
  account: { fi: 'tilinumero (claimant.iban)', sv: 'kontonummer (claimant.iban)', en: 'account (claimant.iban)' },
}
