import type { Language, Localized } from '../model/language.js'

const text = (fi: string, sv: string, en: string): Localized => ({ fi, sv, en })

/** Words of `--help` around what commands and options say of themselves. */
export const helpTexts = {
  usage: text('Käyttö:', 'Användning:', 'Usage:'),
  arguments: text('Mitä annetaan:', 'Argument:', 'Arguments:'),
  options: text('Valitsimet:', 'Flaggor:', 'Options:'),
  commands: text('Komennot:', 'Kommandon:', 'Commands:'),
  examples: text('Esimerkkejä:', 'Exempel:', 'Examples:'),
  optionsPlace: text('[valitsimet]', '[flaggor]', '[options]'),
  commandPlace: text('[komento]', '[kommando]', '[command]'),
  choices: text('jokin näistä: {values}', 'något av: {values}', 'one of: {values}'),
  default: text('oletus {value}', 'förval {value}', 'default {value}'),
  help: text('näyttää ohjeen', 'visar hjälpen', 'shows this help'),
  helpCommand: text('näyttää komennon ohjeen', 'visar hjälpen för ett kommando', 'shows the help of a command'),
  exitCodes: text('Paluukoodit:', 'Returkoder:', 'Exit codes:'),
  common: text(
    'Kaikkien komentojen yhteiset valitsimet, kuten --lang, --workspace ja --as-of: korvaus --help.',
    'Flaggor som alla kommandon har, som --lang, --workspace och --as-of: korvaus --help.',
    'Options that every command has, such as --lang, --workspace and --as-of: korvaus --help.',
  ),
} as const

/** What stands between < > or [ ] for something that the person gives. */
export const placeholderTexts: Readonly<Record<string, Localized>> = {
  folder: text('kansio', 'mapp', 'folder'),
  language: text('kieli', 'språk', 'language'),
  format: text('muoto', 'format', 'format'),
  date: text('päivä', 'dag', 'date'),
  version: text('versio', 'version', 'version'),
  file: text('tiedosto', 'fil', 'file'),
  recipient: text('vastaanottaja', 'mottagare', 'recipient'),
  files: text('tiedostot', 'filer', 'files'),
  level: text('taso', 'nivå', 'level'),
  kind: text('laji', 'slag', 'kind'),
  name: text('nimi', 'namn', 'name'),
  id: text('tunnus', 'kod', 'id'),
  code: text('koodi', 'kod', 'code'),
  iban: text('iban', 'iban', 'iban'),
  address: text('osoite', 'adress', 'address'),
  number: text('numero', 'nummer', 'number'),
  'heading=key': text('otsikko=tieto', 'rubrik=uppgift', 'heading=key'),
  'key=value': text('tieto=arvo', 'uppgift=värde', 'key=value'),
  'key:word=code': text('tieto:sana=koodi', 'uppgift:ord=kod', 'key:word=code'),
  'key:id=id': text('tieto:tunnus=tunnus', 'uppgift:kod=kod', 'key:id=id'),
  'column+column': text('sarake+sarake', 'kolumn+kolumn', 'column+column'),
  'sheet=row': text('taulukko=rivi', 'blad=rad', 'sheet=row'),
  period: text('jakso', 'period', 'period'),
  rule: text('sääntö', 'regel', 'rule'),
  answer: text('vastaus', 'svar', 'answer'),
  text: text('teksti', 'text', 'text'),
  seconds: text('sekunnit', 'sekunder', 'seconds'),
  days: text('päivät', 'dagar', 'days'),
  workbook: text('työkirja', 'arbetsbok', 'workbook'),
  percent: text('prosentti', 'procent', 'percent'),
  part: text('osa', 'del', 'part'),
  euros: text('eurot', 'euro', 'euros'),
  reference: text('viite', 'referens', 'reference'),
  'name=table': text('nimi=taulukko', 'namn=blad', 'name=table'),
  state: text('tila', 'läge', 'state'),
  hash: text('tiiviste', 'kontrollsumma', 'hash'),
  packet: text('paketti', 'paket', 'packet'),
  claim: text('hakemus', 'ansökan', 'claim'),
  compensation: text('korvaus', 'ersättning', 'compensation'),
  book: text('sääntökirja', 'regelbok', 'book'),
  from: text('mistä', 'från', 'from'),
  to: text('mihin', 'till', 'to'),
  logs: text('palvelulokit', 'serviceloggar', 'logs'),
  form: text('muoto', 'form', 'form'),
  which: text('mitkä', 'vilka', 'which'),
  workspace: text('työtila', 'arbetsyta', 'workspace'),
  workspaces: text('työtilat', 'arbetsytor', 'workspaces'),
  shell: text('komentotulkki', 'skal', 'shell'),
  command: text('komento', 'kommando', 'command'),
}

/** What was wrong with a command line: `{what}` as it was typed or is named, `{command}` where the help on it stands. */
export const usageTexts = {
  unknownOption: text('Valitsinta {what} ei ole.', 'Flaggan {what} finns inte.', 'There is no option {what}.'),
  unknownCommand: text('Komentoa {what} ei ole.', 'Kommandot {what} finns inte.', 'There is no command {what}.'),
  missingArgument: text('Komennosta puuttuu {what}.', 'Kommandot saknar {what}.', 'The command lacks {what}.'),
  optionMissingArgument: text('Valitsimen {what} arvo puuttuu.', 'Flaggan {what} saknar värde.', 'The option {what} lacks its value.'),
  missingMandatoryOptionValue: text('Valitsin {what} puuttuu.', 'Flaggan {what} saknas.', 'The option {what} is missing.'),
  excessArguments: text('Komennossa on liikaa sanoja. Kirjoita välilyöntejä sisältävä nimi lainausmerkkeihin.', 'Kommandot har för många ord. Skriv namn med mellanslag inom citattecken.', 'The command has too many words. Put a name with spaces into quotation marks.'),
  invalidArgument: text('Arvo {value} ei kelpaa: {what}.', 'Värdet {value} duger inte: {what}.', 'The value {value} will not do: {what}.'),
  other: text('Komentoa ei voi tulkita.', 'Kommandot kan inte tolkas.', 'The command line cannot be understood.'),
  meant: text('Tarkoititko: {words}?', 'Menade du: {words}?', 'Did you mean: {words}?'),
  choices: text('Valitse jokin näistä: {values}.', 'Välj något av: {values}.', 'Choose one of: {values}.'),
  seeHelp: text('Ohje: {command} --help.', 'Hjälp: {command} --help.', 'Help: {command} --help.'),
} as const

/** Placeholders such as `<file>` in the words of a language. */
export function placeholdersIn(language: Language, flags: string): string {
  return flags.replace(/([<[])([^<>[\].]+)((?:\.\.\.|…)?[>\]])/g, (whole, open: string, name: string, end: string) => (placeholderTexts[name] === undefined ? whole : `${open}${placeholderTexts[name][language]}${end}`))
}
