// The service log of a municipality, 2019 to 2022, when the municipality of residence had the duty to help.
// All persons are invented; identity codes are from the test range (individual numbers 900 to 999).

const headings = {
  costs: [
    ['id', 'Radnummer'], ['case', 'Klientkod'], ['serviceDate', 'Servicedatum'], ['serviceEnd', 'Service avslutad'], ['category', 'Kostnadsslag'],
    ['description', 'Beskrivning'], ['need', 'Motivering av specialbehov'], ['provider', 'Serviceproducent'], ['providerKind', 'Producentens art'],
    ['quantity', 'Antal'], ['unit', 'Enhet'], ['unitPrice', 'Enhetspris'], ['net', 'Netto'], ['vat', 'Moms'], ['gross', 'Brutto'],
    ['voucher', 'Verifikatnummer'], ['voucherDate', 'Verifikatdatum'], ['decision', 'Beslutsnummer'],
  ],
  cases: [
    ['case', 'Klientkod'], ['personalId', 'Personbeteckning'], ['birthDate', 'Födelsedatum'], ['admittedOn', 'Upptagen i hjälpsystemet'], ['removedOn', 'Avförd ur hjälpsystemet'],
    ['admissionGround', 'Upptagningsgrund'], ['finnishCitizen', 'Finsk medborgare'], ['nonDisclosure', 'Spärrmarkering'],
    ['statement', 'Föreståndarens utlåtande'], ['statementOn', 'Utlåtandedatum'], ['statementResult', 'Utlåtandets resultat'],
  ],
  residences: [['case', 'Klientkod'], ['municipality', 'Hemkommun'], ['from', 'Från'], ['to', 'Till']],
  decisions: [
    ['decision', 'Beslutsnummer'], ['case', 'Klientkod'], ['authority', 'Myndighet'], ['decidedOn', 'Beslutsdatum'],
    ['validFrom', 'Giltig från'], ['validTo', 'Giltig till'], ['result', 'Avgörande'],
  ],
}

const cases = [
  { case: 'K1', personalId: code('180286', '-', '903'), birthDate: '1986-02-18', admittedOn: '2018-11-05', admissionGround: 'Offer för människohandel', finnishCitizen: 'nej', nonDisclosure: 'nej', statement: 'FL 4/2019', statementOn: '2019-02-11', statementResult: 'Tillstyrker' },
  { case: 'K2', personalId: code('040995', '-', '914'), birthDate: '1995-09-04', admittedOn: '2020-03-09', admissionGround: 'Offer för människohandel', finnishCitizen: 'nej', nonDisclosure: 'nej', statement: 'FL 17/2020', statementOn: '2020-05-18', statementResult: 'Delvis' },
  { case: 'K3', personalId: code('270701', 'A', '925'), birthDate: '2001-07-27', admittedOn: '2021-01-18', admissionGround: 'Offer för människohandel', finnishCitizen: 'ja', nonDisclosure: 'nej' },
]

const residences = [
  { case: 'K1', municipality: 'Nurmes', from: '2018-12-03' },
  { case: 'K2', municipality: 'Valtimo', from: '2019-06-01', to: '2019-12-31' },
  { case: 'K2', municipality: 'Nurmes', from: '2020-01-01' },
  { case: 'K3', municipality: 'Nurmes', from: '2001-07-27' },
]

const decisions = [
  { decision: 'POHELY/2101', case: 'K1', authority: 'NTM-centralen i Norra Karelen', decidedOn: '2021-02-01', validFrom: '2020-01-01', validTo: '2022-12-31', result: 'Beviljat' },
  { decision: 'POHELY/2102', case: 'K2', authority: 'NTM-centralen i Norra Karelen', decidedOn: '2021-02-01', validFrom: '2020-03-09', validTo: '2022-12-31', result: 'Beviljat' },
]

const services = {
  interpreting: (turn) => ({ category: 'Tolkning', description: 'Tolkning vid möte i socialarbetet', need: 'Offrets ärenden kräver en tolk som är utbildad i arbete med offer för människohandel', provider: 'Tolkcentralen Bro Ab', providerKind: 'Företag', ...priced(2 + (turn % 3) / 2, 'h', 58, 0.24) }),
  therapy: (turn) => ({ category: 'Hälso- och sjukvård', description: 'Traumaterapi, individuellt besök', need: 'Specialiserad vård av posttraumatisk stress efter människohandel', provider: 'Terapihuset Ab', providerKind: 'Företag', ...priced(2 + (turn % 2), 'besök', 105, 0) }),
  support: (turn) => ({ category: 'Övrigt', description: 'Stödperson vid myndighetsbesök', need: 'Förtroendet för myndigheter byggs upp efter människohandeln med en stödperson', provider: 'Församlingens diakoni', providerKind: 'Religiöst samfund', ...priced(3 + turn, 'h', 25, 0) }),
}

const series = [
  ['K1', ['2019-03-14', '2019-09-12', '2020-02-13', '2020-06-11', '2020-10-15', '2021-03-11', '2021-09-16', '2022-02-17', '2022-09-15'], 'interpreting'],
  ['K1', ['2020-01-22', '2020-05-20', '2020-11-18', '2021-05-19', '2022-04-20'], 'therapy'],
  ['K2', ['2020-02-26', '2020-04-16', '2020-09-17', '2021-02-18', '2021-10-21', '2022-03-24'], 'interpreting'],
  ['K2', ['2020-08-19', '2021-01-20', '2021-08-18', '2022-05-18'], 'support'],
  ['K3', ['2021-02-10', '2021-06-09', '2022-01-12', '2022-10-12'], 'therapy'],
]

/** The whole log, in order of the service days. */
export function municipalLog() {
  const rows = series.flatMap(([client, days, service]) => days.map((serviceDate, turn) => ({ case: client, serviceDate, ...services[service](turn), ...decisionOf(client, serviceDate) })))
  const ordered = rows.sort((left, right) => (left.serviceDate < right.serviceDate ? -1 : 1))
  const costs = ordered.map((row, index) => ({ ...row, id: `R${index + 1}`, voucher: `V${row.serviceDate.slice(2, 4)}-${100 + index}`, voucherDate: row.serviceDate }))
  return { language: 'sv', headings, costs, cases, residences, decisions }
}

function decisionOf(client, day) {
  const decision = decisions.find((one) => one.case === client && one.validFrom <= day)
  return decision ? { decision: decision.decision } : {}
}

function priced(quantity, unit, unitPrice, rate) {
  const net = Math.round(quantity * unitPrice * 100) / 100
  const vat = Math.round(net * rate * 100) / 100
  return { quantity, unit, unitPrice, net, vat, gross: Math.round((net + vat) * 100) / 100 }
}

function code(date, separator, number) {
  return `${date}${separator}${number}${'0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(`${date}${number}`) % 31]}`
}
