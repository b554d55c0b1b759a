/** Words of the command that hands a workspace over. */
export const handoverTexts = {
  states: {
    there: { fi: '[mukaan]', sv: '[med]', en: '[take]' },
    missing: { fi: '[puuttuu]', sv: '[saknas]', en: '[missing]' },
    'not-yet': { fi: '[ei vielä ole]', sv: '[finns inte än]', en: '[not made yet]' },
    elsewhere: { fi: '[muualla]', sv: '[på annat håll]', en: '[elsewhere]' },
  },
  parts: {
    configuration: { fi: 'Asetukset', sv: 'Inställningar', en: 'Configuration' },
    inputs: { fi: 'Syöte, vastaavuudet, hinnat tai allekirjoitusavain', sv: 'Indata, motsvarigheter, priser eller signeringsnyckel', en: 'Input, mapping, rates or signing key' },
    reviews: { fi: 'Harkintaratkaisut', sv: 'Prövningar', en: 'Reviews' },
    register: { fi: 'Rekisteri', sv: 'Register', en: 'Register' },
    key: { fi: 'Rekisterin avain (salainen)', sv: 'Registrets nyckel (hemlig)', en: 'Key of the register (secret)' },
    publicKeys: { fi: 'Julkinen avain', sv: 'Offentlig nyckel', en: 'Public key' },
    packets: { fi: 'Hakemuspaketti', sv: 'Ansökningspaket', en: 'Claim packet' },
  },
  archived: {
    fi: 'Sinetöity arkisto {path} on kirjoitettu: {count} tiedostoa. Sen avaa vain se, jolla on vastaanottajan avain: korvaus handover --open {path} --identity AVAIN.',
    sv: 'Det förseglade arkivet {path} har skrivits: {count} filer. Det öppnas bara av den som har mottagarens nyckel: korvaus handover --open {path} --identity NYCKEL.',
    en: 'The sealed archive {path} is written: {count} files. Only who holds the recipient’s key opens it: korvaus handover --open {path} --identity KEY.',
  },
  opened: {
    fi: 'Työtila on koottu kansioon {path}: {count} tiedostoa, ja rekisteri todentuu. Tarkista se: korvaus doctor.',
    sv: 'Arbetsytan har ställts upp i mappen {path}: {count} filer, och registret håller. Kontrollera den: korvaus doctor.',
    en: 'The workspace is set up in {path}: {count} files, and the register proves itself. Look it over: korvaus doctor.',
  },
} as const
