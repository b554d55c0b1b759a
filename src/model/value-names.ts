import type { Localized } from './language.js'
import type {
  AdmissionGround, Category, ClaimantKind, CostBasis, DecisionResult, Effect, Outcome, ProviderKind, StatementResult, Unit,
} from './values.js'

/** How the enumerated values are called; the reader understands all three, the outputs show one. */
export const categoryNames: Record<Category, Localized> = {
  HEALTH: { fi: 'Terveydenhuolto', sv: 'Hälso- och sjukvård', en: 'Health care' },
  SOCIAL: { fi: 'Sosiaalihuolto', sv: 'Socialvård', en: 'Social welfare' },
  INTERPRETING: { fi: 'Tulkkaus', sv: 'Tolkning', en: 'Interpreting' },
  TRANSLATION: { fi: 'Kääntäminen', sv: 'Översättning', en: 'Translation' },
  SAFETY: { fi: 'Turvallisuus', sv: 'Säkerhet', en: 'Safety' },
  HOUSING: { fi: 'Turvallinen majoitus', sv: 'Trygg inkvartering', en: 'Safe accommodation' },
  LEGAL: { fi: 'Oikeudellinen neuvonta', sv: 'Juridisk rådgivning', en: 'Legal advice' },
  CASH: { fi: 'Toimeentulotuki', sv: 'Utkomststöd', en: 'Social assistance' },
  RETURN: { fi: 'Paluun tuki', sv: 'Stöd för återvändande', en: 'Return support' },
  OTHER: { fi: 'Muu', sv: 'Övrigt', en: 'Other' },
}

export const providerKindNames: Record<ProviderKind, Localized> = {
  own: { fi: 'Oma työ', sv: 'Eget arbete', en: 'Own work' },
  municipal: { fi: 'Kunnan yksikkö', sv: 'Kommunal enhet', en: 'Municipal unit' },
  authority: { fi: 'Muu viranomainen', sv: 'Annan myndighet', en: 'Other authority' },
  ngo: { fi: 'Järjestö', sv: 'Organisation', en: 'Non-governmental organisation' },
  religious: { fi: 'Uskonnollinen yhteisö', sv: 'Religiöst samfund', en: 'Religious organisation' },
  company: { fi: 'Yritys', sv: 'Företag', en: 'Company' },
}

export const unitNames: Record<Unit, Localized> = {
  h: { fi: 'h', sv: 'h', en: 'h' },
  day: { fi: 'vrk', sv: 'dygn', en: 'day' },
  visit: { fi: 'käynti', sv: 'besök', en: 'visit' },
  km: { fi: 'km', sv: 'km', en: 'km' },
  piece: { fi: 'kpl', sv: 'st', en: 'piece' },
}

export const costBasisNames: Record<CostBasis, Localized> = {
  actual: { fi: 'Toteutunut', sv: 'Faktisk', en: 'Actual' },
  estimate: { fi: 'Arvio', sv: 'Uppskattning', en: 'Estimate' },
  accrual: { fi: 'Jaksotus', sv: 'Periodisering', en: 'Accrual' },
}

export const admissionGroundNames: Record<AdmissionGround, Localized> = {
  victim: { fi: 'Ihmiskaupan uhri', sv: 'Offer för människohandel', en: 'Victim' },
  investigation: { fi: 'Rikoksen selvittäminen', sv: 'Utredning av brott', en: 'Investigation' },
  child: { fi: 'Uhrin lapsi', sv: 'Offrets barn', en: 'Child' },
}

export const statementResultNames: Record<StatementResult, Localized> = {
  supports: { fi: 'Puoltaa', sv: 'Tillstyrker', en: 'Supports' },
  partly: { fi: 'Osittain', sv: 'Delvis', en: 'Partly' },
  no: { fi: 'Ei puolla', sv: 'Avstyrker', en: 'No' },
}

export const decisionResultNames: Record<DecisionResult, Localized> = {
  granted: { fi: 'Myönnetty', sv: 'Beviljat', en: 'Granted' },
  partly: { fi: 'Osittain', sv: 'Delvis', en: 'Partly' },
  denied: { fi: 'Hylätty', sv: 'Avslag', en: 'Denied' },
}

export const claimantKindNames: Record<ClaimantKind, Localized> = {
  municipality: { fi: 'kunta', sv: 'kommun', en: 'municipality' },
  'wellbeing-services-county': { fi: 'hyvinvointialue', sv: 'välfärdsområde', en: 'wellbeing services county' },
  'city-of-helsinki': { fi: 'Helsingin kaupunki', sv: 'Helsingfors stad', en: 'City of Helsinki' },
  'aland-municipality': { fi: 'Ahvenanmaan kunta', sv: 'åländsk kommun', en: 'Åland municipality' },
  'aland-health-authority': {
    fi: 'Ahvenanmaan maakunnan terveys- ja sairaanhoitoviranomainen',
    sv: 'hälso- och sjukvårdsmyndigheten i landskapet Åland',
    en: 'Åland Health and Medical Care Authority',
  },
  hus: { fi: 'HUS-yhtymä', sv: 'HUS-sammanslutningen', en: 'HUS Group' },
}

export const outcomeNames: Record<Outcome, Localized> = {
  claimable: { fi: 'haettavissa', sv: 'kan sökas', en: 'claimable' },
  review: { fi: 'harkittava', sv: 'ska prövas', en: 'in review' },
  rejected: { fi: 'hylätty', sv: 'avvisad', en: 'rejected' },
}

export const effectNames: Record<Effect, Localized> = {
  reject: { fi: 'este', sv: 'hinder', en: 'reject' },
  review: { fi: 'harkittava', sv: 'ska prövas', en: 'review' },
  note: { fi: 'huomautus', sv: 'anmärkning', en: 'note' },
}
