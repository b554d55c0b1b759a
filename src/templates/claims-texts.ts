import type { Localized } from '../model/language.js'
import type { ClaimState } from '../model/ledger.js'

const text = (fi: string, sv: string, en: string): Localized => ({ fi, sv, en })

/** The states of a claim. */
export const stateNames: Readonly<Record<ClaimState, Localized>> = {
  prepared: text('valmisteltu', 'beredd', 'prepared'),
  filed: text('jätetty', 'inlämnad', 'filed'),
  decided: text('päätetty', 'avgjord', 'decided'),
  paid: text('maksettu', 'betald', 'paid'),
  recovered: text('peritty takaisin', 'återkrävd', 'recovered'),
  withdrawn: text('peruutettu', 'återkallad', 'withdrawn'),
}

/** The steps in the life of a claim. */
export const stepNames: Readonly<Record<string, Localized>> = {
  prepared: text('valmistelu', 'beredning', 'prepared'),
  replaced: text('valmistelu uudelleen', 'ny beredning', 'prepared again'),
  filed: text('jättäminen', 'inlämning', 'filed'),
  decided: text('päätös', 'beslut', 'decided'),
  paid: text('maksu', 'betalning', 'paid'),
  recovered: text('takaisinperintä', 'återkrav', 'recovered'),
  withdrawn: text('peruutus', 'återkallelse', 'withdrawn'),
  reversed: text('peruminen', 'återtagande', 'reversed'),
  scrubbed: text('säilytysajan päättyminen', 'bevaringstiden slut', 'scrubbed'),
}

/** What of the register does not prove itself. */
export const proofTexts: Readonly<Record<string, Localized>> = {
  chain: text('ketju katkeaa: tapahtuma on lisätty, poistettu tai siirretty', 'kedjan bryts: en händelse har lagts till, tagits bort eller flyttats', 'the chain breaks: an event was put in, taken out or moved'),
  hash: text('tapahtumaa on muutettu', 'händelsen har ändrats', 'the event was changed'),
  details: text('tapahtuman tietoja on muutettu', 'händelsens uppgifter har ändrats', 'the details of the event were changed'),
  state: text('tila ei ole se, johon tapahtumat johtavat', 'läget är inte det som händelserna leder till', 'the state is not the one that the events lead to'),
  amount: text('määrä ei ole se, joka päiväkirjassa on', 'beloppet är inte det som står i journalen', 'the amount is not the one of the journal'),
  content: text('paketin tiiviste ei ole se, joka päiväkirjassa on', 'paketets kontrollsumma är inte den i journalen', 'the hash of the packet is not the one of the journal'),
  claim: text('hakemuksen tiedot eivät ole ne, jotka siitä kirjattiin', 'ansökans uppgifter är inte de som antecknades om den', 'the data of the claim are not those that were recorded of it'),
  items: text('rivit eivät ole ne, jotka hakemukseen kirjattiin', 'posterna är inte de som antecknades i ansökan', 'the items are not those that were recorded in the claim'),
  head: text('muistiin merkittyä tapahtumaa ei enää ole: lopusta on poistettu', 'den antecknade händelsen finns inte längre: slutet har kapats', 'the event noted earlier is there no more: the end was cut off'),
  key: text('tunnisteiden avain on toinen kuin se, jolla rivit nimettiin, tai sen merkki on poissa', 'kännetecknens nyckel är en annan än den som posterna namngavs med, eller dess märke är borta', 'the key of the fingerprints is not the one that named the items, or its mark is gone'),
  behind: text('paketti tai merkitty tapahtuma osoittaa, että rekisteri on vanhempi; palauta uudempi varmuuskopio', 'ett paket eller en antecknad händelse visar att registret är äldre; återställ en nyare säkerhetskopia', 'a packet or a noted event shows that the register is older; restore a later backup'),
  'stray-items': text('rivejä, jotka eivät kuulu mihinkään hakemukseen', 'poster som inte hör till någon ansökan', 'items that belong to no claim'),
  'unknown-claim': text('tapahtuman hakemusta ei enää ole', 'händelsens ansökan finns inte längre', 'the claim of the event is there no more'),
}

