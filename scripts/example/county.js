// The service log of a wellbeing services county: eight cases, 2023 to 2026, with the mistakes that real logs hold.
// All persons are invented; identity codes are from the test range (individual numbers 900 to 999).

const headings = {
  costs: [
    ['id', 'Rivitunnus'], ['case', 'Asiakastunnus'], ['serviceDate', 'Palvelupäivä'], ['serviceEnd', 'Palvelu päättyi'], ['category', 'Kustannuslaji'],
    ['description', 'Kuvaus'], ['need', 'Erityistarpeen perustelu'], ['provider', 'Palveluntuottaja'], ['providerKind', 'Tuottajan laji'],
    ['quantity', 'Määrä'], ['unit', 'Yksikkö'], ['unitPrice', 'Yksikköhinta'], ['net', 'Netto'], ['vat', 'ALV'], ['gross', 'Brutto'], ['deductions', 'Vähennykset'],
    ['costBasis', 'Kustannusperuste'], ['voucher', 'Tositenumero'], ['voucherDate', 'Tositepäivä'], ['account', 'Tili'], ['costCentre', 'Kustannuspaikka'],
    ['decision', 'Päätösnumero'], ['credits', 'Hyvittää rivin'], ['worker', 'Työntekijän tunnus'], ['hours', 'Tunnit'],
  ],
  cases: [
    ['case', 'Asiakastunnus'], ['personalId', 'Henkilötunnus'], ['birthDate', 'Syntymäaika'], ['admittedOn', 'Otettu auttamisjärjestelmään'],
    ['removedOn', 'Poistettu auttamisjärjestelmästä'], ['admissionGround', 'Ottamisperuste'], ['finnishCitizen', 'Suomen kansalainen'],
    ['nonDisclosure', 'Turvakielto'], ['unaccompanied', 'Ilman huoltajaa'], ['permitBasis', 'Oleskeluluvan peruste'], ['permitFrom', 'Lupa alkaen'],
    ['lumpSumFrom', 'Laskennallinen korvaus alkaen'], ['lumpSumTo', 'Laskennallinen korvaus päättyen'], ['statement', 'Johtajan lausunto'],
    ['statementOn', 'Lausuntopäivä'], ['statementResult', 'Lausunnon tulos'],
  ],
  residences: [['case', 'Asiakastunnus'], ['municipality', 'Kotikunta'], ['from', 'Alkaen'], ['to', 'Päättyen']],
  decisions: [
    ['decision', 'Päätösnumero'], ['case', 'Asiakastunnus'], ['authority', 'Viranomainen'], ['decidedOn', 'Päätöspäivä'],
    ['validFrom', 'Voimassa alkaen'], ['validTo', 'Voimassa asti'], ['categories', 'Kustannuslajit'], ['result', 'Ratkaisu'],
  ],
}

