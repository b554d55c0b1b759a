/** Words of the blank workbook. */
export const templateTexts = {
  fileName: { fi: 'palveluloki.xlsx', sv: 'servicelogg.xlsx', en: 'service-log.xlsx' },
  written: { fi: 'Tyhjä palveluloki on kirjoitettu: {path}', sv: 'Den tomma serviceloggen är skriven: {path}', en: 'The blank service log is written: {path}' },
  guideSheet: { fi: 'Ohje', sv: 'Anvisning', en: 'Guide' },
  guide: {
    fi: ['Täytä taulukot Kustannukset, Asiakkaat, Kotikunnat ja Päätökset. Lihavoidut otsikot ovat pakollisia.', 'Yksi rivi on yksi palvelu yhdelle asiakkaalle ja yksi tositteen rivi. Kirjoita summat senttien tarkkuudella, netto ilman arvonlisäveroa.', 'Netosta, arvonlisäverosta ja bruttosummasta riittää kaksi. Oman työn riville riittävät työntekijän tunnus ja tunnit.', 'Käytä asiakastunnusta, josta henkilöä ei voi tunnistaa. Älä kirjoita kuvauksiin nimiä, henkilötunnuksia, puhelinnumeroita tai osoitteita.', 'Päivämäärä kirjoitetaan muodossa 1.3.2026. Valintasarakkeissa on luettelo.', 'Tarkista työkirja komennolla: korvaus check'],
    sv: ['Fyll i bladen Kostnader, Klienter, Hemkommuner och Beslut. Rubriker i fet stil är obligatoriska.', 'En rad är en tjänst till en klient och en rad på ett verifikat. Skriv beloppen i hela cent, netto utan moms.', 'Två av netto, moms och brutto räcker. För eget arbete räcker arbetstagarens kod och timmarna.', 'Använd en klientkod som inte avslöjar personen. Skriv inga namn, personbeteckningar, telefonnummer eller adresser i beskrivningarna.', 'Datum skrivs som 1.3.2026. Kolumner med val har en lista.', 'Kontrollera arbetsboken med: korvaus check'],
    en: ['Fill in the sheets Costs, Cases, Residences and Decisions. Bold headings are required.', 'One row is one service to one case and one voucher line. Write amounts in whole cents, net without VAT.', 'Two of net, VAT and gross are enough. For own work the worker code and the hours are enough.', 'Use a case ID that identifies nobody. Write no names, identity codes, phone numbers or addresses in the texts.', 'Dates are written as 1.3.2026. Columns with choices have a list.', 'Check the workbook with: korvaus check'],
  },
  required: { fi: 'Pakollinen.', sv: 'Obligatorisk.', en: 'Required.' },
  typeHelp: {
    text: { fi: 'Tekstiä.', sv: 'Text.', en: 'Text.' },
    date: { fi: 'Päivä, esimerkiksi 1.3.2026.', sv: 'Dag, till exempel 1.3.2026.', en: 'A day, such as 1.3.2026.' },
    money: { fi: 'Euroja senttien tarkkuudella, esimerkiksi 1234,50.', sv: 'Euro i hela cent, till exempel 1234,50.', en: 'Euros in whole cents, such as 1234.50.' },
    number: { fi: 'Luku.', sv: 'Tal.', en: 'A number.' },
    'yes-no': { fi: 'kyllä tai ei.', sv: 'ja eller nej.', en: 'yes or no.' },
    choice: { fi: 'Valitse luettelosta.', sv: 'Välj i listan.', en: 'Choose from the list.' },
    choices: { fi: 'Yksi tai useampi, pilkulla erotettuna: {choices}. Tyhjä tarkoittaa kaikkia.', sv: 'En eller flera, åtskilda med komma: {choices}. Tomt betyder alla.', en: 'One or more, with commas between: {choices}. Empty means all.' },
  },
  yes: { fi: 'kyllä', sv: 'ja', en: 'yes' },
  no: { fi: 'ei', sv: 'nej', en: 'no' },
  wrongTitle: { fi: 'Tarkista arvo', sv: 'Kontrollera värdet', en: 'Check the value' },
} as const
