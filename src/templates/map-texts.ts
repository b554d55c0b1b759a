import type { Localized } from '../model/language.js'

const text = (fi: string, sv: string, en: string): Localized => ({ fi, sv, en })

/** Words of the command that asks again what columns, words and forms mean. */
export const mapTexts = {
  nothingOpen: text('Kaikki sanat ja tunnukset ymmärretään.', 'Alla ord och koder förstås.', 'All words and IDs are understood.'),
  openHead: text('Avoinna:', 'Öppet:', 'Open:'),
  menu: text('Mihin vastataan?', 'Vilken fråga besvaras?', 'Which question?'),
  write: text('Valmis: kirjoita vastaukset', 'Klar: skriv svaren', 'Done: write the answers'),
  leave: text('Lopeta kirjoittamatta', 'Avsluta utan att skriva', 'Leave without writing'),
  later: text('En tiedä vielä', 'Jag vet inte ännu', 'I do not know yet'),
  back: text('← Takaisin', '← Tillbaka', '← Back'),
  valueQuestion: text('{column}: mitä tarkoittaa ”{word}”?', '{column}: vad betyder ”{word}”?', '{column}: what does “{word}” mean?'),
  sameQuestion: text('{column}: onko {word} sama kuin {likely} ({why})?', '{column}: är {word} detsamma som {likely} ({why})?', '{column}: is {word} the same as {likely} ({why})?'),
  sameYes: text('Kyllä, sama', 'Ja, densamma', 'Yes, the same'),
  openLine: text('{column}: {word} ({rows}) → {answer}', '{column}: {word} ({rows}) → {answer}', '{column}: {word} ({rows}) → {answer}'),
  saidLine: text('Sanottu: {column}: {word} → {answer}', 'Sagt: {column}: {word} → {answer}', 'Said: {column}: {word} → {answer}'),
  newFile: text('Uusi tiedosto: {file}', 'Ny fil: {file}', 'New file: {file}'),
  written: text('Vastaukset ovat tiedostossa {path}.', 'Svaren finns i filen {path}.', 'The answers are in {path}.'),
  configWritten: text('Tiedosto {file} luetaan tästä lähtien: korvaus.yaml.', 'Filen {file} läses från och med nu: korvaus.yaml.', '{file} is read from now on: korvaus.yaml.'),
  unread: text('Palvelulokia ei voi vielä lukea, joten kysytään vain tiedostoista:', 'Serviceloggen kan inte läsas ännu, så bara filerna frågas:', 'The service log cannot be read yet, so only files are asked about:'),
} as const