const cases = [
  { case: 'A-101', personalId: code('140691', 'Y', '902'), birthDate: '1991-06-14', admittedOn: '2023-09-04', admissionGround: 'Ihmiskaupan uhri', finnishCitizen: 'ei', nonDisclosure: 'ei', permitBasis: '52 a § 2 mom', permitFrom: '2023-12-18', lumpSumFrom: '2024-01-15', lumpSumTo: '2027-01-14', statement: 'VOK 12/2024', statementOn: '2024-02-05', statementResult: 'Puoltaa' },
  { case: 'A-102', personalId: code('020388', '-', '911'), birthDate: '1988-03-02', admittedOn: '2024-02-01', admissionGround: 'Ihmiskaupan uhri', finnishCitizen: 'ei', nonDisclosure: 'kyllä', permitBasis: '52 a § 1 mom', permitFrom: '2024-02-20', statement: 'VOK 31/2024', statementOn: '2024-04-11', statementResult: 'Puoltaa' },
  { case: 'A-103', personalId: code('250597', 'X', '920'), birthDate: '1997-05-25', admittedOn: '2025-02-10', admissionGround: 'Ihmiskaupan uhri', finnishCitizen: 'kyllä', nonDisclosure: 'ei' },
  { case: 'A-104', personalId: code('090317', 'A', '933'), birthDate: '2017-03-09', admittedOn: '2023-09-04', admissionGround: 'Uhrin lapsi', finnishCitizen: 'ei', nonDisclosure: 'ei', unaccompanied: 'ei', permitBasis: 'perheside', permitFrom: '2023-12-18', statement: 'VOK 13/2024', statementOn: '2024-02-05', statementResult: 'Puoltaa' },
  { case: 'A-105', personalId: code('301179', 'W', '944'), birthDate: '1979-11-30', admittedOn: '2022-11-14', removedOn: '2025-08-31', admissionGround: 'Ihmiskaupan uhri', finnishCitizen: 'ei', nonDisclosure: 'ei', permitBasis: '52 a § 1 mom', permitFrom: '2022-12-01', statement: 'VOK 2/2024', statementOn: '2024-01-22', statementResult: 'Puoltaa' },
  { case: 'A-106', personalId: code('171202', 'B', '955'), birthDate: '2002-12-17', admittedOn: '2024-10-07', admissionGround: 'Rikoksen selvittäminen', finnishCitizen: 'ei', nonDisclosure: 'ei', permitBasis: '52 a § 1 mom', permitFrom: '2024-11-04' },
  { case: 'A-107', personalId: code('050999', '-', '966'), birthDate: '1999-09-05', admittedOn: '2025-03-17', admissionGround: 'Ihmiskaupan uhri', finnishCitizen: 'ei', nonDisclosure: 'ei', permitBasis: '52 a § 1 mom', permitFrom: '2025-03-03' },
  { case: 'A-108', personalId: code('110785', 'V', '977'), birthDate: '1985-07-11', admittedOn: '2023-05-02', admissionGround: 'Ihmiskaupan uhri', finnishCitizen: 'ei', nonDisclosure: 'ei', permitBasis: '52 a § 1 mom', permitFrom: '2023-06-12' },
]

const residences = [
  { case: 'A-101', municipality: 'Salo', from: '2024-01-15' },
  { case: 'A-102', municipality: 'Turku', from: '2024-03-01' },
  { case: 'A-103', municipality: 'Loimaa', from: '1997-05-25' },
  { case: 'A-104', municipality: 'Salo', from: '2024-01-15' },
  { case: 'A-105', municipality: 'Turku', from: '2023-01-09' },
  { case: 'A-106', municipality: 'Tampere', from: '2024-12-01', to: '2025-05-14' },
  { case: 'A-106', municipality: 'Raisio', from: '2025-05-15' },
  { case: 'A-107', municipality: 'Naantali', from: '2025-03-03' },
  { case: 'A-108', municipality: 'Pargas', from: '2023-06-12' },
]

const ely = 'Varsinais-Suomen ELY-keskus'
const decisions = [
  ...['A-101', 'A-102', 'A-104', 'A-105', 'A-106', 'A-108'].map((id) => ({ decision: `VARELY/25${id.slice(2)}`, case: id, authority: ely, decidedOn: '2025-01-20', validFrom: '2025-01-01', validTo: '2025-12-31', result: 'Myönnetty' })),
  { decision: 'VARELY/25103', case: 'A-103', authority: ely, decidedOn: '2025-03-03', validFrom: '2025-02-10', validTo: '2025-12-31', result: 'Myönnetty' },
  { decision: 'VARELY/25107', case: 'A-107', authority: ely, decidedOn: '2025-04-07', validFrom: '2025-03-17', validTo: '2025-12-31', categories: 'Tulkkaus, Turvallinen majoitus, Sosiaalihuolto, Terveydenhuolto', result: 'Osittain' },
  ...['A-101', 'A-102', 'A-103', 'A-104', 'A-106', 'A-107', 'A-108'].map((id) => ({ decision: `LSEVK/26${id.slice(2)}`, case: id, authority: 'Lounais-Suomen elinvoimakeskus', decidedOn: '2026-01-26', validFrom: '2026-01-01', validTo: '2026-12-31', result: 'Myönnetty' })),
]

