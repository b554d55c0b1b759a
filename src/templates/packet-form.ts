import type { Localized } from '../model/language.js'

/** Texts of the claim form (`claim.pdf`) alone. */
export const formTexts = {
  claimAndClaimant: { fi: 'Hakemus ja hakija', sv: 'Ansökan och sökande', en: 'Claim and claimant' },
  summary: { fi: 'Haettava korvaus eriteltynä', sv: 'Specifikation av ersättningen', en: 'The compensation in parts' },
  chartAlt: {
    fi: 'Pylväskaavio haettavasta korvauksesta kustannuslajeittain: {values}.',
    sv: 'Stapeldiagram över den sökta ersättningen enligt kostnadsslag: {values}.',
    en: 'Bar chart of the compensation claimed by category: {values}.',
  },
  assessed: { fi: 'Jakson kustannuserien arviointi', sv: 'Bedömning av periodens kostnadsposter', en: 'Assessment of the cost items of the period' },
  assessedText: {
    fi: 'Jokainen erä on arvioitu sen palvelupäivänä voimassa olleen lain mukaan. Arvioinnin perusteet ovat liitteessä assessment.json.',
    sv: 'Varje post har bedömts enligt den lag som gällde på servicedagen. Grunderna för bedömningen finns i bilagan assessment.json.',
    en: 'Each item has been assessed by the law in force on its service day. The grounds are in the attachment assessment.json.',
  },
  leftOutText: {
    fi: 'Erät syineen ovat kustannuserittelyn (cost-specification.xlsx) omalla taulukolla.',
    sv: 'Posterna med orsaker finns på ett eget blad i kostnadsspecifikationen (cost-specification.xlsx).',
    en: 'The items and their reasons are on a sheet of their own in cost-specification.xlsx.',
  },
  claimable: { fi: 'Haetaan', sv: 'Söks', en: 'Claimed' },
  rejected: { fi: 'Ei haeta', sv: 'Söks inte', en: 'Not claimed' },
  inReview: { fi: 'Odottaa harkintaa', sv: 'Väntar på prövning', en: 'Awaiting review' },
  reviewed: { fi: 'Harkintaratkaisu kirjattu', sv: 'Prövning antecknad', en: 'Review recorded' },
  reviewedText: {
    fi: '{count} haettavan erän harkintaratkaisu on liitteessä reviews.json ja kustannuserittelyssä.',
    sv: 'Prövningen av {count} poster som söks finns i bilagan reviews.json och i kostnadsspecifikationen.',
    en: 'The reviews of {count} claimed items are in the attachment reviews.json and in the cost specification.',
  },
  attestation: { fi: 'Vahvistukset', sv: 'Bekräftelser', en: 'Attestation' },
  attestFinance: { fi: 'Taloushallinto', sv: 'Ekonomiförvaltningen', en: 'Finance' },
  attestFinanceText: {
    fi: 'Vahvistan, että kustannukset perustuvat kirjanpitoon ja tositteisiin, että niistä on vähennetty saadut tulot ja ettei niihin haeta muuta korvausta.',
    sv: 'Jag bekräftar att kostnaderna grundar sig på bokföringen och verifikaten, att erhållna inkomster har dragits av och att annan ersättning inte söks för dem.',
    en: 'I confirm that the costs rest on the accounts and vouchers, that income received has been deducted and that no other compensation is claimed for them.',
  },
  attestProfessional: { fi: 'Vastuuhenkilö, palvelut', sv: 'Ansvarig person, tjänsterna', en: 'Responsible professional' },
  attestProfessionalText: {
    fi: 'Vahvistan, että palvelut on järjestetty asiakkaille sillä perusteella, jolla korvausta haetaan.',
    sv: 'Jag bekräftar att tjänsterna har ordnats för klienterna på den grund som ersättning söks för.',
    en: 'I confirm that the services were arranged for the clients on the ground on which compensation is claimed.',
  },
  placeAndDate: { fi: 'Paikka ja päivä', sv: 'Ort och datum', en: 'Place and date' },
  signature: { fi: 'Allekirjoitus', sv: 'Underskrift', en: 'Signature' },
  nameAndTitle: { fi: 'Nimenselvennys ja virka-asema', sv: 'Namnförtydligande och tjänsteställning', en: 'Name and position' },
  attachments: { fi: 'Liitteet', sv: 'Bilagor', en: 'Attachments' },
  attachmentsText: {
    fi: 'Tiivisteillä voi todeta, ettei liitteitä ole muutettu. claim.json on myös upotettu tähän asiakirjaan.',
    sv: 'Med kontrollsummorna kan man konstatera att bilagorna inte har ändrats. claim.json är också inbäddad i detta dokument.',
    en: 'The hashes show whether an attachment has been changed. claim.json is embedded in this document too.',
  },
  file: { fi: 'Tiedosto', sv: 'Fil', en: 'File' },
  content: { fi: 'Sisältö', sv: 'Innehåll', en: 'Content' },
  hash: { fi: 'Tiiviste (SHA-256)', sv: 'Kontrollsumma (SHA-256)', en: 'Hash (SHA-256)' },
  page: { fi: 'Sivu {page}/{pages}', sv: 'Sida {page}/{pages}', en: 'Page {page} of {pages}' },
  specification: { fi: 'Liite: kustannuserittely', sv: 'Bilaga: kostnadsspecifikation', en: 'Annex: cost specification' },
  decisionNumber: { fi: 'Päätös', sv: 'Beslut', en: 'Decision' },
  case: { fi: 'Asiakas', sv: 'Klient', en: 'Case' },
  authority: { fi: 'Viranomainen', sv: 'Myndighet', en: 'Authority' },
  decidedOn: { fi: 'Annettu', sv: 'Givet', en: 'Given' },
  result: { fi: 'Ratkaisu', sv: 'Avgörande', en: 'Result' },
  item: { fi: 'Erä', sv: 'Post', en: 'Item' },
  day: { fi: 'Palvelupäivä', sv: 'Servicedag', en: 'Service day' },
  voucher: { fi: 'Tosite', sv: 'Verifikat', en: 'Voucher' },
  embedded: {
    fi: 'Hakemuksen tiedot koneluettavina (JSON)',
    sv: 'Ansökans uppgifter i maskinläsbar form (JSON)',
    en: 'The claim as machine-readable data (JSON)',
  },
} as const satisfies Record<string, Localized>

/** What each attached file holds. */
export const fileDescriptions: Readonly<Record<string, Localized>> = {
  'cost-specification.xlsx': { fi: 'kustannuserittely', sv: 'kostnadsspecifikation', en: 'cost specification' },
  'report.html': { fi: 'hakemus katseltavana sivuna', sv: 'ansökan som en sida att läsa', en: 'the claim as a page to look at' },
  'claim.json': { fi: 'hakemuksen tiedot', sv: 'ansökans uppgifter', en: 'data of the claim' },
  'assessment.json': { fi: 'arviointi perusteineen', sv: 'bedömningen med grunder', en: 'assessment with its grounds' },
  'rule-book.json': { fi: 'sääntökirja, jolla arvioitiin', sv: 'regelboken som bedömningen följt', en: 'rule book that judged' },
  'reviews.json': { fi: 'harkintaratkaisut', sv: 'prövningarna', en: 'recorded reviews' },
  'persons.age': { fi: 'henkilöliite, salattu', sv: 'personbilaga, krypterad', en: 'identity annex, sealed' },
  'claim.pdf': { fi: 'korvaushakemus', sv: 'ersättningsansökan', en: 'compensation claim' },
}
