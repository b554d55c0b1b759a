import type { ErrorCode } from '../model/errors.js'
import type { Localized } from '../model/language.js'

/** What stopped a command, where, and what to do about it. */
export const errorTexts: Readonly<Record<ErrorCode, Localized>> = {
  'workspace-not-found': {
    fi: 'Kansiosta {folder} eikä sen yläkansioista löydy tiedostoa korvaus.yaml. Perusta työtila komennolla korvaus init tai osoita se valitsimella --workspace.',
    sv: 'Filen korvaus.yaml finns varken i mappen {folder} eller ovanför den. Skapa en arbetsyta med korvaus init eller peka ut den med --workspace.',
    en: 'There is no korvaus.yaml in {folder} or above it. Set up a workspace with korvaus init, or name one with --workspace.',
  },
  'config-unreadable': {
    fi: '{path}, rivi {line}, sarake {column}: tiedostoa ei voi lukea ({reason}). Korjaa rivi.',
    sv: '{path}, rad {line}, kolumn {column}: filen kan inte läsas ({reason}). Rätta raden.',
    en: '{path}, line {line}, column {column}: the file cannot be read ({reason}). Mend the line.',
  },
  'config-invalid': {
    fi: '{path}, rivi {line}, sarake {column}: kohta ”{key}” ei kelpaa ({reason}). Vertaa sitä ohjeen malliin.',
    sv: '{path}, rad {line}, kolumn {column}: ”{key}” duger inte ({reason}). Jämför med exemplet i anvisningen.',
    en: '{path}, line {line}, column {column}: “{key}” will not do ({reason}). Compare it with the example in the docs.',
  },
  'no-inputs': {
    fi: '{path} ei nimeä yhtään palvelulokia. Lisää tiedosto kohtaan inputs tai nimeä se komennossa.',
    sv: '{path} nämner ingen servicelogg. Lägg till en fil under inputs eller nämn den i kommandot.',
    en: '{path} names no service log. Add a file under inputs, or name one in the command.',
  },
  'input-missing': {
    fi: 'Tiedostoa {path} ei löydy. Tarkista nimi ja kansio.',
    sv: 'Filen {path} hittas inte. Kontrollera namn och mapp.',
    en: 'The file {path} is not there. Check its name and folder.',
  },
  'input-not-spreadsheet': {
    fi: '{path} ei ole laskentataulukko ({kind}). Tallenna palveluloki muodossa .xlsx tai .csv.',
    sv: '{path} är inget kalkylblad ({kind}). Spara serviceloggen som .xlsx eller .csv.',
    en: '{path} is no spreadsheet ({kind}). Save the service log as .xlsx or .csv.',
  },
  'input-encrypted': {
    fi: '{path} on suojattu salasanalla. Poista suojaus taulukkolaskennassa ja yritä uudelleen.',
    sv: '{path} är skyddad med lösenord. Ta bort skyddet i kalkylprogrammet och försök igen.',
    en: '{path} is protected by a password. Remove it in the spreadsheet program and try again.',
  },
  'input-legacy-xls': {
    fi: '{path} on vanhaa .xls-muotoa. Avaa se ja tallenna muodossa .xlsx.',
    sv: '{path} har det gamla formatet .xls. Öppna den och spara som .xlsx.',
    en: '{path} has the old .xls format. Open it and save it as .xlsx.',
  },
  'input-damaged': {
    fi: '{path} on vioittunut ({reason}). Avaa ja tallenna se uudelleen, tai hae eheä kopio.',
    sv: '{path} är skadad ({reason}). Öppna och spara den på nytt, eller hämta en hel kopia.',
    en: '{path} is damaged ({reason}). Open and save it again, or fetch a sound copy.',
  },
  'input-too-large': {
    fi: '{path} on liian suuri (raja: {limit}). Jaa palveluloki useaan tiedostoon.',
    sv: '{path} är för stor (gräns: {limit}). Dela serviceloggen i flera filer.',
    en: '{path} is too large (limit: {limit}). Split the service log into several files.',
  },
  'input-empty': {
    fi: '{path} on tyhjä. Tarkista, että oikea tiedosto on tallennettu.',
    sv: '{path} är tom. Kontrollera att rätt fil har sparats.',
    en: '{path} is empty. Check that the right file was saved.',
  },
  'input-unreadable': {
    fi: 'Tiedostoa {path} ei voi lukea ({reason}). Sulje se muissa ohjelmissa ja tarkista oikeudet.',
    sv: 'Filen {path} kan inte läsas ({reason}). Stäng den i andra program och kontrollera rättigheterna.',
    en: 'The file {path} cannot be read ({reason}). Close it in other programs and check the permissions.',
  },
  'input-without-table': {
    fi: 'Tiedostossa {path} ei ole tunnettuja otsikoita (taulukot: {sheets}). Vertaa otsikoita malliin: korvaus template.',
    sv: 'Filen {path} har inga kända rubriker (blad: {sheets}). Jämför rubrikerna med mallen: korvaus template.',
    en: '{path} has no headings that are known (sheets: {sheets}). Compare them with the blank workbook: korvaus template.',
  },
  'input-without-sheet': {
    fi: 'Palvelulokista ({path}) puuttuu taulukko ”{sheet}”. Lisää se mallin mukaan: korvaus template.',
    sv: 'Serviceloggen ({path}) saknar bladet ”{sheet}”. Lägg till det enligt mallen: korvaus template.',
    en: 'The service log ({path}) lacks the sheet “{sheet}”. Add it as the blank workbook has it: korvaus template.',
  },
  'input-without-column': {
    fi: 'Tiedoston {path} taulukosta ”{sheet}” puuttuu pakollinen sarake ”{column}”. Lisää sarake otsikkoineen.',
    sv: 'Bladet ”{sheet}” i filen {path} saknar den obligatoriska kolumnen ”{column}”. Lägg till kolumnen med rubrik.',
    en: 'The sheet “{sheet}” of {path} lacks the required column “{column}”. Add it with its heading.',
  },
  'period-invalid': {
    fi: '”{text}” ei ole jakso. Kirjoita 2026-03, 2026-Q1, 2026-H1, 2026 tai 2026-01-15..2026-02-14.',
    sv: '”{text}” är ingen period. Skriv 2026-03, 2026-Q1, 2026-H1, 2026 eller 2026-01-15..2026-02-14.',
    en: '“{text}” is no period. Write 2026-03, 2026-Q1, 2026-H1, 2026 or 2026-01-15..2026-02-14.',
  },
  'period-empty': {
    fi: 'Jaksolla {period} ei ole yhtään kustannuserää; palveluloki kattaa päivät {first}–{last}. Valitse toinen jakso.',
    sv: 'Perioden {period} har inga kostnadsposter; serviceloggen omfattar {first}–{last}. Välj en annan period.',
    en: 'The period {period} has no cost items; the service log runs from {first} to {last}. Choose another period.',
  },
  'nothing-claimable': {
    fi: 'Jaksolla {period} ei ole mitään haettavaa, joten hakemuspakettia ei tehty. Komento korvaus check kertoo syyt.',
    sv: 'Perioden {period} har inget att söka ersättning för, så inget ansökningspaket gjordes. Kommandot korvaus check visar orsakerna.',
    en: 'Nothing can be claimed for {period}, so no packet was written. korvaus check says why.',
  },
  'date-invalid': {
    fi: 'Valitsimen {option} arvo ”{text}” ei ole päivä. Kirjoita se muodossa 2026-11-23.',
    sv: 'Värdet ”{text}” för {option} är ingen dag. Skriv den som 2026-11-23.',
    en: '“{text}” given for {option} is no day. Write it as 2026-11-23.',
  },
  'book-not-found': {
    fi: 'Sääntökirjaa {version} ei ole. Saatavilla ovat: {known}.',
    sv: 'Regelboken {version} finns inte. Tillgängliga är: {known}.',
    en: 'There is no rule book {version}. Known are: {known}.',
  },
  'book-invalid': {
    fi: 'Sääntökirja ei kelpaa. Korjaa nämä kohdat:\n{problems}',
    sv: 'Regelboken duger inte. Rätta dessa ställen:\n{problems}',
    en: 'The rule book will not do. Mend these places:\n{problems}',
  },
  'rule-not-found': {
    fi: 'Sääntöä {rule} ei ole. Tarkoititko: {nearest}? Kaikki säännöt: korvaus rules list.',
    sv: 'Regeln {rule} finns inte. Menade du: {nearest}? Alla regler: korvaus rules list.',
    en: 'There is no rule {rule}. Did you mean: {nearest}? All rules: korvaus rules list.',
  },
  'item-not-found': {
    fi: 'Palvelulokissa ei ole riviä {item}. Tarkista rivitunnus.',
    sv: 'Serviceloggen har ingen rad {item}. Kontrollera radnumret.',
    en: 'The service log has no item {item}. Check its item ID.',
  },
  'folder-not-writable': {
    fi: 'Kansioon {path} ei voi kirjoittaa ({reason}). Mitään ei muutettu. Tarkista oikeudet ja levytila.',
    sv: 'Det går inte att skriva i mappen {path} ({reason}). Inget ändrades. Kontrollera rättigheter och diskutrymme.',
    en: 'The folder {path} cannot be written to ({reason}). Nothing was changed. Check permissions and disk space.',
  },
  'packet-exists': {
    fi: 'Kansio {path} on jo olemassa, mutta rekisteri ei tunne sitä. Siirrä kansio muualle ja yritä uudelleen.',
    sv: 'Mappen {path} finns redan, men registret känner inte till den. Flytta mappen och försök igen.',
    en: 'The folder {path} exists already, and the register does not know it. Move it elsewhere and try again.',
  },
  'packet-not-found': {
    fi: 'Hakemuspakettia {path} ei löydy. Anna paketin kansio tai .zip-tiedosto.',
    sv: 'Ansökningspaketet {path} hittas inte. Ange paketets mapp eller .zip-fil.',
    en: 'There is no packet at {path}. Name its folder or its .zip file.',
  },
  'packet-unreadable': {
    fi: 'Hakemuspakettia {path} ei voi lukea ({reason}).',
    sv: 'Ansökningspaketet {path} kan inte läsas ({reason}).',
    en: 'The packet {path} cannot be read ({reason}).',
  },
  'key-unreadable': {
    fi: 'Avainta {path} ei voi lukea, tai se ei ole Ed25519-avain. Uuden avaimen tekee komento ”korvaus keys new”.',
    sv: 'Nyckeln {path} kan inte läsas, eller den är ingen Ed25519-nyckel. En ny nyckel görs med ”korvaus keys new”.',
    en: 'The key {path} cannot be read, or is no Ed25519 key. “korvaus keys new” makes a new one.',
  },
  'key-passphrase': {
    fi: 'Avain {path} on suojattu tunnuslauseella, joka puuttuu tai on väärä. Anna se ympäristömuuttujassa KORVAUS_PASSPHRASE tai pääteikkunassa kysyttäessä.',
    sv: 'Nyckeln {path} är skyddad med en lösenfras som saknas eller är fel. Ange den i miljövariabeln KORVAUS_PASSPHRASE eller när den frågas i terminalen.',
    en: 'The key {path} is protected by a passphrase that is missing or wrong. Give it in the environment variable KORVAUS_PASSPHRASE, or when asked at a terminal.',
  },
  'recipient-invalid': {
    fi: 'Asetuksen seal.recipients vastaanottaja {recipient} ei ole age-julkinen avain (age1…).',
    sv: 'Mottagaren {recipient} i inställningen seal.recipients är ingen offentlig age-nyckel (age1…).',
    en: 'The recipient {recipient} in the setting seal.recipients is no age public key (age1…).',
  },
  'annex-missing': {
    fi: 'Paketissa {path} ei ole henkilöliitettä (persons.age).',
    sv: 'Paketet {path} har ingen personbilaga (persons.age).',
    en: 'The packet {path} has no identity annex (persons.age).',
  },
  'annex-closed': {
    fi: 'Paketin {path} henkilöliite ei avaudu annetulla avaimella, tai liite on vioittunut.',
    sv: 'Personbilagan i paketet {path} öppnas inte med den angivna nyckeln, eller så är bilagan skadad.',
    en: 'The identity annex of the packet {path} does not open with the given key, or it is damaged.',
  },
  'annex-changed': {
    fi: 'Paketin {path} henkilöliite ei ole se, jonka luettelo manifest.json mainitsee.',
    sv: 'Personbilagan i paketet {path} är inte den som förteckningen manifest.json anger.',
    en: 'The identity annex of the packet {path} is not the one that manifest.json names.',
  },
  'file-exists': {
    fi: '{path} on jo olemassa, eikä sitä korvattu. Valitse toinen nimi tai siirrä tiedosto.',
    sv: '{path} finns redan och ersattes inte. Välj ett annat namn eller flytta filen.',
    en: '{path} exists already and was left as it is. Choose another name, or move the file.',
  },
  'register-busy': {
    fi: 'Rekisteri {path} on toisen ajon käytössä. Yritä hetken päästä uudelleen.',
    sv: 'Registret {path} används av en annan körning. Försök igen om en stund.',
    en: 'The register {path} is in use by another run. Try again in a moment.',
  },
  'register-newer': {
    fi: 'Rekisteri {path} on tehty uudemmalla ohjelmaversiolla. Päivitä ohjelma.',
    sv: 'Registret {path} har gjorts med en nyare programversion. Uppdatera programmet.',
    en: 'The register {path} was made by a newer version of the program. Update the program.',
  },
  'register-damaged': {
    fi: 'Rekisteriä {path} ei voi lukea ({reason}). Palauta se varmuuskopiosta.',
    sv: 'Registret {path} kan inte läsas ({reason}). Återställ det från en säkerhetskopia.',
    en: 'The register {path} cannot be read ({reason}). Restore it from a backup.',
  },
  'workspace-locked': {
    fi: 'Toinen ajo käsittelee työtilaa (lukko {path}). Odota sen päättymistä.',
    sv: 'En annan körning behandlar arbetsytan (lås {path}). Vänta tills den är klar.',
    en: 'Another run is at work on the workspace (lock {path}). Wait until it ends.',
  },
  'needs-terminal': {
    fi: 'Kysymyksiin ei voi vastata ilman päätettä. Anna valitsin {option}.',
    sv: 'Frågor kan inte besvaras utan terminal. Ange {option}.',
    en: 'Questions cannot be answered without a terminal. Give {option}.',
  },
  'annotate-one-workbook': {
    fi: 'Merkitä voi yhden xlsx-työkirjan kerrallaan, nyt niitä on {count}. Anna työkirja komennolle: korvaus check palveluloki.xlsx --annotate merkitty.xlsx.',
    sv: 'En xlsx-arbetsbok i taget kan märkas, nu är de {count}. Ange arbetsboken: korvaus check servicelogg.xlsx --annotate markt.xlsx.',
    en: 'One xlsx workbook at a time can be annotated; there are {count}. Name it: korvaus check service-log.xlsx --annotate annotated.xlsx.',
  },
  'annotate-unsupported': {
    fi: 'Työkirjaan {path} ei voi lisätä merkintöjä. Avaa se Excelissä tai LibreOfficessa, tallenna se xlsx-muodossa ja yritä uudelleen.',
    sv: 'Anteckningar kan inte läggas till i arbetsboken {path}. Öppna den i Excel eller LibreOffice, spara den som xlsx och försök igen.',
    en: 'Marks cannot be added to the workbook {path}. Open it in Excel or LibreOffice, save it as xlsx, and try again.',
  },
  'option-missing': {
    fi: 'Valitsin {option} puuttuu. Anna se, tai aja komento päätteellä, niin se kysytään.',
    sv: '{option} saknas. Ange den, eller kör kommandot i en terminal så frågas den.',
    en: '{option} is missing. Give it, or run the command on a terminal to be asked.',
  },
  'review-not-asked': {
    fi: 'Rivi {item} ei odota harkintaa säännön {rule} vuoksi. Rivin harkittavat havainnot: {asked}.',
    sv: 'Posten {item} väntar inte på prövning enligt regeln {rule}. Postens iakttagelser att pröva: {asked}.',
    en: 'The item {item} has no finding of {rule} to review. Its findings to review: {asked}.',
  },
  'review-identifies': {
    fi: 'Valitsimen {option} teksti sisältää henkilötunnuksen, sähköpostiosoitteen tai puhelinnumeron. Kirjoita se ilman niitä: ratkaisu liitetään hakemuspakettiin.',
    sv: 'Texten i {option} innehåller en personbeteckning, e-postadress eller ett telefonnummer. Skriv den utan dem: prövningen bifogas ansökningspaketet.',
    en: 'The text of {option} holds an identity code, e-mail address or phone number. Write it without them: reviews travel in the claim packet.',
  },
  'declined': {
    fi: 'Keskeytetty, mitään ei muutettu ({what}).',
    sv: 'Avbrutet, inget ändrades ({what}).',
    en: 'Stopped; nothing was changed ({what}).',
  },
  'usage': {
    fi: '{reason} Ohje: korvaus --help.',
    sv: '{reason} Hjälp: korvaus --help.',
    en: '{reason} Help: korvaus --help.',
  },
}

/** What is said when the fault is the program's own; the cause may hold facts of persons, so it is not shown. */
export const internalErrorText: Localized = {
  fi: 'Ohjelmassa on virhe ({kind}). Mitään ei kirjoitettu kesken. Kerro kehittäjille komento ja tämä viesti: {place}',
  sv: 'Ett fel i programmet ({kind}). Inget skrevs halvfärdigt. Berätta kommandot och detta meddelande för utvecklarna: {place}',
  en: 'A fault of the program itself ({kind}). Nothing was left half-written. Tell the developers the command and this: {place}',
}
