/**
 * Stems by which the words of offices tell what a value means: a word of the value begins with the stem, or holds it
 * where the stem begins with `*`, or is the stem where it begins with `=`. A value that fits the stems of several codes is left to a person.
 */
export const valueStems: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  category: {
    HEALTH: ['terveyden', 'terveys', 'lääkäri', 'lääke', 'sairaan', 'sairaala', 'hoito', 'hammas', 'psyk', 'terap', '*terapia', 'hälso', 'sjuk', 'läkar', 'läkemedel', 'tandvård', 'health', 'medical', 'therap', 'doctor', 'hospital', 'medicine'],
    SOCIAL: ['sosiaali', 'perhetyö', 'tukihenkilö', 'lastensuojelu', 'socialvård', 'socialservice', 'socialarbet', 'stödperson', 'barnskydd', 'social work', 'social services'],
    INTERPRETING: ['tulk', '*tulkkaus', 'tolk', 'interpret'],
    TRANSLATION: ['kään', 'översätt', 'translat'],
    SAFETY: ['turvallisuus', 'vartiointi', 'turvajärjest', 'säkerhet', 'bevakning', 'vakt', 'security', 'safety'],
    HOUSING: ['majoitus', '*asumi', 'turvakoti', 'vuokra', 'inkvartering', 'boende', 'skyddshem', 'hyra', 'accommodation', 'housing', 'shelter', 'rent'],
    LEGAL: ['oikeudelli', 'oikeusapu', 'lakipalvel', 'asianajo', 'juridisk', 'rättshjälp', 'advokat', 'legal', 'lawyer'],
    CASH: ['toimeentulotu', 'utkomststöd', 'income support', 'social assistance'],
    RETURN: ['paluu', 'kotiinpaluu', 'återvänd', 'återresa', 'return'],
    OTHER: ['muu', 'muut', 'övrig', 'other'],
  },
  providerKind: {
    own: ['oma', 'omana', 'eget', 'egen', 'own', 'in house'],
    municipal: ['kuntayhtym', 'samkommun', 'kunta', 'kunnan', 'kaupung', 'kommun', 'municipal'],
    authority: ['viranom', 'valtio', 'myndighet', 'staten', 'authority', 'government'],
    ngo: ['=ry', '=rf', '=sr', '=rs', 'järjestö', 'yhdistys', 'säätiö', 'organisation', 'förening', 'stiftelse', 'ngo', 'association', 'foundation'],
    religious: ['seurakun', 'uskonnolli', 'församling', 'religiös', 'parish', 'church', 'religious'],
    company: ['=oy', '=oyj', '=ab', '=abp', '=ky', '=kb', '=tmi', '=fma', 'toiminimi', 'yritys', 'yrityk', 'yksityi', 'osakeyht', 'företag', 'bolag', 'privat', 'company', 'private'],
  },
  unit: {
    h: ['tunti', 'tuntia', 'tim', 'timme', 'timmar', 'hour', 'hours', 'hrs', 'hr'],
    day: ['vrk', 'päivä', 'pv', 'pvä', 'vuorok', 'dag', 'dygn', 'day'],
    visit: ['käynt', 'kerta', 'krt', 'besök', 'gång', 'visit'],
    km: ['km', 'kilometri', 'kilometer'],
    piece: ['kpl', 'kappale', 'st', 'styck', 'pcs', 'piece', 'ea'],
  },
  costBasis: { actual: ['toteu', 'faktisk', 'utfall', 'actual'], estimate: ['arvio', 'uppskatt', 'estimat'], accrual: ['jakso', 'perioder', 'accru'] },
  admissionGround: { victim: ['uhri', 'ihmiskaup', 'offer', 'victim'], investigation: ['rikoks', 'esitutkin', 'tutkin', 'utredning', 'förundersök', 'investig'], child: ['lapsi', 'barn', 'child'] },
  statementResult: { supports: ['puolta', 'tillstyrk', 'support'], no: ['ei puolla', 'avstyrk'], partly: ['osit', 'delvis', 'partl'] },
  result: { granted: ['myön', 'hyväks', 'beviljat', 'beviljas', 'grant', 'approv'], partly: ['osit', 'delvis', 'partl'], denied: ['hylä', 'kielt', 'avslag', 'avslå', 'denied', 'reject'] },
}
