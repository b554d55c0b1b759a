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
  disk: text('Levy on täynnä tai viallinen: vapauta tilaa ja yritä uudelleen.', 'Skivan är full eller felaktig: frigör utrymme och försök igen.', 'The disk is full or failing: free some space and try again.'),
  internal: text('Ohjelman oma virhe.', 'Ett fel i programmet självt.', 'A fault of the program itself.'),
  interrupted: text('Pysäytetty signaalilla SIGINT (Ctrl-C): kesken ollut on viety loppuun tai peruttu, lukot on vapautettu.', 'Stoppad av SIGINT (Ctrl-C): det pågående är slutfört eller återtaget, låsen är släppta.', 'Stopped by SIGINT (Ctrl-C): what was under way is finished or undone, locks are released.'),
  hungUp: text('Pysäytetty signaalilla SIGHUP, kun pääte tai yhteys katkesi: samoin.', 'Stoppad av SIGHUP, då terminalen eller förbindelsen bröts: likaså.', 'Stopped by SIGHUP, as when a terminal or a connection is gone: the same.'),
  terminated: text('Pysäytetty signaalilla SIGTERM: samoin.', 'Stoppad av SIGTERM: likaså.', 'Stopped by SIGTERM: the same.'),
}

/** What a column holds. */
export const typeTexts: Record<ColumnType, Localized> = {
  text: text('teksti', 'text', 'text'),
  date: text('päivä: päiväyssolu, `2026-03-01` tai `1.3.2026`', 'en dag: en datumcell, `2026-03-01` eller `1.3.2026`', 'a day: a date cell, `2026-03-01` or `1.3.2026`'),
  money: text('eurot täysin sentein: lukusolu, `1 234,50` tai `1234.50`', 'euro i hela cent: en talcell, `1 234,50` eller `1234.50`', 'euros in whole cents: a number cell, `1 234,50` or `1234.50`'),
  number: text('luku', 'ett tal', 'a number'),
  'yes-no': text('kyllä/ei, ja/nej, yes/no, 1/0, TRUE/FALSE', 'ja/nej, kyllä/ei, yes/no, 1/0, TRUE/FALSE', 'yes/no, kyllä/ei, ja/nej, 1/0, TRUE/FALSE'),
  choice: text('jokin näistä', 'något av dessa', 'one of'),
  choices: text('yksi tai useampi näistä pilkuin erotettuna', 'ett eller flera av dessa, åtskilda med kommatecken', 'some of, with commas between'),
}