/** The services that recur, by case: [case, months from, months to, every N months, service]. */
const recurring = [
  ['A-101', '2024-02', '2026-09', 3, 'therapy'], ['A-101', '2024-03', '2024-12', 2, 'interpreting'], ['A-101', '2024-02', '2026-10', 4, 'ownWork'],
  ['A-102', '2024-03', '2025-04', 1, 'housing'], ['A-102', '2024-04', '2026-10', 3, 'ownWork'], ['A-102', '2025-06', '2026-08', 3, 'security'],
  ['A-103', '2025-03', '2026-10', 2, 'church'], ['A-103', '2025-02', '2026-09', 4, 'therapy'],
  ['A-104', '2024-05', '2026-05', 6, 'childTherapy'],
  ['A-105', '2024-01', '2025-07', 2, 'interpreting'], ['A-105', '2024-02', '2025-08', 3, 'ownWork'],
  ['A-106', '2025-06', '2026-10', 2, 'ownWork'], ['A-106', '2025-07', '2026-09', 4, 'translation'],
  ['A-107', '2025-04', '2026-03', 1, 'housing'], ['A-107', '2025-05', '2026-10', 2, 'interpreting'],
  ['A-108', '2025-01', '2026-10', 3, 'legal'], ['A-108', '2025-02', '2026-10', 2, 'church'], ['A-108', '2025-03', '2026-08', 3, 'ownWork'],
]

const services = {
  therapy: ({ turn }) => ({ day: 12, category: 'Terveydenhuolto', description: 'Traumaterapia, yksilökäynti', need: 'Ihmiskaupasta aiheutuneen traumaperäisen stressihäiriön hoito erikoisterapeutilla', provider: 'Terapiakeskus Aalto Oy', providerKind: 'Yritys', ...priced(2 + (turn % 2), 'käynti', 118.5, 0), account: '434000' }),
  childTherapy: ({ turn }) => ({ day: 20, category: 'Terveydenhuolto', description: 'Lapsen leikkiterapia', need: 'Uhrin mukana tulleen lapsen oireilu, joka johtuu perheen ihmiskauppakokemuksista', provider: 'Terapiakeskus Aalto Oy', providerKind: 'Yritys', ...priced(3 + (turn % 2), 'käynti', 96, 0), account: '434000' }),
  interpreting: ({ turn, month }) => ({ day: 7, category: 'Tulkkaus', description: 'Tulkkaus sosiaalityön tapaamisessa', need: 'Uhrin asian käsittely edellyttää luotettavaa, uhrien parissa koulutettua tulkkia', provider: 'Tulkkikeskus Silta Oy', providerKind: 'Yritys', ...priced(1.5 + (turn % 4) / 2, 'h', 62.4, vatRate(month)), account: '434500' }),
  translation: ({ turn, month }) => ({ day: 9, category: 'Kääntäminen', description: 'Esitutkinta-aineiston käännös asiakkaalle', need: 'Asiakirjat rikosprosessista, jossa asiakas on ihmiskaupan asianomistaja', provider: 'Tulkkikeskus Silta Oy', providerKind: 'Yritys', ...priced(4 + turn, 'kpl', 38.25, vatRate(month)), account: '434500' }),
  housing: ({ month }) => ({ day: 1, category: 'Turvallinen majoitus', description: 'Turvallinen majoitus, salainen osoite', need: 'Asiakkaaseen kohdistuu hyväksikäyttäjien uhka, tavallinen asuminen ei ole turvallista', provider: 'Turvakotiyhdistys ry', providerKind: 'Järjestö', ...priced(daysIn(month), 'vrk', 74.5, 0), serviceEnd: `${month}-${daysIn(month)}`, account: '433000' }),
  security: ({ month }) => ({ day: 15, category: 'Turvallisuus', description: 'Turvalaitteen vuokra ja päivystys', need: 'Hyväksikäyttäjien uhka: hälytin ja ympärivuorokautinen päivystys uhriaseman vuoksi', provider: 'Turvapalvelu Vahti Oy', providerKind: 'Yritys', ...priced(1, 'kpl', 89.9, vatRate(month)), account: '439000' }),
  church: ({ turn }) => ({ day: 18, category: 'Muu', description: 'Tukihenkilö viranomaisasioinnissa', need: 'Luottamuksen rakentaminen viranomaisiin ihmiskaupan jälkeen tukihenkilön kanssa', provider: 'Seurakuntayhtymä, diakonia', providerKind: 'Uskonnollinen yhteisö', ...priced(3 + (turn % 3), 'h', 28, 0), account: '436000' }),
  legal: ({ month }) => ({ day: 23, category: 'Oikeudellinen neuvonta', description: 'Neuvonta uhrin oikeuksista', need: 'Uhrin oikeudet ja korvausvaatimus ihmiskaupparikoksessa, ei oikeudenkäyntiä', provider: 'Lakitoimisto Sarka Oy', providerKind: 'Yritys', ...priced(1.5, 'h', 125, vatRate(month)), account: '439000' }),
  ownWork: ({ turn }) => ({ day: 26, category: 'Sosiaalihuolto', description: 'Erityissosiaalityöntekijän työ', need: 'Ihmiskaupan uhrien erityissosiaalityö: turvasuunnitelma ja palvelujen yhteensovitus', provider: 'Aikuissosiaalityö, erityistiimi', providerKind: 'Oma työ', worker: `T${1 + (turn % 3)}`, hours: 2.5 + (turn % 4) / 2, account: '400100' }),
}

