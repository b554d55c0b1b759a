import type { SourceText } from '../source-findings.js'

/** What the reader says of the forms of dates and numbers, and of files. */
export const formTexts: Readonly<Record<string, SourceText>> = {
  'SRC-074': {
    title: { fi: 'Sarakkeen oma muoto ratkaisi', sv: 'Kolumnens egen form avgjorde', en: "The column's own form decided" },
    message: {
      fi: 'Sarakkeessa ”{column}” luettiin muoto {form}, koska koko sarake osoittaa sen: {proof}.',
      sv: 'I kolumnen ”{column}” lästes formen {form}, eftersom hela kolumnen visar den: {proof}.',
      en: 'In “{column}” the form {form} was read, as the whole column proves it: {proof}.',
    },
    remedy: {
      fi: 'Ei toimenpiteitä, jos muoto on oikea. Kirjaa se vastaavuustiedostoon, jotta se ei riipu päättelystä: {line}',
      sv: 'Inget behövs om formen är rätt. Skriv den i mappningsfilen, så att den inte beror på slutledning: {line}',
      en: 'Nothing to do if the form is right. Write it into the mapping, so that it rests on no inference: {line}',
    },
  },
  'SRC-077': {
    title: { fi: 'Taulukolla ei ole sisältöä', sv: 'Bladet saknar innehåll', en: 'A sheet without a part' },
    message: { fi: 'Työkirja luettelee taulukon, jota tiedostossa ei ole; muut taulukot luettiin.', sv: 'Arbetsboken nämner ett blad som inte finns i filen; de andra bladen lästes.', en: 'The workbook lists a sheet that is not in the file; the others were read.' },
    remedy: { fi: 'Jos taulukossa on kustannuksia, avaa ja tallenna työkirja uudelleen. Makro- ja valintaikkunataulukko ei haittaa.', sv: 'Om bladet innehåller kostnader, öppna och spara arbetsboken på nytt. Makro- och dialogblad gör ingenting.', en: 'If the sheet holds costs, open and save the workbook again. A macro or dialog sheet does no harm.' },
  },
  'SRC-078': {
    title: { fi: 'Merkistö pääteltiin', sv: 'Teckenkodningen slöts', en: 'The code page was recognised' },
    message: { fi: 'Tiedosto luettiin merkistönä {form}, koska sen sanat ovat silloin luettavia.', sv: 'Filen lästes med teckenkodningen {form}, eftersom orden då går att läsa.', en: 'The file was read as {form}, as its words can be read then.' },
    remedy: { fi: 'Ei toimenpiteitä, jos ääkköset ovat oikein. Merkistön voi kertoa vastaavuustiedostossa: {line}', sv: 'Inget behövs om å, ä och ö är rätt. Teckenkodningen kan anges i mappningsfilen: {line}', en: 'Nothing to do if the letters are right. The mapping can name it: {line}' },
  },
  'SRC-081': {
    title: { fi: 'Päivän tilalla on aikaväli', sv: 'En period i stället för en dag', en: 'A range of days for one day' },
    message: { fi: 'Sarakkeessa ”{column}” on aikaväli ”{raw}”; siitä luettiin viimeinen päivä.', sv: 'I kolumnen ”{column}” står perioden ”{raw}”; dess sista dag lästes.', en: '“{column}” holds the range “{raw}”; its last day was read.' },
    remedy: { fi: 'Tarkista päivä tositteesta.', sv: 'Kontrollera dagen mot verifikatet.', en: 'Check the day against the voucher.' },
  },
}
