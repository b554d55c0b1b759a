import type { Localized } from '../model/language.js'
import { creditTexts } from './findings/credit-texts.js'
import { formTexts } from './findings/form-texts.js'
import { proportionTexts } from './findings/proportion-texts.js'
import { signTexts } from './findings/sign-texts.js'
import type { SourceText } from './findings/source-text.js'

/** In the place of an amount that nobody can tell. */
export const unreadAmount: Localized = { fi: 'summa, jota ei voi lukea', sv: 'ett belopp som inte kan läsas', en: 'an amount that cannot be read' }

export const sourceTexts: Readonly<Record<string, SourceText>> = {
  'SRC-001': {
    title: { fi: 'Pakollinen tieto puuttuu', sv: 'En obligatorisk uppgift saknas', en: 'A required cell is empty' },
    message: { fi: 'Sarake ”{column}” on tyhjä.', sv: 'Kolumnen ”{column}” är tom.', en: 'The column “{column}” is empty.' },
    remedy: { fi: 'Täydennä tieto.', sv: 'Fyll i uppgiften.', en: 'Fill it in.' },
  },
  'SRC-002': {
    title: { fi: 'Päivämäärää ei voi lukea', sv: 'Datumet kan inte läsas', en: 'Unreadable date' },
    message: { fi: 'Sarakkeen ”{column}” arvo ei ole päivämäärä: ”{raw}”.', sv: 'Värdet i kolumnen ”{column}” är inget datum: ”{raw}”.', en: 'The value of “{column}” is no date: “{raw}”.' },
    remedy: { fi: 'Kirjoita päivämäärä muodossa 1.3.2026 tai 2026-03-01 ja tarkista, että päivä on olemassa.', sv: 'Skriv datumet som 1.3.2026 eller 2026-03-01 och kontrollera att dagen finns.', en: 'Write the date as 1.3.2026 or 2026-03-01, and see that the day exists.' },
  },
  'SRC-003': {
    title: { fi: 'Päivämäärä on monitulkintainen', sv: 'Datumet är mångtydigt', en: 'Ambiguous date' },
    message: { fi: 'Sarakkeen ”{column}” päivämäärän voi lukea usealla tavalla: ”{raw}”.', sv: 'Datumet i kolumnen ”{column}” kan läsas på flera sätt: ”{raw}”.', en: 'The date in “{column}” can be read in more than one way: “{raw}”.' },
    remedy: { fi: 'Kirjoita päivämäärä muodossa 1.3.2026 tai 2026-03-01.', sv: 'Skriv datumet som 1.3.2026 eller 2026-03-01.', en: 'Write it as 1.3.2026 or 2026-03-01.' },
  },
  'SRC-004': {
    title: { fi: 'Lukua ei voi lukea', sv: 'Talet kan inte läsas', en: 'Unreadable number' },
    message: { fi: 'Sarakkeen ”{column}” arvo ei ole luku: ”{raw}”.', sv: 'Värdet i kolumnen ”{column}” är inget tal: ”{raw}”.', en: 'The value of “{column}” is no number: “{raw}”.' },
    remedy: { fi: 'Kirjoita pelkkä luku, esimerkiksi 1234,50.', sv: 'Skriv bara talet, till exempel 1234,50.', en: 'Write the number alone, such as 1234.50.' },
  },
  'SRC-005': {
    title: { fi: 'Desimaaleja on enemmän kuin senttejä', sv: 'Fler decimaler än cent', en: 'More decimals than cents' },
    message: { fi: 'Sarakkeen ”{column}” summassa on sentin osia: ”{raw}”.', sv: 'Beloppet i kolumnen ”{column}” har delar av en cent: ”{raw}”.', en: 'The amount in “{column}” has parts of a cent: “{raw}”.' },
    remedy: { fi: 'Kirjoita summa senttien tarkkuudella tositteen mukaan; ohjelma ei pyöristä.', sv: 'Skriv beloppet i hela cent enligt verifikatet; programmet avrundar inte.', en: 'Write the amount in whole cents as the voucher has it; nothing is rounded here.' },
  },
  'SRC-006': {
    title: { fi: 'Tuntematon arvo', sv: 'Okänt värde', en: 'Unknown value' },
    message: { fi: 'Sarakkeen ”{column}” arvoa ”{word}” ei tunneta.', sv: 'Värdet ”{word}” i kolumnen ”{column}” är okänt.', en: 'The value “{word}” of “{column}” is not known.' },
    nearRemedy: {
      fi: 'Tarkoittaako se samaa kuin ”{likelyName}”? Jos tarkoittaa, lisää vastaavuustiedostoon rivi  values: { {key}: { {line}: {likely} } }  tai vastaa komennolla korvaus map; yksi vastaus koskee kaikkia rivejä.',
      sv: 'Betyder det detsamma som ”{likelyName}”? Lägg i så fall till raden  values: { {key}: { {line}: {likely} } }  i mappningsfilen eller svara med kommandot korvaus map; ett svar gäller alla rader.',
      en: 'Does it mean the same as “{likelyName}”? If so, add to the mapping  values: { {key}: { {line}: {likely} } }  or answer with korvaus map; one answer holds for all rows.',
    },
    remedy: { fi: 'Valitse jokin näistä: {choices}. Omille sanoillesi voi kertoa merkityksen taulukon vastaavuuksissa (mappings).', sv: 'Välj något av dessa: {choices}. Vad egna ord betyder kan anges i kalkylbladets motsvarigheter (mappings).', en: 'Choose one of: {choices}. What words of your own mean can be said in the mapping of the spreadsheet (mappings).' },
  },
  'SRC-007': {
    title: { fi: 'Kyllä vai ei?', sv: 'Ja eller nej?', en: 'Yes or no?' },
    message: { fi: 'Sarakkeen ”{column}” arvo ”{raw}” ei ole kyllä eikä ei.', sv: 'Värdet ”{raw}” i kolumnen ”{column}” är varken ja eller nej.', en: 'The value “{raw}” of “{column}” is neither yes nor no.' },
    remedy: { fi: 'Kirjoita kyllä tai ei.', sv: 'Skriv ja eller nej.', en: 'Write yes or no.' },
  },
  'SRC-008': {
    title: { fi: 'Solussa on virhe', sv: 'Cellen innehåller ett fel', en: 'Error cell' },
    message: { fi: 'Sarakkeen ”{column}” solussa on laskentavirhe.', sv: 'Cellen i kolumnen ”{column}” innehåller ett beräkningsfel.', en: 'The cell of “{column}” holds an error of the spreadsheet.' },
    remedy: { fi: 'Korjaa kaava tai kirjoita arvo sen tilalle.', sv: 'Rätta formeln eller skriv värdet i stället.', en: 'Mend the formula, or write the value in its place.' },
  },
  'SRC-009': {
    title: { fi: 'Kaavalla ei ole tallennettua arvoa', sv: 'Formeln saknar sparat värde', en: 'Formula without a stored value' },
    message: { fi: 'Sarakkeen ”{column}” kaavan tulosta ei ole tallennettu.', sv: 'Resultatet av formeln i kolumnen ”{column}” har inte sparats.', en: 'The result of the formula in “{column}” is not stored in the file.' },
    remedy: { fi: 'Avaa työkirja taulukkolaskennassa, tallenna se ja yritä uudelleen, tai kirjoita arvo.', sv: 'Öppna arbetsboken i kalkylprogrammet, spara den och försök igen, eller skriv värdet.', en: 'Open the workbook in the spreadsheet program, save it and try again, or write the value.' },
  },
  'SRC-010': {
    title: { fi: 'Luku on tallennettu tekstinä', sv: 'Talet är sparat som text', en: 'Number stored as text' },
    message: { fi: 'Sarakkeen ”{column}” luku on tekstiä; se luettiin näin: ”{raw}”.', sv: 'Talet i kolumnen ”{column}” är text; det lästes så här: ”{raw}”.', en: 'The number in “{column}” is text; it was read as it stands: “{raw}”.' },
    remedy: { fi: 'Muuta solu luvuksi, jotta taulukon omat summat ovat oikein.', sv: 'Ändra cellen till tal så att kalkylbladets egna summor stämmer.', en: 'Make the cell a number, so that the sums of the spreadsheet are right too.' },
  },
  'SRC-011': {
    title: { fi: 'Rivi on piilotettu', sv: 'Raden är dold', en: 'Hidden row' },
    message: { fi: 'Rivi on piilotettu taulukossa.', sv: 'Raden är dold i kalkylbladet.', en: 'The row is hidden in the sheet.' },
    remedy: { fi: 'Tuo rivi näkyviin ja päätä, kuuluuko se hakemukseen.', sv: 'Visa raden och avgör om den hör till ansökan.', en: 'Show the row and decide whether it belongs to the claim.' },
  },
  'SRC-012': {
    title: { fi: 'Sarake on piilotettu', sv: 'Kolumnen är dold', en: 'Hidden column' },
    message: { fi: 'Sarake ”{column}” on piilotettu, mutta sen tiedot luettiin.', sv: 'Kolumnen ”{column}” är dold, men dess uppgifter lästes.', en: 'The column “{column}” is hidden; what it holds was read.' },
    remedy: { fi: 'Tuo sarake näkyviin ja tarkista tiedot.', sv: 'Visa kolumnen och kontrollera uppgifterna.', en: 'Show the column and check what it holds.' },
  },
  'SRC-013': {
    title: { fi: 'Taulukko on piilotettu', sv: 'Bladet är dolt', en: 'Hidden sheet' },
    message: { fi: 'Taulukko on piilotettu; sen rivit luettiin, mutta ihmisen on päätettävä, kuuluvatko ne hakemukseen.', sv: 'Bladet är dolt; dess rader lästes, men en människa måste avgöra om de hör till ansökan.', en: 'The sheet is hidden; its rows were read, but a person must decide whether they belong to the claim.' },
    remedy: { fi: 'Tuo taulukko näkyviin, tai poista se, jos se ei kuulu palvelulokiin.', sv: 'Visa bladet, eller ta bort det om det inte hör till serviceloggen.', en: 'Show the sheet, or remove it if it is no part of the service log.' },
  },
  'SRC-014': {
    title: { fi: 'Yhdistettyjä soluja', sv: 'Sammanslagna celler', en: 'Merged cells' },
    message: { fi: 'Rivin soluja on yhdistetty muihin; arvo on vain ensimmäisessä solussa.', sv: 'Radens celler är sammanslagna med andra; värdet finns bara i den första cellen.', en: 'Cells of the row are merged with others; the value stands in the first cell alone.' },
    remedy: { fi: 'Pura yhdistäminen ja kirjoita jokaiselle riville oma arvo.', sv: 'Dela upp cellerna och skriv ett eget värde på varje rad.', en: 'Unmerge the cells and give each row its own value.' },
  },
  'SRC-015': {
    title: { fi: 'Sama otsikko kahdesti', sv: 'Samma rubrik två gånger', en: 'Repeated heading' },
    message: { fi: 'Otsikko ”{column}” on taulukossa kahdesti, ja sarakkeissa on eri arvot.', sv: 'Rubriken ”{column}” finns två gånger på bladet, och kolumnerna har olika värden.', en: 'The heading “{column}” stands twice in the sheet, and the two columns differ.' },
    remedy: { fi: 'Poista tai nimeä uudelleen se sarake, joka ei kuulu palvelulokiin.', sv: 'Ta bort eller byt namn på den kolumn som inte hör till serviceloggen.', en: 'Remove or rename the column that is no part of the service log.' },
  },
  'SRC-016': {
    title: { fi: 'Tuntematon sarake', sv: 'Okänd kolumn', en: 'Unknown column' },
    message: { fi: 'Sarakkeen otsikkoa ei tunneta, joten sen tietoja ei luettu.', sv: 'Kolumnens rubrik är okänd, så dess uppgifter lästes inte.', en: 'The heading of the column is not known; it was not read.' },
    nearRemedy: { fi: 'Tarkoittaako otsikko saraketta ”{near}”? Korjaa otsikko, tai merkitse se vastaavuustiedostoon.', sv: 'Avses kolumnen ”{near}”? Rätta rubriken eller ange den i mappningsfilen.', en: 'Is the column “{near}” meant? Mend the heading, or name it in the mapping.' },
    remedy: { fi: 'Tarkista otsikko mallityökirjasta (korvaus template), jos tietoa tarvitaan.', sv: 'Kontrollera rubriken i mallen (korvaus template) om uppgiften behövs.', en: 'If it is needed, compare the heading with the blank workbook (korvaus template).' },
  },
  'SRC-017': {
    title: { fi: 'Rivitunnus on käytössä kahdesti', sv: 'Radnumret används två gånger', en: 'Duplicate item ID' },
    message: { fi: 'Sama rivitunnus on myös solussa {other} ({otherFile}).', sv: 'Samma radnummer finns också i cell {other} ({otherFile}).', en: 'The same item ID stands in cell {other} ({otherFile}) too.' },
    remedy: { fi: 'Anna jokaiselle riville oma tunnus, tai poista rivi, jos se on kirjattu kahdesti. Sitä ennen yhtäkään näistä riveistä ei haeta. Jos samalla tositteella on useita rivejä, tunnus voi muodostua useasta sarakkeesta: korvaus map --id-columns voucher+serviceDate.', sv: 'Ge varje rad ett eget nummer, eller ta bort raden om den är införd två gånger. Innan dess söks ingen av raderna. Om ett verifikat har flera rader kan numret bildas av flera kolumner: korvaus map --id-columns voucher+serviceDate.', en: 'Give each row an ID of its own, or remove the row if it was entered twice. Until then none of these rows is claimed. Where one voucher has several lines, the ID may be made of several columns: korvaus map --id-columns voucher+serviceDate.' },
  },
  'SRC-018': {
    title: { fi: 'Summarivi', sv: 'Summarad', en: 'Total row' },
    message: { fi: 'Rivi on summa eikä kustannuserä; sitä ei luettu.', sv: 'Raden är en summa och ingen kostnadspost; den lästes inte.', en: 'The row is a total and no cost item; it was not read.' },
    remedy: { fi: 'Ei toimenpiteitä, jos rivi on summa.', sv: 'Inget behövs om raden är en summa.', en: 'Nothing to do if it is a total.' },
  },
  'SRC-019': {
    title: { fi: 'Päivämäärät lasketaan vuodesta 1904', sv: 'Datumen räknas från 1904', en: 'Dates counted from 1904' },
    message: { fi: 'Työkirjan päivämäärät lasketaan vuodesta 1904; ne luettiin sen mukaan.', sv: 'Arbetsbokens datum räknas från 1904; de lästes enligt det.', en: 'The workbook counts its dates from 1904; they were read so.' },
    remedy: { fi: 'Tarkista muutama päivämäärä alkuperäisestä tositteesta.', sv: 'Kontrollera några datum mot verifikaten.', en: 'Compare a few dates with the vouchers.' },
  },
  'SRC-020': {
    title: { fi: 'Asiakasta ei ole luettelossa', sv: 'Klienten finns inte i förteckningen', en: 'Case not listed' },
    message: { fi: 'Rivin asiakastunnusta ei ole asiakkaiden taulukossa.', sv: 'Radens klientkod finns inte på klientbladet.', en: 'The case ID of the row is not among the cases.' },
    remedy: { fi: 'Lisää asiakas taulukkoon Asiakkaat tai korjaa tunnus.', sv: 'Lägg till klienten på bladet Klienter eller rätta koden.', en: 'Add the case to the sheet Cases, or correct the ID.' },
  },
  'SRC-021': {
    title: { fi: 'Tunnuksessa on henkilötieto', sv: 'Koden innehåller en personuppgift', en: 'An identifier of a person in a code' },
    message: { fi: 'Sarakkeen ”{column}” solussa on henkilötunnus, sähköpostiosoite tai puhelinnumero; sitä ei näytetä missään.', sv: 'Cellen i kolumnen ”{column}” innehåller en personbeteckning, e-postadress eller ett telefonnummer; den visas ingenstans.', en: 'The cell of “{column}” holds a personal identity code, an e-mail address or a telephone number; it is shown nowhere.' },
    remedy: { fi: 'Korvaa se tunnuksella, josta henkilöä ei voi tunnistaa.', sv: 'Ersätt den med en kod som inte avslöjar personen.', en: 'Replace it with a code that identifies nobody.' },
  },
  'SRC-022': {
    title: { fi: 'Väärä arvolaji', sv: 'Fel slags värde', en: 'Wrong kind of value' },
    message: { fi: 'Sarakkeen ”{column}” solussa on päivämäärä tai totuusarvo, ei lukua.', sv: 'Cellen i kolumnen ”{column}” innehåller ett datum eller ett sanningsvärde, inte ett tal.', en: 'The cell of “{column}” holds a date or a truth value, not a number.' },
    remedy: { fi: 'Tarkista solun muotoilu ja arvo.', sv: 'Kontrollera cellens format och värde.', en: 'Check the format and the value of the cell.' },
  },
  'SRC-023': {
    title: { fi: 'Asiakas on luettelossa kahdesti', sv: 'Klienten finns två gånger i förteckningen', en: 'Case listed twice' },
    message: { fi: 'Sama asiakastunnus on asiakkaiden taulukossa kahdesti.', sv: 'Samma klientkod finns två gånger på klientbladet.', en: 'The same case ID stands twice among the cases.' },
    remedy: { fi: 'Jätä taulukkoon yksi rivi kullekin asiakkaalle.', sv: 'Lämna en rad per klient på bladet.', en: 'Keep one row for each case.' },
  },
  'SRC-030': {
    title: { fi: 'Ratkaisua ei voi ottaa huomioon', sv: 'Prövningen kan inte beaktas', en: 'An answer cannot be taken up' },
    message: { fi: 'Korvaus-taulukon ratkaisu on puutteellinen, tai siinä on henkilötunnus, sähköpostiosoite tai puhelinnumero.', sv: 'Prövningen på bladet Korvaus är ofullständig eller innehåller en personbeteckning, e-postadress eller ett telefonnummer.', en: 'The answer on the sheet Korvaus is incomplete, or holds an identity code, e-mail address or phone number.' },
    remedy: { fi: 'Valitse ratkaisu luettelosta, kirjoita perustelu ja ratkaisija, ja päivä muodossa 31.12.2027.', sv: 'Välj prövningen i listan, skriv motivering och vem som prövat, och dagen som 31.12.2027.', en: 'Choose the answer from the list, write the reason and who decides, and the day as 31.12.2027.' },
  },
  'SRC-024': {
    title: { fi: 'Haettavaa tietoa ei löydy toisesta taulukosta', sv: 'Uppgiften finns inte i den andra tabellen', en: 'Not found in the table that is looked up' },
    message: { fi: 'Sarakkeen ”{column}” tieto haetaan toisesta taulukosta (joins), mutta siellä ei ole tälle riville arvoa tai siellä on useita eri arvoja.', sv: 'Uppgiften i kolumnen ”{column}” hämtas från en annan tabell (joins), men där finns inget värde för denna rad eller flera olika.', en: '“{column}” is looked up in another table (joins), which has no value for this row, or several that differ.' },
    remedy: { fi: 'Lisää puuttuva rivi taulukkoon, josta tieto haetaan, tai poista sieltä ristiriitaiset rivit.', sv: 'Lägg till den rad som saknas i tabellen som uppgiften hämtas från, eller ta bort de motstridiga raderna där.', en: 'Add the row that is lacking to the table that is looked up, or remove the rows there that contradict each other.' },
  },
  'SRC-025': {
    title: { fi: 'Taulukkoa ei luettu', sv: 'Bladet lästes inte', en: 'Sheet not read' },
    message: { fi: 'Taulukossa on rivejä, mutta otsikoita ei tunnistettu, joten siitä ei luettu mitään.', sv: 'Bladet innehåller rader, men rubrikerna kändes inte igen, så inget lästes.', en: 'The sheet holds rows, but its headings were not recognised, so nothing of it was read.' },
    remedy: { fi: 'Jos rivit kuuluvat palvelulokiin, korjaa otsikot tai kuvaa ne vastaavuustiedostossa; muuten merkitse taulukko siinä ohitettavaksi (skip).', sv: 'Om raderna hör till serviceloggen, rätta rubrikerna eller beskriv dem i mappningsfilen; annars ange där att bladet ska hoppas över (skip).', en: 'If its rows belong to the service log, correct the headings or describe them in the mapping; if not, say there that the sheet is to be skipped (skip).' },
  },
  'SRC-026': {
    title: { fi: 'Tekstiä taulukon ulkopuolella', sv: 'Text utanför tabellen', en: 'Text outside the table' },
    message: { fi: 'Rivillä on otsikko tai huomautus eikä palvelulokin tietoja; sitä ei luettu.', sv: 'Raden innehåller en titel eller anmärkning och inga uppgifter till serviceloggen; den lästes inte.', en: 'The row holds a title or a remark and nothing of the service log; it was not read.' },
    remedy: { fi: 'Ei toimenpiteitä, jos rivi ei ole kustannuserä.', sv: 'Inget behövs om raden inte är en kostnadspost.', en: 'Nothing to do if the row is no cost item.' },
  },
  'SRC-031': {
    title: { fi: 'Esimerkkiriviä ei luettu', sv: 'Exempelraden lästes inte', en: 'Example row not read' },
    message: { fi: 'Rivi on merkitty mallin esimerkiksi, joten sitä ei luettu.', sv: 'Raden är märkt som mallens exempel, så den lästes inte.', en: 'The row is marked as the example of the blank workbook, so it was not read.' },
    remedy: { fi: 'Poista rivi. Jos se on oikea rivi, anna sille oma tunnus.', sv: 'Ta bort raden. Om den är en riktig rad, ge den en egen kod.', en: 'Delete the row. If it is a real one, give it an ID of its own.' },
  },
  'SRC-032': {
    title: { fi: 'Luku on monitulkintainen', sv: 'Talet är mångtydigt', en: 'Ambiguous number' },
    message: { fi: 'Sarakkeen ”{column}” luvun voi lukea kahdella tavalla, desimaaleina tai tuhansina: ”{raw}”.', sv: 'Talet i kolumnen ”{column}” kan läsas på två sätt, med decimaler eller tusental: ”{raw}”.', en: 'The number in “{column}” can be read in two ways, with decimals or with thousands: “{raw}”.' },
    remedy: { fi: 'Kirjoita luku ilman tuhaterotinta ja senttien tarkkuudella, esimerkiksi 1500,00, tai kerro vastaavuustiedostossa desimaalimerkki (decimalMark).', sv: 'Skriv talet utan tusentalsavgränsare och med två decimaler, till exempel 1500,00, eller ange decimaltecknet i mappningsfilen (decimalMark).', en: 'Write it without a mark for thousands and with two decimals, such as 1500.00, or name the decimal mark in the mapping (decimalMark).' },
  },
  'SRC-033': {
    title: { fi: 'Luku näkyy muuna kuin se on', sv: 'Talet visas som något annat', en: 'A number shown as another' },
    message: { fi: 'Sarakkeen ”{column}” solu näyttää luvun muodossa {unit}, mutta tiedostossa on {raw}; lukua ei voi lukea euroina tai määränä.', sv: 'Cellen i kolumnen ”{column}” visar talet som {unit}, men i filen står {raw}; det kan inte läsas som euro eller antal.', en: 'The cell of “{column}” shows its number as {unit}, while the file holds {raw}; it cannot be read as euros or as a count.' },
    remedy: { fi: 'Kirjoita summa euroina ja tunnit desimaalilukuna (7,5) ja muuta solun muotoilu luvuksi.', sv: 'Skriv beloppet i euro och timmarna som decimaltal (7,5), och ändra cellens format till tal.', en: 'Write amounts in euros and hours as a decimal number (7.5), and format the cell as a number.' },
  },
  'SRC-034': {
    title: { fi: 'Taulukkolaskenta on muuttanut tunnusta', sv: 'Kalkylprogrammet har ändrat koden', en: 'A code that the spreadsheet changed' },
    message: { fi: 'Sarakkeen ”{column}” tunnuksesta on tullut päivämäärä tai niin pitkä luku, että sen viimeiset numerot ovat kadonneet.', sv: 'Koden i kolumnen ”{column}” har blivit ett datum eller ett så långt tal att dess sista siffror har gått förlorade.', en: 'The code in “{column}” has become a date, or a number so long that its last digits are lost.' },
    remedy: { fi: 'Muuta solun muotoilu tekstiksi ja kirjoita tunnus uudelleen.', sv: 'Ändra cellens format till text och skriv koden på nytt.', en: 'Format the cell as text and type the code again.' },
  },
  'SRC-035': {
    title: { fi: 'Sarake ilman otsikkoa', sv: 'Kolumn utan rubrik', en: 'Column without a heading' },
    message: { fi: 'Sarakkeessa on tietoja mutta ei otsikkoa, joten sitä ei luettu.', sv: 'Kolumnen innehåller uppgifter men har ingen rubrik, så den lästes inte.', en: 'The column holds something but has no heading, so it was not read.' },
    remedy: { fi: 'Anna sarakkeelle otsikko, jos sen tietoja tarvitaan.', sv: 'Ge kolumnen en rubrik om uppgifterna behövs.', en: 'Give it a heading if what it holds is needed.' },
  },
  'SRC-036': {
    title: { fi: 'Otsikko toistuu', sv: 'Rubriken upprepas', en: 'Heading stands twice' },
    message: { fi: 'Otsikko ”{column}” on taulukossa kahdesti. Ensimmäinen sarake luettiin; rivit, joilla sarakkeet eroavat, jäävät pois.', sv: 'Rubriken ”{column}” finns två gånger på bladet. Den första kolumnen lästes; rader där kolumnerna skiljer sig lämnas bort.', en: 'The heading “{column}” stands twice in the sheet. The first column was read; rows in which the two differ are left out.' },
    remedy: { fi: 'Poista tai nimeä uudelleen toinen sarakkeista.', sv: 'Ta bort eller byt namn på den ena kolumnen.', en: 'Remove or rename one of the two.' },
  },
  'SRC-037': {
    title: { fi: 'Sana, joka ei kelpaa tunnukseksi', sv: 'Ett ord som inte duger som kod', en: 'A word that can be no ID' },
    message: { fi: 'Sarakkeen ”{column}” solussa on sana, jota tiedostot eivät voi säilyttää tunnuksena.', sv: 'Cellen i kolumnen ”{column}” innehåller ett ord som filer inte kan bevara som kod.', en: 'The cell of “{column}” holds a word that files cannot keep as an ID.' },
    remedy: { fi: 'Kirjoita soluun jokin muu teksti.', sv: 'Skriv någon annan text i cellen.', en: 'Write another text into the cell.' },
  },
  'SRC-050': {
    title: { fi: 'Tunnus on melkein sama kuin luettelossa', sv: 'Koden är nästan densamma som i förteckningen', en: 'An ID that is nearly a listed one' },
    message: { fi: 'Sarakkeen ”{column}” tunnusta {given} ei ole luettelossa, mutta {listed} on: {why}. Rivi odottaa vastausta.', sv: 'Koden {given} i kolumnen ”{column}” finns inte i förteckningen, men {listed} gör det: {why}. Raden väntar på svar.', en: '{given} of “{column}” is not listed; {listed} is: {why}. The row waits for an answer.' },
    remedy: {
      fi: 'Jos ne ovat sama, lisää vastaavuustiedostoon rivi  same: { {key}: { {given}: {listed} } }  tai vastaa komennolla korvaus map; yksi vastaus koskee kaikkia rivejä. Muuten korjaa tunnus.',
      sv: 'Om de är desamma, lägg till raden  same: { {key}: { {given}: {listed} } }  i mappningsfilen eller svara med kommandot korvaus map; ett svar gäller alla rader. Rätta annars koden.',
      en: 'If the two are one, add to the mapping  same: { {key}: { {given}: {listed} } }  or answer with korvaus map; one answer holds for all rows. Otherwise correct the ID.',
    },
  },
  'SRC-051': {
    title: { fi: 'Kunnan nimi ja koodi ovat ristiriidassa', sv: 'Kommunens namn och kod stämmer inte överens', en: 'Name and code of a municipality disagree' },
    message: { fi: 'Sarakkeen ”{column}” nimi ja koodi ovat eri kuntien.', sv: 'Namnet och koden i kolumnen ”{column}” hör till olika kommuner.', en: 'The name and the code in “{column}” are those of two municipalities.' },
    remedy: { fi: 'Korjaa nimi tai koodi. Asiakkaan kustannukset odottavat sitä.', sv: 'Rätta namnet eller koden. Klientens kostnader väntar på det.', en: 'Correct the name or the code. The costs of the client wait for it.' },
  },
  'SRC-052': {
    title: { fi: 'Kuntaa ei tunneta', sv: 'Kommunen är okänd', en: 'Unknown municipality' },
    message: { fi: 'Sarakkeen ”{column}” kuntaa ei ole kuntaluettelossa. Lähin on ”{name}”.', sv: 'Kommunen i kolumnen ”{column}” finns inte i kommunförteckningen. Närmast är ”{name}”.', en: 'The municipality in “{column}” is not in the list of municipalities. The nearest is “{name}”.' },
    remedy: { fi: 'Korjaa kunnan nimi, tai kirjoita sen koodi.', sv: 'Rätta kommunens namn, eller skriv dess kod.', en: 'Correct the name, or write the code of the municipality.' },
  },
  'SRC-053': {
    title: { fi: 'Tunnuksessa on asiakkaan nimi', sv: 'Koden innehåller en klients namn', en: 'The ID holds a client’s name' },
    message: { fi: 'Sarakkeen ”{column}” tunnuksessa on nimi, jonka palveluloki kertoo. Tunnus näkyy kaikissa tulosteissa; hakemuspaketissa käytetään siksi peitetunnuksia.', sv: 'Koden i kolumnen ”{column}” innehåller ett namn som serviceloggen nämner. Koden står i alla utdata; ansökningspaketet använder därför pseudonymer.', en: 'The ID in “{column}” holds a name that the log tells. IDs stand in every output; the claim packet therefore uses pseudonyms.' },
    remedy: { fi: 'Anna asiakkaalle tai riville tunnus, joka ei kerro, kuka hän on.', sv: 'Ge klienten eller raden en kod som inte säger vem det är.', en: 'Give the client or the row an ID that does not say who it is.' },
  },
  ...creditTexts,
  ...signTexts,
  ...formTexts,
  ...proportionTexts,
}
