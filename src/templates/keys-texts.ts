import type { Localized } from '../model/language.js'

/** Words of the commands that make keys and open the identity annex. */
export const keysTexts = {
  askPassphrase: { fi: 'Avaimen tunnuslause', sv: 'Nyckelns lösenfras', en: 'Passphrase of the key' },
  askPassphraseAgain: { fi: 'Sama tunnuslause uudelleen', sv: 'Samma lösenfras på nytt', en: 'The same passphrase again' },
  signingMade: {
    fi: 'Yksityinen avain: {path} (vain sinun luettavissasi; varmuuskopioi se). Julkinen avain, jonka voi antaa kenelle tahansa: {public}; sen tunniste: {fingerprint}. Ota se käyttöön tiedostossa korvaus.yaml: signing.key: {path}',
    sv: 'Privat nyckel: {path} (läsbar bara för dig; ta en säkerhetskopia). Offentlig nyckel, som får ges till vem som helst: {public}; dess kännetecken: {fingerprint}. Ta den i bruk i korvaus.yaml: signing.key: {path}',
    en: 'Private key: {path} (readable by you alone; keep a copy safe). Public key, for anyone: {public}; its fingerprint: {fingerprint}. Put it to use in korvaus.yaml: signing.key: {path}',
  },
  openingMade: {
    fi: 'Avausavain: {path} (vain sinun luettavissasi). Vastaanottaja, jolle hakija salaa henkilöliitteen (myös tiedostossa {public}): {recipient}',
    sv: 'Öppningsnyckel: {path} (läsbar bara för dig). Mottagare, till vilken sökanden krypterar personbilagan (även i filen {public}): {recipient}',
    en: 'Opening key: {path} (readable by you alone). Recipient, to whom the claimant seals the identity annex (also in {public}): {recipient}',
  },
  opened: {
    fi: 'Henkilöliite on hakemuksen {claim} oma: sen avaimellinen tiiviste täsmää. Tiedot ovat salassa pidettäviä.',
    sv: 'Personbilagan hör till ansökan {claim}: den nycklade kontrollsumman stämmer. Uppgifterna är sekretessbelagda.',
    en: 'The identity annex belongs to claim {claim}: its keyed hash agrees. What it holds is secret.',
  },
} as const satisfies Record<string, Localized>
