import type { Localized } from '../model/language.js'

const text = (fi: string, sv: string, en: string): Localized => ({ fi, sv, en })

/** Why an ID in a cell is nearly a listed one, by the code of the reader. */
export const nearnessTexts: Readonly<Record<string, Localized>> = {
  'zeros-missing': text('alusta puuttuu nolla', 'en nolla saknas i början', 'a zero is missing in front'),
  'zeros-added': text('alussa on ylimääräinen nolla', 'det finns en extra nolla i början', 'there is a zero too many in front'),
  spaces: text('välilyönti on eri kohdassa', 'ett mellanslag är på ett annat ställe', 'a space is in another place'),
  'letter-case': text('isot ja pienet kirjaimet eroavat', 'stora och små bokstäver skiljer sig', 'capital and small letters differ'),
  dash: text('viiva on toisenlainen', 'strecket är av ett annat slag', 'the dash is another one'),
  unseen: text('solussa on merkki, jota ei näe', 'cellen innehåller ett tecken som inte syns', 'there is a sign that cannot be seen'),
  several: text('solussa on useita numeroita', 'cellen innehåller flera nummer', 'the cell holds several numbers'),
}

/** Added to what is said of a cell that holds what nobody sees. */
export const unseenText = text('Solussa on merkkejä, joita ei näe: {signs}.', 'Cellen innehåller tecken som inte syns: {signs}.', 'The cell holds signs that cannot be seen: {signs}.')

/** The signs that cannot be seen by their usual names. */
export const unseenNames: Readonly<Record<string, Localized>> = {
  'U+00A0': text('sitova väli', 'hårt mellanslag', 'no-break space'),
  'U+00AD': text('tavuvihje', 'mjukt bindestreck', 'soft hyphen'),
  'U+200B': text('leveyksetön väli', 'nollbrett mellanslag', 'zero-width space'),
  'U+200C': text('leveyksetön erotin', 'nollbrett skiljetecken', 'zero-width non-joiner'),
  'U+200D': text('leveyksetön yhdistin', 'nollbrett sammanbindningstecken', 'zero-width joiner'),
  'U+200E': text('kirjoitussuunnan merkki', 'skrivriktningstecken', 'mark of direction'),
  'U+200F': text('kirjoitussuunnan merkki', 'skrivriktningstecken', 'mark of direction'),
  'U+202F': text('kapea sitova väli', 'smalt hårt mellanslag', 'narrow no-break space'),
  'U+2060': text('sanan yhdistin', 'ordsammanbindare', 'word joiner'),
  'U+FEFF': text('leveyksetön väli (tavujärjestysmerkki)', 'nollbrett mellanslag (byteordningsmärke)', 'zero-width space (byte-order mark)'),
}
