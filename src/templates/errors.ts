import type { ErrorCode } from '../model/errors.js'
import type { Localized } from '../model/language.js'

/** What stopped a command, where, and what to do about it. */
export const errorTexts: Readonly<Record<ErrorCode, Localized>> = {
  'workspace-not-found': {
    fi: 'Kansiosta {folder} eikä sen yläkansioista löydy tiedostoa korvaus.yaml. Perusta työtila komennolla korvaus init tai osoita se valitsimella --workspace.',
    sv: 'Filen korvaus.yaml finns varken i mappen {folder} eller ovanför den. Skapa en arbetsyta med korvaus init eller peka ut den med --workspace.',
    en: 'There is no korvaus.yaml in {folder} or above it. Set up a workspace with korvaus init, or name one with --workspace.',
  },
  'working-folder-gone': {
    fi: 'Kansiota, jossa komento käynnistettiin, ei enää ole. Siirry olemassa olevaan kansioon ja käynnistä komento uudelleen.',
    sv: 'Mappen där kommandot startades finns inte längre. Gå till en mapp som finns och starta kommandot på nytt.',
    en: 'The folder in which the command was started is there no more. Go to one that is, and start it again.',
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
  'csv-quote': {
    fi: '{path}: rivillä {row} on lainausmerkki, jolla ei ole paria, joten solujen rajoja ei voi tietää. Kahdenna solun sisäiset lainausmerkit ("") tai poista ne, tai tallenna taulukko xlsx-muodossa.',
    sv: '{path}: på rad {row} finns ett citattecken utan par, så cellernas gränser är okända. Dubblera citattecknen inne i cellen ("") eller ta bort dem, eller spara tabellen som xlsx.',
    en: '{path}: row {row} has a quotation mark without its pair, so where cells end is unknown. Double the quotation marks inside a cell (""), remove them, or save the table as xlsx.',
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
  'input-no-file': {
    fi: '{path} ei ole tiedosto vaan kansio, putki tai laite. Anna taulukkotiedosto, joka on levyllä.',
    sv: '{path} är ingen fil utan en mapp, ett rör eller en enhet. Ange ett kalkylblad som finns på en disk.',
    en: '{path} is no file but a folder, a pipe or a device. Name a spreadsheet that is on a disk.',
  },
  'input-outside': {
    fi: 'Tiedosto {path} on työtilan {folder} ulkopuolella. Siirrä tai kopioi se työtilan kansioon ja nimeä se uudelleen.',
    sv: 'Filen {path} ligger utanför arbetsytan {folder}. Flytta eller kopiera den till arbetsytans mapp och nämn den på nytt.',
    en: 'The file {path} lies outside the workspace {folder}. Move or copy it into the folder of the workspace, and name it again.',
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
    fi: 'Tiedostosta {path} (taulukko: {sheet}) puuttuu pakollinen sarake ”{column}”{near}. Lisää sarake otsikkoineen, tai kerro vastaavuustiedostossa, mistä tieto saadaan (headings tai constants).',
    sv: 'Filen {path} (blad: {sheet}) saknar den obligatoriska kolumnen ”{column}”{near}. Lägg till kolumnen med rubrik, eller säg i mappningsfilen varifrån uppgiften fås (headings eller constants).',
    en: '{path} (sheet: {sheet}) lacks the required column “{column}”{near}. Add it with its heading, or say in the mapping file where it comes from (headings or constants).',
  },
  'period-invalid': {
    fi: '”{text}” ei ole jakso. Kirjoita esimerkiksi 3/2026, maaliskuu 2026, 2026-Q1, 2026-H1, 2026 tai 15.1.–14.2.2026.',
    sv: '”{text}” är ingen period. Skriv till exempel 3/2026, mars 2026, 2026-Q1, 2026-H1, 2026 eller 15.1–14.2.2026.',
    en: '“{text}” is no period. Write for example 2026-03, March 2026, 2026-Q1, 2026-H1, 2026 or 2026-01-15..2026-02-14.',
  },
  'period-empty': {
    fi: 'Jaksolla {period} ei ole yhtään kustannuserää; palveluloki kattaa päivät {first}–{last}. Valitse toinen jakso.',
    sv: 'Perioden {period} har inga kostnadsposter; serviceloggen omfattar {first}–{last}. Välj en annan period.',
    en: 'The period {period} has no cost items; the service log runs from {first} to {last}. Choose another period.',
  },
  'unread-rows': {
    fi: 'Hakemusta {period} ei tehty: {rows} rivin summaa ei voi lukea, ja joukossa voi olla hyvityksiä. Korjaa rivit (korvaus check nimeää ne), tai jätä ne pois: --leave-unread.',
    sv: 'Ansökan {period} gjordes inte: beloppet på {rows} rader kan inte läsas, och bland dem kan finnas krediteringar. Rätta raderna (korvaus check nämner dem), eller lämna bort dem: --leave-unread.',
    en: 'No claim was made for {period}: the amounts of {rows} rows cannot be read, and there may be credits among them. Mend the rows (korvaus check names them), or leave them out: --leave-unread.',
  },
  'nothing-claimable': {
    fi: 'Jaksolla {period} ei ole mitään haettavaa, joten hakemuspakettia ei tehty. Komento korvaus check kertoo syyt.',
    sv: 'Perioden {period} har inget att söka ersättning för, så inget ansökningspaket gjordes. Kommandot korvaus check visar orsakerna.',
    en: 'Nothing can be claimed for {period}, so no packet was written. korvaus check says why.',
  },
  'date-invalid': {
    fi: 'Valitsimen {option} arvo ”{text}” ei ole päivä. Kirjoita se esimerkiksi muodossa 23.11.2026.',
    sv: 'Värdet ”{text}” för {option} är ingen dag. Skriv den till exempel som 23.11.2026.',
    en: '“{text}” given for {option} is no day. Write it for example as 2026-11-23 or 23 November 2026.',
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
  'packet-item-not-found': {
    fi: 'Hakemuspaketissa {packet} ei ole riviä {item}. Rivit ovat erittelyssä cost-specification.xlsx, myös hakematta jätetyt.',
    sv: 'Ansökningspaketet {packet} har ingen post {item}. Posterna står i specifikationen cost-specification.xlsx, också de som lämnats utanför.',
    en: 'The packet {packet} has no item {item}. The items stand in its cost-specification.xlsx, those left out too.',
  },
  'folder-not-writable': {
    fi: 'Kansioon {path} ei voi kirjoittaa ({reason}). Mitään ei muutettu. Tarkista oikeudet ja levytila.',
    sv: 'Det går inte att skriva i mappen {path} ({reason}). Inget ändrades. Kontrollera rättigheter och diskutrymme.',
    en: 'The folder {path} cannot be written to ({reason}). Nothing was changed. Check permissions and disk space.',
  },
  'disk-failing': {
    fi: 'Levy on täynnä tai viallinen ({path}: {reason}). Kesken ollut jäi tekemättä. Vapauta tilaa tai korjaa levy ja anna komento uudelleen.',
    sv: 'Skivan är full eller felaktig ({path}: {reason}). Det pågående blev ogjort. Frigör utrymme eller åtgärda skivan och kör kommandot på nytt.',
    en: 'The disk is full or failing ({path}: {reason}). What was under way was not done. Free some space or mend the disk, and run the command again.',
  },
  'file-unreadable': {
    fi: 'Tiedosto on olemassa, mutta sitä ei voi lukea: {path} ({reason}). Mitään ei muutettu. Korjaa oikeudet tai levy; älä poista tiedostoa.',
    sv: 'Filen finns men kan inte läsas: {path} ({reason}). Inget ändrades. Åtgärda rättigheterna eller skivan; ta inte bort filen.',
    en: 'The file is there but cannot be read: {path} ({reason}). Nothing was changed. Mend its permissions or the disk; do not remove the file.',
  },
  'output-lost': {
    fi: 'Tulostetta ei voitu kirjoittaa kokonaan ({reason}); älä käytä sitä. Se, mitä komento teki työtilassa, on voimassa. Tee tilaa tai ohjaa tuloste muualle ja anna komento uudelleen.',
    sv: 'Utdata kunde inte skrivas i sin helhet ({reason}); använd dem inte. Det som kommandot gjorde i arbetsytan gäller. Frigör utrymme eller styr utdata någon annanstans och kör kommandot på nytt.',
    en: 'The output could not be written whole ({reason}); do not use it. What the command did in the workspace stands. Free some space or send the output elsewhere, and run the command again.',
  },
  'disk-nearly-full': {
    fi: 'Kansion {path} levyllä on vapaana enää {free} Mt. Vapauta tilaa: paketit, raportit ja rekisterin varmuuskopiot eivät muuten mahdu.',
    sv: 'På skivan med mappen {path} finns bara {free} MB ledigt. Frigör utrymme: annars får paket, rapporter och registrets säkerhetskopior inte plats.',
    en: 'The disk of the folder {path} has only {free} MB left. Free some space: packets, reports and copies of the register will not fit otherwise.',
  },
  'clock-behind': {
    fi: 'Päivä {today} on ennen sääntökirjan {book} julkaisua ({released}). Tarkista koneen kello: määräajat lasketaan tästä päivästä.',
    sv: 'Dagen {today} är före publiceringen av regelboken {book} ({released}). Kontrollera datorns klocka: tidsfristerna räknas från denna dag.',
    en: 'The day {today} is before the release of rule book {book} ({released}). Check the clock of the machine: deadlines are counted from this day.',
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
  'passphrase-differs': {
    fi: 'Tunnuslauseet eivät olleet samat, tai lause oli tyhjä. Avainta {path} ei tehty; yritä uudelleen.',
    sv: 'Lösenfraserna var inte desamma, eller så var frasen tom. Nyckeln {path} gjordes inte; försök på nytt.',
    en: 'The two passphrases were not the same, or empty. The key {path} was not made; try again.',
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
  'handover-closed': {
    fi: 'Luovutusarkisto {path} ei avaudu annetulla avaimella, tai se on vioittunut. Mitään ei kirjoitettu.',
    sv: 'Överlämningsarkivet {path} öppnas inte med den angivna nyckeln, eller så är det skadat. Inget skrevs.',
    en: 'The handover archive {path} does not open with the given key, or it is damaged. Nothing was written.',
  },
  'handover-damaged': {
    fi: 'Tiedosto {path} ei ole ehjä luovutusarkisto ({reason}). Mitään ei kirjoitettu. Pyydä uusi arkisto.',
    sv: 'Filen {path} är inget helt överlämningsarkiv ({reason}). Inget skrevs. Be om ett nytt arkiv.',
    en: 'The file {path} is no sound handover archive ({reason}). Nothing was written. Ask for a new one.',
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
  'register-conflict': {
    fi: 'Toinen ajo on muuttanut rekisteriä {path} samaan aikaan. Mitään ei kirjattu. Aja komento uudelleen.',
    sv: 'En annan körning har ändrat registret {path} samtidigt. Inget antecknades. Kör kommandot på nytt.',
    en: 'Another run has changed the register {path} meanwhile. Nothing was recorded. Run the command again.',
  },
  'register-unreachable': {
    fi: 'Rekisteriin {path} ei saada yhteyttä ({reason}). Tarkista osoite, tietokanta ja oikeudet; tunnukset voi antaa ympäristömuuttujissa PGUSER ja PGPASSWORD.',
    sv: 'Registret {path} kan inte nås ({reason}). Kontrollera adress, databas och rättigheter; användare och lösenord kan ges i miljövariablerna PGUSER och PGPASSWORD.',
    en: 'The register {path} cannot be reached ({reason}). Check address, database and rights; user and password can stand in the environment variables PGUSER and PGPASSWORD.',
  },
  'register-address': {
    fi: 'Kohdan register osoite ei kelpaa. Muoto on postgres://palvelin:portti/tietokanta.',
    sv: 'Adressen i register duger inte. Formen är postgres://server:port/databas.',
    en: 'The address in register will not do. Its form is postgres://host:port/database.',
  },
  'register-key': {
    fi: 'Tiedoston keys/register.key avain ei ole se, jolla rekisteri {path} on tehty, joten aiemmin haettuja rivejä ei tunnettaisi. Kopioi avain työtilasta, jossa rekisteri perustettiin.',
    sv: 'Nyckeln i keys/register.key är inte den som registret {path} har gjorts med, så tidigare sökta poster skulle inte kännas igen. Kopiera nyckeln från den arbetsyta där registret skapades.',
    en: 'The key in keys/register.key is not the one that the register {path} was made with, so items claimed earlier would not be known. Copy the key from the workspace where the register was set up.',
  },
  'register-lost': {
    fi: 'Rekisteriä {path} ei ole tai se on tyhjä, vaikka työtilassa on jo haettu: {sign}. Mitään ei tehty, sillä jo haettu haettaisiin uudelleen. Palauta rekisteri varmuuskopiosta tai komennolla korvaus register import.',
    sv: 'Registret {path} saknas eller är tomt, fastän det redan har sökts i arbetsytan: {sign}. Inget gjordes, eftersom det redan sökta skulle sökas på nytt. Återställ registret från en säkerhetskopia eller med korvaus register import.',
    en: 'The register {path} is missing or empty, though this workspace has claimed before: {sign}. Nothing was done, because what was claimed would be claimed again. Restore the register from a backup, or with korvaus register import.',
  },
  'register-key-lost': {
    fi: 'Avain keys/register.key puuttuu, vaikka rekisterissä {path} on hakemuksia, joten aiemmin haettuja rivejä ei tunnettaisi. Uutta avainta ei tehty. Palauta avain varmuuskopiosta tai kopioi se työtilasta, jossa rekisteri perustettiin.',
    sv: 'Nyckeln keys/register.key saknas, fastän registret {path} har ansökningar, så tidigare sökta poster skulle inte kännas igen. Ingen ny nyckel gjordes. Återställ nyckeln från en säkerhetskopia eller kopiera den från den arbetsyta där registret skapades.',
    en: 'The key keys/register.key is missing, though the register {path} holds claims, so items claimed earlier would not be known. No new key was made. Restore the key from a backup, or copy it from the workspace where the register was set up.',
  },
  'register-none': {
    fi: 'Rekisteriä {path} ei ole vielä; vietävää ei ole, eikä mitään kirjoitettu. Rekisteri syntyy ensimmäisen hakemuksen yhteydessä.',
    sv: 'Registret {path} finns inte ännu; det finns inget att exportera, och inget skrevs. Registret skapas med den första ansökan.',
    en: 'There is no register {path} yet; there is nothing to export, and nothing was written. The register is made with the first claim.',
  },
  'register-behind': {
    fi: 'Rekisteri {path} on vanhempi kuin työtilan hakemuspaketit: siitä puuttuu {claims}. Palauta uudempi varmuuskopio; muuten nämä haettaisiin uudelleen.',
    sv: 'Registret {path} är äldre än arbetsytans ansökningspaket: det saknar {claims}. Återställ en nyare säkerhetskopia; annars skulle dessa sökas på nytt.',
    en: 'The register {path} is older than the claim packets of the workspace: it lacks {claims}. Restore a later backup; otherwise these would be claimed again.',
  },
  'register-unproven': {
    fi: 'Rekisterin {path} päiväkirja ei täsmää ({count} kohtaa). Katso ne: korvaus claims verify.',
    sv: 'Journalen i registret {path} stämmer inte ({count} ställen). Se dem: korvaus claims verify.',
    en: 'The journal of the register {path} does not prove it ({count} places). See them: korvaus claims verify.',
  },
  'packet-differs': {
    fi: 'Kansion {path} paketti ei ole se, joka hakemuksesta {claim} on kirjattu, joten sitä ei merkitä jätetyksi. Tee paketti uudelleen komennolla korvaus prepare.',
    sv: 'Paketet i {path} är inte det som antecknats för ansökan {claim}, så det antecknas inte som inlämnat. Gör paketet på nytt med korvaus prepare.',
    en: 'The packet in {path} is not the one that was recorded for claim {claim}, so it is not marked as filed. Make the packet again with korvaus prepare.',
  },
  'register-not-empty': {
    fi: 'Rekisterissä {path} on jo hakemuksia, joten siihen ei voi tuoda toista. Osoita tiedostossa korvaus.yaml uusi, tyhjä rekisteri.',
    sv: 'Registret {path} har redan ansökningar, så ett annat kan inte importeras. Ange ett nytt, tomt register i korvaus.yaml.',
    en: 'The register {path} has claims already, so another cannot be brought in. Name a new, empty one in korvaus.yaml.',
  },
  'dump-invalid': {
    fi: '{path}, rivi {line}: tämä ei ole rekisterin rivi ({reason}). Anna tiedosto, jonka korvaus register export on kirjoittanut. Mitään ei tuotu.',
    sv: '{path}, rad {line}: detta är ingen rad i ett register ({reason}). Ange en fil som korvaus register export har skrivit. Inget importerades.',
    en: '{path}, line {line}: this is no line of a register ({reason}). Give a file that korvaus register export wrote. Nothing was brought in.',
  },
  'dump-unproven': {
    fi: 'Tiedoston {path} päiväkirja ei täsmää ({problems}). Mitään ei tuotu. Kirjoita rekisteri uudelleen komennolla korvaus register export.',
    sv: 'Journalen i {path} stämmer inte ({problems}). Inget importerades. Skriv ut registret på nytt med korvaus register export.',
    en: 'The journal in {path} does not prove it ({problems}). Nothing was brought in. Write the register out again with korvaus register export.',
  },
  'item-claimed': {
    fi: 'Toinen ajo on samaan aikaan kirjannut hakemuksen {claim}, jossa on samoja rivejä. Mitään ei kirjattu. Aja komento uudelleen, niin ne näkyvät jo haettuina.',
    sv: 'En annan körning har samtidigt antecknat ansökan {claim} med samma poster. Inget antecknades. Kör kommandot på nytt, så visas de som redan sökta.',
    en: 'Another run has meanwhile recorded claim {claim} with some of the same items. Nothing was recorded. Run the command again, and they are shown as claimed.',
  },
  'claim-not-found': {
    fi: 'Rekisterissä ei ole hakemusta {claim}. Tunnetut hakemukset: {known}.',
    sv: 'I registret finns ingen ansökan {claim}. Kända ansökningar: {known}.',
    en: 'The register has no claim {claim}. Known claims: {known}.',
  },
  'claim-state': {
    fi: 'Hakemuksen {claim} tila on ”{state}”, joten vaihetta ”{step}” ei voi kirjata. Katso vaiheet: korvaus claims show {claim}.',
    sv: 'Ansökan {claim} är ”{state}”, så steget ”{step}” kan inte antecknas. Se stegen: korvaus claims show {claim}.',
    en: 'Claim {claim} is “{state}”, so the step “{step}” cannot be recorded. See its steps: korvaus claims show {claim}.',
  },
  'step-repeated': {
    fi: 'Hakemuksella {claim} on jo sama vaihe ”{step}” päivältä {date} (kirjannut {by}); sitä ei kirjattu toista kertaa. Jos kyse on toisesta, erota se viitteellä. Väärin kirjattu perutaan: korvaus claims undo {claim}.',
    sv: 'Ansökan {claim} har redan samma steg ”{step}” från {date} (antecknat av {by}); det antecknades inte två gånger. Gäller det ett annat, skilj det med en egen referens. Ett felaktigt steg återtas: korvaus claims undo {claim}.',
    en: 'Claim {claim} has the same step “{step}” of {date} already (recorded by {by}); it was not recorded twice. If this is another one, give it a reference of its own. A step recorded by mistake is reversed with korvaus claims undo {claim}.',
  },
  'nothing-to-undo': {
    fi: 'Hakemuksella {claim} (”{state}”) ei ole vaihetta, jonka voisi perua: perua voi jättämisen, päätöksen, maksun ja takaisinperinnän, viimeisimmästä alkaen. Katso vaiheet: korvaus claims show {claim}.',
    sv: 'Ansökan {claim} (”{state}”) har inget steg som kan återtas: återtas kan inlämning, beslut, betalning och återkrav, det senaste först. Se stegen: korvaus claims show {claim}.',
    en: 'Claim {claim} (“{state}”) has no step that can be reversed: filing, decision, payment and recovery can, the latest first. See its steps: korvaus claims show {claim}.',
  },
  'claim-built-upon': {
    fi: 'Hakemuksen {claim} jättämistä ei voi perua, koska hakemus {later} rakentuu sen varaan. Peruuta se ensin.',
    sv: 'Inlämningen av ansökan {claim} kan inte återtas, eftersom ansökan {later} bygger på den. Återkalla den först.',
    en: 'The filing of claim {claim} cannot be reversed, because claim {later} builds upon it. Withdraw that one first.',
  },
  'claim-date': {
    fi: 'Hakemuksen {claim} vaihe {date} olisi ennen edellistä vaihetta {last}. Tarkista päivä.',
    sv: 'Steget {date} i ansökan {claim} skulle komma före det föregående, {last}. Kontrollera dagen.',
    en: 'The step of {date} in claim {claim} would come before the one of {last}. Check the date.',
  },
  'claim-amount': {
    fi: '{claim}: määrä {amount} € ei kelpaa: se on sentin ja {most} €:n välillä (päätöksessä myös nolla). Tarkista määrä ja etumerkki.',
    sv: '{claim}: beloppet {amount} € duger inte: det är mellan en cent och {most} € (noll går i ett beslut). Kontrollera belopp och förtecken.',
    en: '{claim}: the amount €{amount} will not do: it is between a cent and €{most} (or nothing, in a decision). Check the amount and its sign.',
  },
  'compensation-invalid': {
    fi: '”{text}” ei kelpaa korvauksen nimeksi. Anna lyhyt nimi, esimerkiksi pykälä: --under "65 §".',
    sv: '”{text}” duger inte som namn på en ersättning. Ange ett kort namn, till exempel paragrafen: --under "65 §".',
    en: '“{text}” will not do as the name of a compensation. Give a short one, such as its section: --under "65 §".',
  },
  'claim-part': {
    fi: 'Hakemuksessa {claim} ei ole riviä eikä kustannuslajia {part}. Anna jonkin sen rivin tunnus tai jokin sen lajeista: {categories}.',
    sv: 'Ansökan {claim} har ingen post och inget kostnadsslag {part}. Ange någon av dess radnummer eller något av dess slag: {categories}.',
    en: 'Claim {claim} has no item and no category {part}. Give the ID of one of its items, or one of its categories: {categories}.',
  },
  'part-repeated': {
    fi: 'Hakemuksen {claim} päätöksessä {part} on jo mukana toisessa kohdassa. Anna kukin rivi vain kerran.',
    sv: 'I beslutet om ansökan {claim} ingår {part} redan i en annan del. Ange varje post bara en gång.',
    en: 'In the decision on claim {claim}, {part} is already in another part. Give each item only once.',
  },
  'amount-invalid': {
    fi: 'Valitsimen {option} arvo ”{text}” ei ole määrä. Anna eurot ja sentit, esim. 1234.50.',
    sv: 'Värdet ”{text}” för {option} är inget belopp. Ange euro och cent, t.ex. 1234.50.',
    en: '“{text}” for {option} is no amount. Give euros and cents, such as 1234.50.',
  },
  'date-past': {
    fi: 'Valitsimen {option} päivä {text} on jo mennyt: tarkastelupäivä on {asOf}. Anna myöhempi päivä.',
    sv: 'Dagen {text} för {option} har redan gått: referensdagen är {asOf}. Ange en senare dag.',
    en: 'The day {text} given for {option} has passed: the as-of date is {asOf}. Give a later one.',
  },
  'date-future': {
    fi: 'Valitsimen {option} päivä {text} on tarkastelupäivän {today} jälkeen. Kirjaa vaihe, kun se on tapahtunut.',
    sv: 'Dagen {text} för {option} är efter referensdagen {today}. Anteckna steget när det har skett.',
    en: 'The date {text} of {option} is after the as-of date {today}. Record the step once it has happened.',
  },
  'text-identifies': {
    fi: 'Valitsimen {option} teksti sisältää henkilötunnuksen, sähköpostiosoitteen tai puhelinnumeron. Kirjoita se ilman niitä: rekisterissä ei ole henkilötietoja asiakkaista.',
    sv: 'Texten i {option} innehåller en personbeteckning, e-postadress eller ett telefonnummer. Skriv den utan dem: registret håller inga personuppgifter om klienter.',
    en: 'The text of {option} holds an identity code, e-mail address or phone number. Write it without them: the register holds no identities.',
  },
  'rate-unknown': {
    fi: 'Sääntökirja {book} ei tunne korkolain viitekorkoa päivälle {date}, joten korkoa ei lasketa arvaamalla. Anna viivästyskorko prosentteina vuodessa siitä päivästä: --rate {date}=11.5.',
    sv: 'Regelboken {book} känner inte räntelagens referensränta för {date}, så räntan gissas inte. Ange dröjsmålsräntan i procent per år från den dagen: --rate {date}=11.5.',
    en: 'The rule book {book} knows no reference rate of the Interest Act for {date}, and interest is never guessed. Give the late-payment interest in percent a year from that day on: --rate {date}=11.5.',
  },
  'workspace-locked': {
    fi: 'Toinen ajo käsittelee työtilaa (lukko {path}). Odota sen päättymistä.',
    sv: 'En annan körning behandlar arbetsytan (lås {path}). Vänta tills den är klar.',
    en: 'Another run is at work on the workspace (lock {path}). Wait until it ends.',
  },
  'input-changed': {
    fi: 'Tiedosto {path} muuttui sitä luettaessa, joten tulosta ei käytetty. Aja uudelleen, kun tiedosto on valmis.',
    sv: 'Filen {path} ändrades medan den lästes, så resultatet användes inte. Kör på nytt när filen är färdig.',
    en: 'The file {path} changed while it was being read, so the result was not used. Run again when the file is complete.',
  },
  'inbox-workspace': {
    fi: 'Tiedostolle {file} ei löydy yhtä työtilaa. Laita se saapuvien kansioon työtilan nimisen kansion alle ({known}).',
    sv: 'Det finns inte en arbetsyta för filen {file}. Lägg den i inkorgen i en mapp med arbetsytans namn ({known}).',
    en: 'No single workspace fits the file {file}. Put it into a folder of the inbox that is named after its workspace ({known}).',
  },
  'workspace-gone': {
    fi: 'Työtilaa {workspace} ei enää ole, vaikka edellinen ajo löysi sen. Palauta kansio tai sen oikeudet; jos poisto oli tarkoitus, aja kerran valitsimella --forget {workspace}.',
    sv: 'Arbetsytan {workspace} finns inte längre, fast förra körningen hittade den. Återställ mappen eller rättigheterna; om den togs bort med avsikt, kör en gång med --forget {workspace}.',
    en: 'The workspace {workspace} is there no more, though the run before found it. Bring the folder or its permissions back; if it was meant to go, run once with --forget {workspace}.',
  },
  'folder-missing': {
    fi: 'Kansiota {path} ei ole ({option}). Tarkista polku ja että levy on liitetty, tai tee kansio.',
    sv: 'Mappen {path} finns inte ({option}). Kontrollera sökvägen och att disken är ansluten, eller skapa mappen.',
    en: 'The folder {path} is not there ({option}). Check the path and that the disk is mounted, or make the folder.',
  },
  'output-no-file': {
    fi: '{path} on putki, laite tai järjestelmän oma paikka, ei tiedosto. Anna tiedosto, joka on levyllä.',
    sv: '{path} är ett rör, en enhet eller systemets egen plats, ingen fil. Ange en fil som finns på en disk.',
    en: '{path} is a pipe, a device or a place of the system itself, no file. Name a file that is on a disk.',
  },
  'no-workspaces': {
    fi: 'Polku {pattern} ei osoita yhtään työtilaa (kansiota, jossa on korvaus.yaml). Tarkista polku, tai nimeä työtilat komennossa tai erätiedostossa (--from).',
    sv: 'Sökvägen {pattern} leder inte till någon arbetsyta (mapp med korvaus.yaml). Kontrollera den, eller nämn arbetsytorna i kommandot eller i en batchfil (--from).',
    en: 'The path {pattern} leads to no workspace (a folder with korvaus.yaml). Check it, or name the workspaces in the command or in a batch file (--from).',
  },
  'worker-died': {
    fi: 'Työtilaa käsitellyt säie lakkasi kesken ({reason}). Muut työtilat käsiteltiin. ERR_WORKER_OUT_OF_MEMORY: muisti loppui; jaa palveluloki useaan tiedostoon tai aja vähemmällä: --jobs 1. EMFILE: avoimia tiedostoja sallitaan liian vähän; aja vähemmällä tai nosta rajaa (ulimit -n).',
    sv: 'Tråden som behandlade arbetsytan upphörde ({reason}). De andra arbetsytorna behandlades. ERR_WORKER_OUT_OF_MEMORY: minnet tog slut; dela serviceloggen i flera filer eller kör färre samtidigt: --jobs 1. EMFILE: för få öppna filer är tillåtna; kör färre samtidigt eller höj gränsen (ulimit -n).',
    en: 'The worker on the workspace died ({reason}). The other workspaces were done. ERR_WORKER_OUT_OF_MEMORY: memory ran out; split the service log into several files, or run fewer at a time: --jobs 1. EMFILE: too few open files are allowed; run fewer at a time, or raise the limit (ulimit -n).',
  },
  'workspace-limit': {
    fi: 'Työtilan käsittely kesti yli {seconds} sekuntia ja keskeytettiin; sen lukitus vapautettiin. Muut työtilat käsiteltiin. Katso syy komennolla korvaus check, tai anna enemmän aikaa: --limit.',
    sv: 'Arbetsytan tog mer än {seconds} sekunder och avbröts; dess lås släpptes. De andra arbetsytorna behandlades. Se orsaken med korvaus check, eller ge mer tid: --limit.',
    en: 'The workspace took more than {seconds} seconds and was ended; its lock was given back. The other workspaces were done. See why with korvaus check, or give it more time: --limit.',
  },
  'state-damaged': {
    fi: 'Eräajon tilatiedosto {path} on vioittunut. Siirrä se syrjään: seuraava ajo käy kaikki työtilat läpi uudelleen.',
    sv: 'Batchkörningens tillståndsfil {path} är skadad. Flytta den åt sidan: nästa körning går igenom alla arbetsytor på nytt.',
    en: 'The state file {path} of the batch is damaged. Move it aside: the next run then does every workspace anew.',
  },
  'resume-differs': {
    fi: 'Keskeytynyt ajo tehtiin valinnalla {option} {before}, nyt annettiin {now}. Jatka samalla valinnalla tai aloita alusta ilman valitsinta --resume.',
    sv: 'Den avbrutna körningen hade {option} {before}, nu gavs {now}. Fortsätt med samma val eller börja om utan --resume.',
    en: 'The interrupted run had {option} {before}; now it is {now}. Go on with the same choice, or begin anew without --resume.',
  },
  'format-unsupported': {
    fi: 'Tämä komento ei tue muotoa {format}. Valitse --format: {formats}.',
    sv: 'Kommandot stöder inte formatet {format}. Välj --format: {formats}.',
    en: 'This command does not write {format}. Choose --format: {formats}.',
  },
  'option-not-with': {
    fi: 'Valitsinta {option} ei voi käyttää valitsimen {with} kanssa. Jätä toinen pois; mitään ei tehty.',
    sv: 'Flaggan {option} kan inte användas tillsammans med {with}. Lämna bort den ena; ingenting gjordes.',
    en: 'The option {option} cannot be used with {with}. Leave one of them out; nothing was done.',
  },
  'number-invalid': {
    fi: 'Valitsimen {option} arvo ”{text}” ei ole sopiva luku. Anna kokonaisluku, esimerkiksi {option} 60.',
    sv: 'Värdet ”{text}” för {option} är inget lämpligt tal. Ange ett heltal, till exempel {option} 60.',
    en: 'The value “{text}” of {option} is no suitable number. Give a whole number, such as {option} 60.',
  },
  'needs-terminal': {
    fi: 'Kysymyksiin ei voi vastata ilman päätettä. Anna valitsin {option}.',
    sv: 'Frågor kan inte besvaras utan terminal. Ange {option}.',
    en: 'Questions cannot be answered without a terminal. Give {option}.',
  },
  'annotate-one-workbook': {
    fi: 'Merkittäviä xlsx-työkirjoja on {count}. Jos niitä on useita, anna kansio: korvaus check --annotate merkityt. Yhden voi nimetä: korvaus check palveluloki.xlsx --annotate merkitty.xlsx.',
    sv: 'De xlsx-arbetsböcker som kan märkas är {count}. Om de är flera, ange en mapp: korvaus check --annotate markta. En kan nämnas: korvaus check servicelogg.xlsx --annotate markt.xlsx.',
    en: 'There are {count} xlsx workbooks to annotate. For several, name a folder: korvaus check --annotate annotated. One may be named: korvaus check service-log.xlsx --annotate annotated.xlsx.',
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
  'review-not-answered': {
    fi: 'Riville {item} ei ole säännön {rule} harkintaratkaisua, jonka voisi avata uudelleen. Katso: korvaus review --list.',
    sv: 'Posten {item} har ingen prövning enligt regeln {rule} som kunde öppnas på nytt. Se: korvaus review --list.',
    en: 'The item {item} has no answer to {rule} that could be reopened. See: korvaus review --list.',
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
  'interrupted': {
    fi: 'Ajo pyydettiin keskeyttämään. Hakemus {claim} ehdittiin kirjata ja sen paketti on kokonainen.',
    sv: 'Körningen ombads avbrytas. Ansökan {claim} hann antecknas och dess paket är helt.',
    en: 'The run was asked to stop. Claim {claim} was recorded first, and its packet is whole.',
  },
  'terminated': {
    fi: 'Ajo pyydettiin keskeyttämään. Hakemus {claim} ehdittiin kirjata ja sen paketti on kokonainen.',
    sv: 'Körningen ombads avbrytas. Ansökan {claim} hann antecknas och dess paket är helt.',
    en: 'The run was asked to stop. Claim {claim} was recorded first, and its packet is whole.',
  },
  'hung-up': {
    fi: 'Ajo pyydettiin keskeyttämään. Hakemus {claim} ehdittiin kirjata ja sen paketti on kokonainen.',
    sv: 'Körningen ombads avbrytas. Ansökan {claim} hann antecknas och dess paket är helt.',
    en: 'The run was asked to stop. Claim {claim} was recorded first, and its packet is whole.',
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
