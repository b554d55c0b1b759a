/** Words of the blank workbook. */
export const templateTexts = {
  fileName: { fi: 'palveluloki.xlsx', sv: 'servicelogg.xlsx', en: 'service-log.xlsx' },
  written: { fi: 'Tyhjä palveluloki on kirjoitettu: {path}', sv: 'Den tomma serviceloggen är skriven: {path}', en: 'The blank service log is written: {path}' },
  guideSheet: { fi: 'Ohje', sv: 'Anvisning', en: 'Guide' },
  guideTitle: { fi: 'Palvelulokin täyttöohje', sv: 'Så här fyller du i serviceloggen', en: 'How to fill in the service log' },
  guideHead: { fi: ['Otsikko', 'Pakollinen', 'Mitä siihen kirjoitetaan'], sv: ['Rubrik', 'Obligatorisk', 'Vad som skrivs'], en: ['Heading', 'Required', 'What to write'] },
  must: { fi: 'kyllä', sv: 'ja', en: 'yes' },
  guide: {
    fi: ['Täytä muut taulukot. Lihavoidut otsikot ovat pakollisia; punainen solu on vielä tyhjä, keltainen tunnus on taulukossa kahdesti.', 'Harmaa esimerkkirivi näyttää, miten rivi täytetään. Sitä ei lueta; sen voi poistaa.', 'Yksi rivi on yksi palvelu yhdelle asiakkaalle ja yksi tositteen rivi. Kirjoita summat senttien tarkkuudella, netto ilman arvonlisäveroa.', 'Netosta, arvonlisäverosta ja bruttosummasta riittää kaksi. Oman työn riville riittävät työntekijän tunnus ja tunnit.', 'Käytä asiakastunnusta, josta henkilöä ei voi tunnistaa. Älä kirjoita kuvauksiin nimiä, henkilötunnuksia, puhelinnumeroita tai osoitteita.', 'Päivämäärä kirjoitetaan muodossa 1.3.2026. Valintasarakkeissa on luettelo. Otsikon kommentti kertoo, mitä sarakkeeseen kirjoitetaan.', 'Sarakkeiden järjestystä voi muuttaa ja turhat sarakkeet poistaa; otsikoita ei tarvitse kääntää.', 'Tarkista työkirja komennolla: korvaus check'],
    sv: ['Fyll i de andra bladen. Rubriker i fet stil är obligatoriska; en röd cell är ännu tom, en gul kod finns två gånger på bladet.', 'Den grå exempelraden visar hur en rad fylls i. Den läses inte och kan tas bort.', 'En rad är en tjänst till en klient och en rad på ett verifikat. Skriv beloppen i hela cent, netto utan moms.', 'Två av netto, moms och brutto räcker. För eget arbete räcker arbetstagarens kod och timmarna.', 'Använd en klientkod som inte avslöjar personen. Skriv inga namn, personbeteckningar, telefonnummer eller adresser i beskrivningarna.', 'Datum skrivs som 1.3.2026. Kolumner med val har en lista. Kommentaren vid rubriken säger vad som skrivs i kolumnen.', 'Kolumnernas ordning kan ändras och onödiga kolumner tas bort; rubrikerna behöver inte översättas.', 'Kontrollera arbetsboken med: korvaus check'],
    en: ['Fill in the other sheets. Bold headings are required; a red cell is still empty, a yellow ID stands there twice.', 'The grey example row shows how a row is filled in. It is not read and may be deleted.', 'One row is one service to one case and one voucher line. Write amounts in whole cents, net without VAT.', 'Two of net, VAT and gross are enough. For own work the worker code and the hours are enough.', 'Use a case ID that identifies nobody. Write no names, identity codes, phone numbers or addresses in the texts.', 'Dates are written as 1.3.2026. Columns with choices have a list. The comment at a heading says what goes into its column.', 'Columns may change places, and those that are not needed may go; headings need no translation.', 'Check the workbook with: korvaus check'],
  },
  notListed: { fi: 'Tunnusta ei ole taulukossa {sheet}. Lisää se sinne ennen tarkistusta.', sv: 'Koden finns inte på bladet {sheet}. Lägg till den där före kontrollen.', en: 'The ID is not in the sheet {sheet}. Add it there before the check.' },
  once: { fi: 'Sama tunnus on jo taulukossa.', sv: 'Samma kod finns redan på bladet.', en: 'The same ID stands there already.' },
  required: { fi: 'Pakollinen.', sv: 'Obligatorisk.', en: 'Required.' },
  typeHelp: {
    text: { fi: 'Tekstiä.', sv: 'Text.', en: 'Text.' },
    date: { fi: 'Päivä, esimerkiksi 1.3.2026.', sv: 'Dag, till exempel 1.3.2026.', en: 'A day, such as 1.3.2026.' },
    money: { fi: 'Euroja senttien tarkkuudella, esimerkiksi 1234,50.', sv: 'Euro i hela cent, till exempel 1234,50.', en: 'Euros in whole cents, such as 1234.50.' },
    number: { fi: 'Luku, esimerkiksi 2,5.', sv: 'Ett tal, till exempel 2,5.', en: 'A number, such as 2.5.' },
    'yes-no': { fi: 'Valitse kyllä tai ei.', sv: 'Välj ja eller nej.', en: 'Choose yes or no.' },
    choice: { fi: 'Valitse luettelosta.', sv: 'Välj i listan.', en: 'Choose from the list.' },
    choices: { fi: 'Yksi tai useampi, pilkulla erotettuna: {choices}. Tyhjä tarkoittaa kaikkia.', sv: 'En eller flera, åtskilda med komma: {choices}. Tomt betyder alla.', en: 'One or more, with commas between: {choices}. Empty means all.' },
  },
  yes: { fi: 'kyllä', sv: 'ja', en: 'yes' },
  no: { fi: 'ei', sv: 'nej', en: 'no' },
  wrongTitle: { fi: 'Tarkista arvo', sv: 'Kontrollera värdet', en: 'Check the value' },
} as const
