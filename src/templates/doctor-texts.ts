/** Words of the command that looks over a workspace. */
export const doctorTexts = {
  ok: { fi: '[kunnossa]', sv: '[i ordning]', en: '[in order]' },
  mend: { fi: '[korjaa]', sv: '[åtgärda]', en: '[mend]' },
  none: { fi: 'ei käytössä', sv: 'används inte', en: 'not in use' },
  notYet: { fi: 'tehdään ensimmäisen hakemuksen yhteydessä', sv: 'skapas med den första ansökan', en: 'is made with the first claim' },
  parts: {
    ruleBook: { fi: 'Sääntökirja', sv: 'Regelbok', en: 'Rule book' },
    configuration: { fi: 'Asetukset', sv: 'Inställningar', en: 'Configuration' },
    inputs: { fi: 'Palveluloki, eriä', sv: 'Servicelogg, poster', en: 'Service log, items' },
    rates: { fi: 'Oman työn hinnat', sv: 'Priser för eget arbete', en: 'Rates of own work' },
    reviews: { fi: 'Harkintaratkaisuja', sv: 'Prövningar', en: 'Reviews recorded' },
    signing: { fi: 'Allekirjoitusavain', sv: 'Signeringsnyckel', en: 'Signing key' },
    seal: { fi: 'Henkilöliitteen vastaanottajia', sv: 'Personbilagans mottagare', en: 'Recipients of the identity annex' },
    register: { fi: 'Rekisteri', sv: 'Register', en: 'Register' },
    clock: { fi: 'Kello', sv: 'Klocka', en: 'Clock' },
    space: { fi: 'Levytilaa vapaana', sv: 'Ledigt skivutrymme', en: 'Free disk space' },
    folder: { fi: 'Työtilan kansio', sv: 'Arbetsytans mapp', en: 'Folder of the workspace' },
  },
} as const