/** Words of the reference pages and of the manual page. */
export const referenceTexts = {
  commands: text('Komennot', 'Kommandon', 'Commands'),
  common: text('Kaikki komennot ymmärtävät nämä valitsimet; muut ovat komentojensa alla.', 'Alla kommandon förstår dessa flaggor; de övriga står under sina kommandon.', 'Every command understands these options; the others stand under their commands.'),
  option: text('valitsin', 'flagga', 'option'),
  meaning: text('merkitys', 'betydelse', 'meaning'),
  exitCodes: text('Paluukoodit', 'Returkoder', 'Exit codes'),
  code: text('koodi', 'kod', 'code'),
  made: text('Tehty koodista komennolla `node scripts/make-reference.js`; testi huomaa vanhentuneen.', 'Gjord av koden med `node scripts/make-reference.js`; ett test märker en föråldrad.', 'Made from the code by `node scripts/make-reference.js`; a test fails when it is stale.'),
  columns: text('Palvelulokin sarakkeet', 'Serviceloggens kolumner', 'Columns of a service log'),
  columnsIntro: text(
    'Otsikot tunnetaan kolmella kielellä, missä tahansa järjestyksessä, suurin tai pienin kirjaimin ja välilyönnein tai ilman. Luettelojen arvot tunnetaan koodista ja kunkin kielen nimestä.',
    'Rubrikerna är kända på tre språk, i vilken ordning som helst, med stora eller små bokstäver och med eller utan mellanslag. Listornas värden är kända genom sin kod och sitt namn på varje språk.',
    'Headings are recognised in the three languages, in any order, with or without capitals and spaces. Values of lists are understood by their code and by their name in each language.',
  ),
  sheetNames: text('Taulukon nimet: {names}.', 'Bladets namn: {names}.', 'Sheet names: {names}.'),
  key: text('avain', 'nyckel', 'key'),
  namesFi: text('suomeksi', 'på finska', 'in Finnish'),
  namesSv: text('ruotsiksi', 'på svenska', 'in Swedish'),
  namesEn: text('englanniksi', 'på engelska', 'in English'),
  holds: text('mitä siinä on', 'vad den innehåller', 'what it holds'),
  required: text('pakollinen', 'obligatorisk', 'required'),
  yes: text('kyllä', 'ja', 'yes'),
  rules: text('Säännöt', 'Regler', 'Rules'),
  rulesIntro: text(
    'Sääntökirja {version}. `korvaus explain <sääntö>` näyttää säännön arvoineen, lähteineen ja esimerkkeineen.',
    'Regelbok {version}. `korvaus explain <regel>` visar en regel med dess värden, källor och exempel.',
    'Rule book {version}. `korvaus explain <RULE>` shows a rule with its values, sources and examples.',
  ),
  rule: text('sääntö', 'regel', 'rule'),
  effect: text('vaikutus', 'verkan', 'effect'),
  serviceDays: text('palvelupäivät', 'servicedagar', 'service days'),
  sources: text('lähteet', 'källor', 'sources'),
  sinceBook: text('kirjasta', 'från bok', 'since book'),
  changedIn: text('muutokset', 'ändringar', 'changes'),
  changedWords: text('sanamuoto tai lähde.', 'ordalydelse eller källa.', 'wording or source.'),
  lawBorders: text('Lain rajapäivät', 'Lagens gränsdagar', 'Border days of the law'),
  lawBordersIntro: text(
    'Päivät, joina jokin muuttuu sääntökirjan {version} mukaan: tilanne edellisenä päivänä ja päivästä alkaen. Viiva: ei ollut tai ei ole.',
    'De dagar då något ändras enligt regelbok {version}: läget dagen före och från och med dagen. Streck: fanns inte eller finns inte.',
    'The days on which something changes by rule book {version}: as it is on the day before and from the day on. A dash: there was or is none.',
  ),
  day: text('päivä', 'dag', 'day'),
  what: text('mikä muuttuu', 'vad som ändras', 'what changes'),
  dayBefore: text('edellisenä päivänä', 'dagen före', 'the day before'),
  fromDay: text('päivästä alkaen', 'från och med dagen', 'from the day on'),
  name: text('NIMI', 'NAMN', 'NAME'),
  synopsis: text('KÄYTTÖ', 'ANVÄNDNING', 'SYNOPSIS'),
  manCommands: text('KOMENNOT', 'KOMMANDON', 'COMMANDS'),
  manOptions: text('YHTEISET VALITSIMET', 'GEMENSAMMA FLAGGOR', 'OPTIONS'),
  manExit: text('PALUUKOODIT', 'RETURKODER', 'EXIT STATUS'),
  manEnvironment: text('YMPÄRISTÖ', 'MILJÖ', 'ENVIRONMENT'),
  manExamples: text('ESIMERKKEJÄ', 'EXEMPEL', 'EXAMPLES'),
  environment: text('Sama kuin --workspace, --lang ja --format, kun komento ei niitä sano.', 'Detsamma som --workspace, --lang och --format när kommandot inte anger dem.', 'The same as --workspace, --lang and --format where the command does not say them.'),
  noColor: text('Ei värejä, kun muuttujalla on arvo.', 'Inga färger när variabeln har ett värde.', 'No colours when it has a value.'),
  locale: text('Ohjelman kieli päätteellä, kun työtila ei sitä kerro eikä --lang sitä valitse. Muualla kieli on silloin englanti.', 'Programmets språk i terminalen när arbetsytan inte anger det och --lang inte väljer det. På annat håll är språket då engelska.', 'The language of the program on a terminal where no workspace says it and --lang does not choose it. Elsewhere it is then English.'),
  browser: text('Ohjelma, jolla --open näyttää sivun.', 'Programmet som --open visar sidan med.', 'The program with which --open shows a page.'),
} as const