/** What the log of an office also holds: each row one lesson. */
const lessons = [
  { case: 'A-108', serviceDate: '2023-11-20', category: 'Tulkkaus', description: 'Tulkkaus, lasku saapui myöhässä', need: 'Uhrin asian käsittely edellyttää luotettavaa, uhrien parissa koulutettua tulkkia', provider: 'Tulkkikeskus Silta Oy', providerKind: 'Yritys', ...priced(2, 'h', 62.4, 0.24), voucher: 'OL-26-0031', voucherDate: '2026-01-15', account: '434500' },
  { case: 'A-107', serviceDate: '2025-03-10', category: 'Tulkkaus', description: 'Tulkkaus ensitapaamisessa ennen järjestelmään ottamista', need: 'Uhrin asian käsittely edellyttää luotettavaa, uhrien parissa koulutettua tulkkia', provider: 'Tulkkikeskus Silta Oy', providerKind: 'Yritys', ...priced(2.5, 'h', 62.4, 0.255), voucher: 'OL-25-0312', voucherDate: '2025-03-31', account: '434500', decision: 'VARELY/25107' },
  { case: 'A-105', serviceDate: '2025-09-09', category: 'Sosiaalihuolto', description: 'Erityissosiaalityö järjestelmästä poistamisen jälkeen', need: 'Palvelujen hallittu päättäminen ihmiskaupan uhrin auttamisen jälkeen', provider: 'Aikuissosiaalityö, erityistiimi', providerKind: 'Oma työ', worker: 'T2', hours: 2, voucher: 'TP-25-0909', account: '400100', decision: 'VARELY/25105' },
  { case: 'A-103', serviceDate: '2026-02-11', category: 'Terveydenhuolto', description: 'Traumaterapia, yksilökäynti', need: 'Ihmiskaupasta aiheutuneen traumaperäisen stressihäiriön hoito erikoisterapeutilla', provider: 'Terapiakeskus Aalto Oy', providerKind: 'Yritys', ...priced(2, 'käynti', 118.5, 0), voucher: 'OL-26-0211', voucherDate: '2026-02-28', account: '434000' },
  { case: 'A-107', serviceDate: '2026-03-05', category: 'Tulkkaus', description: 'Tulkkaus lääkärin vastaanotolla', need: 'Uhrin asian käsittely edellyttää luotettavaa, uhrien parissa koulutettua tulkkia', provider: 'Tulkkikeskus Silta Oy', providerKind: 'Yritys', ...priced(1, 'h', 62.4, 0.255), voucher: 'OL-26-0305', voucherDate: '2026-03-31', account: '434500', decision: 'LSEVK/26107' },
  { case: 'A-107', serviceDate: '2026-03-05', category: 'Tulkkaus', description: 'Tulkkaus lääkärin vastaanotolla', need: 'Uhrin asian käsittely edellyttää luotettavaa, uhrien parissa koulutettua tulkkia', provider: 'Tulkkikeskus Silta Oy', providerKind: 'Yritys', ...priced(1, 'h', 62.4, 0.255), voucher: 'OL-26-0305', voucherDate: '2026-03-31', account: '434500', decision: 'LSEVK/26107' },
  { case: 'A-102', serviceDate: '2026-01-19', category: 'Turvallisuus', description: 'Lukituksen uusiminen', need: 'Hyväksikäyttäjien uhka: asunnon lukitus uusittiin uhriaseman vuoksi', provider: 'Lukkoliike Avain Oy', providerKind: 'Yritys', quantity: 1, unit: 'kpl', unitPrice: 376.5, net: 376.5, vat: 76.5, gross: 376.5, voucher: 'OL-26-0119', voucherDate: '2026-01-31', account: '439000', decision: 'LSEVK/26102' },
  { case: 'A-101', serviceDate: '2025-10-14', category: 'Tulkkaus', description: 'Tulkkaus psykiatrian poliklinikalla', need: 'Uhrin asian käsittely edellyttää luotettavaa, uhrien parissa koulutettua tulkkia', provider: 'Tulkkikeskus Silta Oy', providerKind: 'Yritys', ...priced(1.5, 'h', 62.4, 0.255), voucher: 'OL-25-1014', voucherDate: '2025-10-31', account: '434500', decision: 'VARELY/25101' },
  { id: 'K-HYV-0', case: 'A-107', serviceDate: '2026-04-22', category: 'Tulkkaus', description: 'Tulkkaus, laskutettu 3 h', need: 'Uhrin asian käsittely edellyttää luotettavaa, uhrien parissa koulutettua tulkkia', provider: 'Tulkkikeskus Silta Oy', providerKind: 'Yritys', ...priced(3, 'h', 62.4, 0.255), voucher: 'OL-26-0422', voucherDate: '2026-04-30', account: '434500', decision: 'LSEVK/26107' },
  { id: 'K-HYV-1', case: 'A-107', serviceDate: '2026-04-22', category: 'Tulkkaus', description: 'Hyvityslasku: toteutunut 2 h', need: 'Uhrin asian käsittely edellyttää luotettavaa, uhrien parissa koulutettua tulkkia', provider: 'Tulkkikeskus Silta Oy', providerKind: 'Yritys', quantity: -1, unit: 'h', unitPrice: 62.4, net: -62.4, vat: -15.91, gross: -78.31, voucher: 'HL-26-0017', voucherDate: '2026-05-15', account: '434500', decision: 'LSEVK/26107', credits: 'K-HYV-0' },
  { case: 'A-106', serviceDate: '2025-05-12', category: 'Sosiaalihuolto', description: 'Erityissosiaalityö ennen muuttoa', need: 'Ihmiskaupan uhrien erityissosiaalityö: turvasuunnitelma ennen muuttoa alueelle', provider: 'Aikuissosiaalityö, erityistiimi', providerKind: 'Oma työ', worker: 'T1', hours: 1.5, voucher: 'TP-25-0512', account: '400100', decision: 'VARELY/25106' },
  { case: 'A-108', serviceDate: '2025-12-29', serviceEnd: '2026-01-03', category: 'Turvallinen majoitus', description: 'Turvallinen majoitus vuodenvaihteessa', need: 'Asiakkaaseen kohdistuu hyväksikäyttäjien uhka, tavallinen asuminen ei ole turvallista', provider: 'Turvakotiyhdistys ry', providerKind: 'Järjestö', ...priced(6, 'vrk', 74.5, 0), voucher: 'OL-26-0007', voucherDate: '2026-01-07', account: '433000', decision: 'VARELY/25108' },
  { case: 'A-104', serviceDate: '2026-05-06', category: 'Muu', description: 'Harrastusmaksu', need: 'Lapsen harrastus', provider: 'Uimaseura ry', providerKind: 'Järjestö', ...priced(1, 'kpl', 140, 0), voucher: 'OL-26-0506', voucherDate: '2026-05-06', account: '436000', decision: 'LSEVK/26104' },
  { case: 'A-103', serviceDate: '2026-06-10', category: 'Toimeentulotuki', description: 'Ehkäisevä toimeentulotuki, matkat oikeuteen', need: 'Matkat ihmiskaupparikoksen esitutkintaan toiselle paikkakunnalle', provider: 'Aikuissosiaalityö', providerKind: 'Oma työ', net: 84.6, vat: 0, gross: 84.6, voucher: 'TT-26-0610', voucherDate: '2026-06-10', account: '437000', decision: 'LSEVK/26103' },
  { case: 'A-108', serviceDate: '2026-07-31', category: 'Turvallisuus', description: 'Turvajärjestelyt, arvio loppuvuodesta', need: 'Hyväksikäyttäjien uhka: turvajärjestelyt jatkuvat uhriaseman vuoksi', provider: 'Turvapalvelu Vahti Oy', providerKind: 'Yritys', net: 450, vat: 0, gross: 450, costBasis: 'Arvio', voucher: 'JAKS-07', account: '439000', decision: 'LSEVK/26108' },
  { case: 'A-106', serviceDate: 'text:15.8.2026', category: 'Terveydenhuolto', description: 'Asiakasmaksulla vähennetty terapiakäynti', need: 'Ihmiskaupasta aiheutuneen traumaperäisen stressihäiriön hoito erikoisterapeutilla', provider: 'Terapiakeskus Aalto Oy', providerKind: 'Yritys', net: 'text:118,50', vat: 'text:0,00', deductions: 'text:22,80', voucher: 'OL-26-0815', voucherDate: '2026-08-31', account: '434000', decision: 'LSEVK/26106' },
]

