/** Words of the command that sets up a workspace. */
export const initTexts = {
  kind: { fi: 'Hakija', sv: 'Sökande', en: 'Claimant' },
  name: { fi: 'Hakijan nimi', sv: 'Sökandens namn', en: 'Name of the claimant' },
  businessId: { fi: 'Y-tunnus', sv: 'FO-nummer', en: 'Business ID' },
  businessIdWrong: { fi: 'Tarkista Y-tunnus, esimerkiksi 1234567-1.', sv: 'Kontrollera FO-numret, till exempel 1234567-1.', en: 'Check the business ID, such as 1234567-1.' },
  county: { fi: 'Hyvinvointialueen koodi (esim. 05), tyhjä jos hakija on kunta', sv: 'Välfärdsområdets kod (t.ex. 05), tom om sökanden är en kommun', en: 'Code of the county (such as 05), empty for a municipality' },
  municipality: { fi: 'Kunnan koodi (esim. 541), tyhjä jos hakija on hyvinvointialue', sv: 'Kommunens kod (t.ex. 541), tom om sökanden är ett välfärdsområde', en: 'Code of the municipality (such as 541), empty for a county' },
  iban: { fi: 'Tilinumero (IBAN), voi jättää tyhjäksi', sv: 'Kontonummer (IBAN), kan lämnas tomt', en: 'Account (IBAN), may stay empty' },
  ibanWrong: { fi: 'Tarkista tilinumero.', sv: 'Kontrollera kontonumret.', en: 'Check the account number.' },
  written: {
    fi: 'Työtila on perustettu: {path}. Seuraavaksi: korvaus template palveluloki.xlsx, täytä työkirja, ja sitten korvaus check.',
    sv: 'Arbetsytan är skapad: {path}. Härnäst: korvaus template servicelogg.xlsx, fyll i arbetsboken och sedan korvaus check.',
    en: 'The workspace is set up: {path}. Next: korvaus template service-log.xlsx, fill in the workbook, and then korvaus check.',
  },
  claimantComment: { fi: 'Kuka hakee korvausta. county on hyvinvointialueen tai municipality kunnan koodi.', sv: 'Vem som söker ersättning. county är välfärdsområdets eller municipality kommunens kod.', en: 'Who claims. county is the code of the wellbeing services county, municipality that of a municipality.' },
  languageComment: { fi: 'Hakemuspaketin kieli: fi, sv tai en.', sv: 'Ansökningspaketets språk: fi, sv eller en.', en: 'Language of the claim packet: fi, sv or en.' },
  inputsComment: { fi: 'Palvelulokin tiedostot; * tarkoittaa mitä tahansa nimen osaa.', sv: 'Serviceloggens filer; * står för en godtycklig del av namnet.', en: 'Files of the service log; * stands for any part of a name.' },
  registerComment: { fi: 'Rekisteri siitä, mitä on jo haettu.', sv: 'Registret över det som redan har sökts.', en: 'The register of what has been claimed.' },
} as const
