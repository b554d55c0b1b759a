import type { Localized } from '../model/language.js'

const text = (fi: string, sv: string, en: string): Localized => ({ fi, sv, en })

/** Words of the page that explains one item of a packet. */
export const packetItemTexts = {
  head: text('Hakemus {claim}, rivi {item}: {outcome}, {amount}', 'Ansökan {claim}, post {item}: {outcome}, {amount}', 'Claim {claim}, item {item}: {outcome}, {amount}'),
  case: text('Asiakas', 'Klient', 'Case'),
  days: text('Palvelupäivät', 'Servicedagar', 'Service days'),
  category: text('Kustannuslaji', 'Kostnadsslag', 'Category'),
  provider: text('Palveluntuottaja', 'Serviceproducent', 'Provider'),
  withheld: text('ei kerrota', 'anges inte', 'withheld'),
  voucher: text('Tosite', 'Verifikat', 'Voucher'),
  account: text('Tili', 'Konto', 'Account'),
  source: text('Lähde', 'Källa', 'Source'),
  sourceRow: text('{file}, {sheet}, rivi {row}', '{file}, {sheet}, rad {row}', '{file}, {sheet}, row {row}'),
  decision: text('Päätös', 'Beslut', 'Decision'),
  corrects: text('Korjaa', 'Korrigerar', 'Corrects'),
  correction: text('hakemus {claim}: ennen {before}, nyt {now}, erotus {difference}', 'ansökan {claim}: tidigare {before}, nu {now}, skillnad {difference}', 'claim {claim}: before {before}, now {now}, difference {difference}'),
  findings: text('Havainnot', 'Iakttagelser', 'Findings'),
  reviewed: text('Harkintaratkaisu: {answer}, {by}, {on}, voimassa {until} asti: {reason}', 'Prövning: {answer}, {by}, {on}, gäller till {until}: {reason}', 'Review: {answer}, {by}, {on}, until {until}: {reason}'),
  accept: text('hyväksytty', 'godkänd', 'accepted'),
  'leave-out': text('jätetty pois', 'utelämnad', 'left out'),
  failed: text('Ei täyttynyt', 'Uppfylldes inte', 'Not met'),
  held: text('Täyttyi', 'Uppfylldes', 'Held'),
  lacking: text('Tieto puuttui', 'Uppgift saknades', 'Lacked a fact'),
  notAsked: text('Ei kysytty', 'Frågades inte', 'Not asked'),
  differs: text('Paketin tiedostot eivät ole sen luettelon mukaiset; tämä selitys ei todista mitään. Aja korvaus verify.', 'Paketets filer stämmer inte med dess förteckning; denna förklaring bevisar inget. Kör korvaus verify.', 'The files of the packet are not those of its manifest; this explanation proves nothing. Run korvaus verify.'),
} as const satisfies Record<string, Localized>