/** The whole log: recurring services in order of their days, then the lessons, numbered as an office would. */
export function countyLog() {
  const rows = [...recurring.flatMap(recurringRows), ...lessons].sort((left, right) => dayOf(left).localeCompare(dayOf(right), 'en'))
  const costs = rows.map((row, index) => ({ ...row, id: row.id ?? `K-${String(index + 1).padStart(3, '0')}`, costCentre: '61020' }))
  return { language: 'fi', headings, costs, cases, residences, decisions }
}

function recurringRows([client, first, last, step, service]) {
  return monthsBetween(first, last).filter((_, index) => index % step === 0).map((month, turn) => {
    const { day, ...row } = services[service]({ month, turn })
    return { case: client, serviceDate: `${month}-${String(day).padStart(2, '0')}`, ...row, ...voucherOf(service, client, month), ...decisionOf(client, month) }
  })
}

function voucherOf(service, client, month) {
  const short = `${month.slice(2, 4)}${month.slice(5)}`
  return service === 'ownWork' ? { voucher: `TP-${short}-${client.slice(2)}` } : { voucher: `OL-${short}-${client.slice(2)}-${service.slice(0, 2).toUpperCase()}`, voucherDate: `${month}-${daysIn(month)}` }
}

function decisionOf(client, month) {
  if (month < '2025-01') return {}
  return { decision: month < '2026-01' ? `VARELY/25${client.slice(2)}` : `LSEVK/26${client.slice(2)}` }
}

function priced(quantity, unit, unitPrice, rate) {
  const net = Math.round(quantity * unitPrice * 100) / 100
  const vat = Math.round(net * rate * 100) / 100
  return { quantity, unit, unitPrice, net, vat, gross: Math.round((net + vat) * 100) / 100 }
}

function vatRate(month) {
  return month < '2024-09' ? 0.24 : 0.255
}

function monthsBetween(first, last) {
  const months = []
  for (let [year, month] = first.split('-').map(Number); `${year}-${String(month).padStart(2, '0')}` <= last; month === 12 ? (year++, (month = 1)) : month++) {
    months.push(`${year}-${String(month).padStart(2, '0')}`)
  }
  return months
}

function daysIn(month) {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).getUTCDate()
}

function dayOf(row) {
  const typed = /^text:(\d+)\.(\d+)\.(\d+)$/.exec(row.serviceDate)
  return typed ? `${typed[3]}-${typed[2].padStart(2, '0')}-${typed[1].padStart(2, '0')}` : row.serviceDate
}

function code(date, separator, number) {
  return `${date}${separator}${number}${'0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(`${date}${number}`) % 31]}`
}
