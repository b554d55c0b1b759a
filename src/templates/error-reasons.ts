import type { Reason, ReasonCode } from '../model/errors.js'
import type { Language, Localized } from '../model/language.js'
import { fill } from './fill.js'

const text = (fi: string, sv: string, en: string): Localized => ({ fi, sv, en })

/** Why a file will not do, as it stands between brackets in the message of an error. */
export const reasonTexts: Readonly<Record<ReasonCode, Localized>> = {
  'missing': text('puuttuu', 'saknas', 'it is missing'),
  'choose-one': text('valitse jokin näistä: {values}', 'välj något av: {values}', 'choose one of: {values}'),
  'needs-text': text('tähän kuuluu teksti; kirjoita luku lainausmerkkeihin', 'här ska stå text; skriv ett tal inom citattecken', 'text belongs here; put a number into quotation marks'),
  'needs-number': text('tähän kuuluu luku', 'här ska stå ett tal', 'a number belongs here'),
  'needs-count': text('tähän kuuluu kokonaisluku, vähintään 0', 'här ska stå ett heltal, minst 0', 'a whole number belongs here, 0 or more'),
  'needs-yes-no': text('tähän kuuluu true tai false', 'här ska stå true eller false', 'true or false belongs here'),
  'needs-list': text('tähän kuuluu luettelo', 'här ska stå en lista', 'a list belongs here'),
  'needs-keys': text('tähän kuuluu avaimia ja arvoja', 'här ska stå nycklar och värden', 'keys with values belong here'),
  'too-long': text('tiedosto on liian pitkä', 'filen är för lång', 'it is too long'),
  'no-aliases': text('viittauksia (& ja *) ei käytetä täällä', 'referenser (& och *) används inte här', 'anchors and aliases (& and *) are not used here'),
  'yaml': text('rivi ei ole kelvollista YAML-muotoa, {code}', 'raden är inte giltig YAML, {code}', 'the line is not valid YAML, {code}'),
  'yaml-tab': text('rivi on sisennetty sarkaimella; käytä välilyöntejä', 'raden är indragen med tabb; använd mellanslag', 'the line is indented by a tab; use spaces'),
  'yaml-indent': text('rivin sisennys ei vastaa edellisiä rivejä', 'radens indrag stämmer inte med raderna ovanför', 'the line is not indented like those above it'),
  'yaml-duplicate': text('sama avain on tässä kohdassa kahdesti', 'samma nyckel står här två gånger', 'the same key stands here twice'),
  'yaml-quote': text('lainausmerkki tai sulje puuttuu', 'ett citattecken eller en parentes saknas', 'a quotation mark or bracket is missing'),
  'leads-out': text('polku vie työtilan ulkopuolelle', 'sökvägen leder ut ur arbetsytan', 'the path leads out of the workspace'),
  'iban-wrong': text('tilinumero ei täsmää; tarkista numerot', 'kontonumret stämmer inte; kontrollera siffrorna', 'the account number has a wrong digit; check it'),
  'known-are': text('tunnettuja ovat {known}', 'kända är {known}', 'known are {known}'),
  'not-euros': text('ei ole euromäärä, esim. "48.20"', 'är inget eurobelopp, t.ex. "48.20"', 'not an amount in euros, such as "48.20"'),
  'days-reversed': text('viimeinen päivä on ennen ensimmäistä', 'den sista dagen är före den första', 'the last day comes before the first'),
  'rates-overlap': text('päivät menevät päällekkäin sen hinnan kanssa, joka alkaa {from}', 'dagarna överlappar dem för priset från {from}', 'its days overlap those of the rate from {from}'),
  'rates-gap': text('päiviltä {from}–{to} puuttuu hinta', 'pris saknas för dagarna {from}–{to}', 'there is no rate from {from} to {to}'),
  'not-a-period': text('ei ole jakso, esim. 2026-03, 2026-Q1 tai 2026', 'är ingen period, t.ex. 2026-03, 2026-Q1 eller 2026', 'not a period, such as 2026-03, 2026-Q1 or 2026'),
  'no-column': text('palvelulokissa ei ole tällaista saraketta', 'serviceloggen har ingen sådan kolumn', 'no column of a service log'),
  'join-without-source': text('puuttuu sheet tai file, josta tieto haetaan', 'sheet eller file, där uppgiften finns, saknas', 'it needs the sheet or the file to look in'),
  'not-utf-8': text('teksti ei ole UTF-8:aa', 'texten är inte UTF-8', 'text that is not UTF-8'),
  'tag-malformed': text('virheellinen merkintä (XML)', 'en felaktig tagg (XML)', 'a tag that is not well formed (XML)'),
  'sheet-without-part': text('taulukko, jonka sisältö puuttuu', 'ett blad vars innehåll saknas', 'a sheet without its part'),
  'encoding-unknown': text('tuntematon merkistö {name}', 'okänd teckenkodning {name}', 'unknown encoding {name}'),
  'part-cut': text('osa, joka loppuu kesken', 'en del som slutar mitt i', 'a part that is cut off'),
  'tag-nameless': text('merkintä ilman nimeä (XML)', 'en tagg utan namn (XML)', 'a tag without a name (XML)'),
  'end-without-start': text('lopetus ilman alkua (XML)', 'ett slut utan början (XML)', 'an end without its start (XML)'),
  'tag-endless': text('merkintä ilman loppua (XML)', 'en tagg utan slut (XML)', 'a tag without an end (XML)'),
  'own-entities': text('oma dokumenttityyppi tai omia entiteettejä (XML)', 'egen dokumenttyp eller egna entiteter (XML)', 'a document type or entities of its own (XML)'),
  'row-number': text('virheellinen rivinumero', 'ett felaktigt radnummer', 'a row number that is none'),
  'rows-unordered': text('rivit väärässä järjestyksessä', 'raderna i fel ordning', 'rows out of order'),
  'cell-address': text('virheellinen solun osoite', 'en felaktig celladress', 'a cell address that is none'),
  'cells-share': text('kaksi solua samassa osoitteessa', 'två celler med samma adress', 'two cells with one address'),
  'zip-directory': text('paketin hakemisto (zip)', 'arkivets förteckning (zip)', 'the directory of the archive (zip)'),
  'zip-twice': text('kaksi samannimistä osaa (zip)', 'två delar med samma namn (zip)', 'two entries of one name (zip)'),
  'zip-entry': text('virheellinen osa (zip)', 'en felaktig del (zip)', 'an entry that is none (zip)'),
  'zip-compression': text('tuntematon pakkaustapa (zip)', 'en okänd komprimering (zip)', 'an unknown compression (zip)'),
  'zip-cut': text('osa, joka loppuu kesken (zip)', 'en del som slutar mitt i (zip)', 'an entry that is cut off (zip)'),
  'zip-size': text('osa, jonka koko ei täsmää (zip)', 'en del vars storlek inte stämmer (zip)', 'a part of the wrong size (zip)'),
  'end-missing': text('tiedoston loppu puuttuu', 'filens slut saknas', 'the end of the file is missing'),
  'zip-unpack': text('osa, jota ei voi purkaa (zip)', 'en del som inte kan packas upp (zip)', 'a part that cannot be unpacked (zip)'),
  'zip-checksum': text('osa, jonka tarkistussumma ei täsmää (zip)', 'en del vars kontrollsumma inte stämmer (zip)', 'a part with a wrong checksum (zip)'),
  'truth-value': text('virheellinen totuusarvo', 'ett felaktigt sanningsvärde', 'a truth value that is none'),
  'cell-kind': text('tuntematon solun laji', 'ett okänt slag av cell', 'an unknown kind of cell'),
  'shared-text': text('jaettu teksti, jota ei ole', 'en delad text som saknas', 'a shared text that is missing'),
  'limit-cell': text('{limit} yhdessä solussa', '{limit} i en cell', '{limit} in one cell'),
  'limit-row': text('{limit} yhdellä rivillä', '{limit} på en rad', '{limit} in one row'),
  'limit-rows': text('{limit} riviä', '{limit} rader', '{limit} rows'),
  'limit-joined': text('{limit} riviä taulukossa, josta tietoja haetaan', '{limit} rader i tabellen som uppgifter hämtas från', '{limit} rows in the table that is looked up'),
  'limit-texts': text('{limit} tekstiä, {size}', '{limit} texter, {size}', '{limit} texts, {size}'),
  'limit-columns': text('{limit} saraketta', '{limit} kolumner', '{limit} columns'),
  'limit-sheets': text('{limit} taulukkoa', '{limit} blad', '{limit} sheets'),
  'limit-merges': text('{limit} yhdistettyä aluetta', '{limit} sammanfogade områden', '{limit} merged ranges'),
  'limit-parts': text('{limit} osaa', '{limit} delar', '{limit} parts'),
  'limit-repeated': text('{limit} toistettua riviä', '{limit} upprepade rader', '{limit} repeated rows'),
  'not-a-date': text('ei ole päivä muodossa 2026-03-01', 'är ingen dag i formen 2026-03-01', 'not a day as 2026-03-01'),
  'item-or-category': text('anna joko item tai category, ei molempia', 'ange antingen item eller category, inte båda', 'give item or category, not both'),
  'fingerprint-key': text('sormenjälkien avain', 'fingeravtryckens nyckel', 'the key of the fingerprints'),
}

/** A reason in words. */
export function reasonIn(reason: Reason, language: Language): string {
  if (typeof reason === 'string') return reason
  return 'reason' in reason ? fill(reasonTexts[reason.reason as ReasonCode][language], reason as Record<string, string>) : reason[language]
}