/** Words of the commands about claims and their register. */
export const claimsTexts = {
  undone: text('(peruttu)', '(återtaget)', '(no longer in force)'),
  none: text('Rekisterissä ei ole hakemuksia.', 'Registret har inga ansökningar.', 'The register has no claims.'),
  number: text('Hakemus', 'Ansökan', 'Claim'),
  state: text('Tila', 'Läge', 'State'),
  claimed: text('Haettu', 'Sökt', 'Claimed'),
  granted: text('Myönnetty', 'Beviljat', 'Granted'),
  paid: text('Maksettu', 'Betalt', 'Paid'),
  recovered: text('Peritty takaisin', 'Återkrävt', 'Recovered'),
  interest: text('Korko', 'Ränta', 'Interest'),
  total: text('Yhteensä', 'Totalt', 'Total'),
  next: text('Seuraavaksi', 'Härnäst', 'Next'),
  toFile: text('jätettävä', 'ska lämnas in', 'to be filed'),
  awaitsDecision: text('odottaa päätöstä', 'väntar på beslut', 'decision awaited'),
  awaitsPayment: text('odottaa maksua {amount}', 'väntar på betalning {amount}', 'payment of {amount} awaited'),
  awaitsSetOff: text('palautettava tai kuitattava {amount}', '{amount} ska betalas tillbaka eller kvittas', '{amount} to be paid back or set off'),
  packet: text('Paketti', 'Paket', 'Packet'),
  period: text('Palvelupäivät', 'Servicedagar', 'Service days'),
  parts: text('Toisin kuin haettu', 'Annorlunda än sökt', 'Otherwise than claimed'),
  part: text('{name}: haettu {claimed}, myönnetty {granted}. {reason}', '{name}: sökt {claimed}, beviljat {granted}. {reason}', '{name}: claimed {claimed}, granted {granted}. {reason}'),
  whole: text('koko hakemus', 'hela ansökan', 'the whole claim'),
  steps: text('Vaiheet', 'Steg', 'Steps'),
  remedy: text('Muutoksenhaku: {name}, {days} päivää tiedoksisaannista, ainakin {lastDay} asti ({basis})', 'Ändringssökande: {name}, {days} dagar från delfåendet, åtminstone till {lastDay} ({basis})', 'Remedy: {name}, {days} days from notice, at least until {lastDay} ({basis})'),
  remedyPast: text('Muutoksenhaun määräaika päättyi {lastDay} ({name}, {basis})', 'Tidsfristen för ändringssökande gick ut {lastDay} ({name}, {basis})', 'The time for a remedy ended on {lastDay} ({name}, {basis})'),
  recoveryRemedy: text('Muutoksenhaku takaisinperintään: {name}, {days} päivää tiedoksisaannista, ainakin {lastDay} asti ({basis})', 'Ändringssökande i återkravet: {name}, {days} dagar från delfåendet, åtminstone till {lastDay} ({basis})', 'Remedy against the recovery: {name}, {days} days from notice, at least until {lastDay} ({basis})'),
  recoveryRemedyPast: text('Muutoksenhaun määräaika takaisinperintään päättyi {lastDay} ({name}, {basis})', 'Tidsfristen för ändringssökande i återkravet gick ut {lastDay} ({name}, {basis})', 'The time for a remedy against the recovery ended on {lastDay} ({name}, {basis})'),
  believed: text('määräaika tarkistettava päätöksen ohjeesta', 'kontrollera tidsfristen i beslutets anvisning', 'check the time in the instructions of the decision'),
  recoverable: text('Takaisinperinnästä voidaan päättää viimeistään {date}', 'Återkrav kan beslutas senast {date}', 'Recovery can be decided until {date}'),
  keep: text('Säilytettävä ainakin {date} asti', 'Bevaras åtminstone till {date}', 'To be kept until {date} at least'),
  rate: text('{percent} % {from}–{to}, {days} päivää', '{percent} % {from}–{to}, {days} dagar', '{percent} % {from}–{to}, {days} days'),
  done: text('Hakemus {number}: {step} {date} kirjattu. Tila: {state}.', 'Ansökan {number}: {step} {date} antecknad. Läge: {state}.', 'Claim {number}: {step} on {date} is recorded. State: {state}.'),
  filedLate: text('Varhaisimman haetun palvelun hakuaika päättyi {deadline}: hakemus on jätetty sen jälkeen.', 'Ansökningstiden för den tidigaste sökta tjänsten gick ut {deadline}: ansökan lämnades in efter det.', 'The earliest claimed service had to be claimed by {deadline}: the claim was filed after it.'),
  recoveredLate: text('Takaisinperintä on päätetty {date}, mutta siitä voitiin päättää vain {until} asti. Tarkista päätös ja muutoksenhaku.', 'Återkravet beslutades {date}, men kunde beslutas bara till {until}. Granska beslutet och ändringssökandet.', 'The recovery was decided on {date}, but could be decided only until {until}. Look into the decision and the remedy.'),
  proven: text('Päiväkirja on eheä: {events} tapahtumaa, {claims} hakemusta. Merkitse viimeinen tiiviste muistiin muualle: {head}', 'Journalen är intakt: {events} händelser, {claims} ansökningar. Anteckna den sista kontrollsumman någon annanstans: {head}', 'The journal holds: {events} events, {claims} claims. Note the last hash elsewhere: {head}'),
  problem: text('{place}: {what}', '{place}: {what}', '{place}: {what}'),
  event: text('tapahtuma {seq}', 'händelse {seq}', 'event {seq}'),
  register: text('rekisteri', 'registret', 'register'),
  broken: text('Rekisterin päiväkirja ei täsmää. Palauta se varmuuskopiosta ja selvitä, kuka on muuttanut sitä.', 'Registrets journal stämmer inte. Återställ det från en säkerhetskopia och utred vem som har ändrat det.', 'The register does not prove itself. Restore it from a backup and find out who changed it.'),
  askScrub: text('Poistetaanko {count} hakemuksen rivit ja vaiheiden tiedot pysyvästi?', 'Ska poster och stegens uppgifter i {count} ansökningar tas bort för alltid?', 'Remove the items and the details of the steps of {count} claims for good?'),
  scrubbed: text('{number}: säilytettävä {date} asti; poistettu {items} riviä ja {details} vaiheen tiedot', '{number}: bevaras till {date}; {items} poster och uppgifterna i {details} steg togs bort', '{number}: to be kept until {date}; {items} items and the details of {details} steps were removed'),
  toScrub: text('{number}: säilytettävä {date} asti; poistettavissa {items} riviä ja {details} vaiheen tiedot', '{number}: bevaras till {date}; {items} poster och uppgifterna i {details} steg kan tas bort', '{number}: to be kept until {date}; {items} items and the details of {details} steps can be removed'),
  nothingToScrub: text('Minkään hakemuksen säilytysaika ei ole päättynyt.', 'Bevaringstiden har inte gått ut för någon ansökan.', 'No claim is beyond its time of retention.'),
  packetsLeft: text('Näiden hakemuspaketit ovat yhä kansiossa: {packets}. Poista ne valitsimella --packets tai siirrä arkistoon.', 'Ansökningspaketen finns kvar i mappen: {packets}. Ta bort dem med --packets eller flytta dem till arkivet.', 'Their claim packets still lie in the folder: {packets}. Remove them with --packets, or move them to the archive.'),
  askBy: text('Kuka vastaa tästä vaiheesta', 'Vem ansvarar för detta steg', 'Who is responsible for this step'),
} as const satisfies Record<string, Localized>
