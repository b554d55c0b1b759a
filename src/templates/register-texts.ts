import type { Localized } from '../model/language.js'

/** Words of the commands that move a register. */
export const registerTexts = {
  exported: {
    fi: 'Rekisteri {path} on kirjoitettu: {lines} riviä. Tiedosto on salassa pidettävä, ja avain keys/register.key kuuluu sen mukaan.',
    sv: 'Registret {path} har skrivits ut: {lines} rader. Filen är sekretessbelagd, och nyckeln keys/register.key hör till den.',
    en: 'The register {path} is written out: {lines} lines. Keep the file secret; the key keys/register.key belongs to it.',
  },
  imported: {
    fi: 'Rekisterissä {path} on nyt {claims} hakemusta ja {events} tapahtumaa; päiväkirja pitää. Viimeinen tiiviste: {head}',
    sv: 'Registret {path} har nu {claims} ansökningar och {events} händelser; journalen håller. Den sista kontrollsumman: {head}',
    en: 'The register {path} now has {claims} claims and {events} events; the journal holds. Last hash: {head}',
  },
} as const satisfies Record<string, Localized>
