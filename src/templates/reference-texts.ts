import type { ColumnType } from '../model/columns.js'
import type { exitCodes } from '../model/errors.js'
import type { Localized } from '../model/language.js'

const text = (fi: string, sv: string, en: string): Localized => ({ fi, sv, en })

/** What each exit code says. */
export const exitCodeTexts: Record<keyof typeof exitCodes, Localized> = {
  done: text('Mikään ei kaipaa ihmistä.', 'Inget kräver en människa.', 'Nothing needs a person.'),
  attention: text('Jokin kaipaa: eriä on hylätty, harkittavana tai jätetty pois.', 'Något gör det: poster är avvisade, ska prövas eller är utelämnade.', 'Something does: items are rejected, in review or left out.'),
  usage: text('Väärä käyttö tai asetus.', 'Fel användning eller inställning.', 'Wrong usage or configuration.'),
  input: text('Syötettä ei voi lukea.', 'Indata kan inte läsas.', 'An input cannot be read.'),
  packet: text('Hakemuspakettia ei voi todentaa.', 'Ansökningspaketet kan inte verifieras.', 'A packet does not verify.'),
  register: text('Rekisteri tai työtila on varattu tai ristiriidassa.', 'Registret eller arbetsytan är upptagen eller i konflikt.', 'The register or the workspace is busy, or in conflict.'),
  internal: text('Ohjelman oma virhe.', 'Ett fel i programmet självt.', 'A fault of the program itself.'),
  interrupted: text('Pysäytetty signaalilla SIGINT (Ctrl-C): kesken ollut on viety loppuun tai peruttu, lukot on vapautettu.', 'Stoppad av SIGINT (Ctrl-C): det pågående är slutfört eller återtaget, låsen är släppta.', 'Stopped by SIGINT (Ctrl-C): what was under way is finished or undone, locks are released.'),
  terminated: text('Pysäytetty signaalilla SIGTERM: samoin.', 'Stoppad av SIGTERM: likaså.', 'Stopped by SIGTERM: the same.'),
}

/** What a column holds; the page of columns has the names in three languages and is itself in English. */
export const typeTexts: Record<ColumnType, string> = {
  text: 'text',
  date: 'a day: a date cell, `2026-03-01` or `1.3.2026`',
  money: 'euros in whole cents: a number cell, `1 234,50` or `1234.50`',
  number: 'a number',
  'yes-no': 'kyllä/ei, ja/nej, yes/no, 1/0, TRUE/FALSE',
  choice: 'one of',
  choices: 'some of, with commas between',
}

/** Words of the pages about commands and exit codes, and of the manual page. */
export const referenceTexts = {
  commands: text('Komennot', 'Kommandon', 'Commands'),
  common: text('Kaikki komennot ymmärtävät nämä valitsimet; muut ovat komentojensa alla.', 'Alla kommandon förstår dessa flaggor; de övriga står under sina kommandon.', 'Every command understands these options; the others stand under their commands.'),
  option: text('valitsin', 'flagga', 'option'),
  meaning: text('merkitys', 'betydelse', 'meaning'),
  exitCodes: text('Paluukoodit', 'Returkoder', 'Exit codes'),
  code: text('koodi', 'kod', 'code'),
  made: text('Tehty koodista komennolla `node scripts/make-reference.js`; testi huomaa vanhentuneen.', 'Gjord av koden med `node scripts/make-reference.js`; ett test märker en föråldrad.', 'Made from the code by `node scripts/make-reference.js`; a test fails when it is stale.'),
  name: text('NIMI', 'NAMN', 'NAME'),
  synopsis: text('KÄYTTÖ', 'ANVÄNDNING', 'SYNOPSIS'),
  manCommands: text('KOMENNOT', 'KOMMANDON', 'COMMANDS'),
  manOptions: text('YHTEISET VALITSIMET', 'GEMENSAMMA FLAGGOR', 'OPTIONS'),
  manExit: text('PALUUKOODIT', 'RETURKODER', 'EXIT STATUS'),
  manEnvironment: text('YMPÄRISTÖ', 'MILJÖ', 'ENVIRONMENT'),
  manExamples: text('ESIMERKKEJÄ', 'EXEMPEL', 'EXAMPLES'),
  noColor: text('Ei värejä, kun muuttujalla on arvo.', 'Inga färger när variabeln har ett värde.', 'No colours when it has a value.'),
  locale: text('Ohjelman kieli päätteellä, kun työtila ei sitä kerro eikä --lang sitä valitse. Muualla kieli on silloin englanti.', 'Programmets språk i terminalen när arbetsytan inte anger det och --lang inte väljer det. På annat håll är språket då engelska.', 'The language of the program on a terminal where no workspace says it and --lang does not choose it. Elsewhere it is then English.'),
  browser: text('Ohjelma, jolla --open näyttää sivun.', 'Programmet som --open visar sidan med.', 'The program with which --open shows a page.'),
} as const
