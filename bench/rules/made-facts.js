// Makes the facts of a claim with many items, the same for the same count: most in order, some wrong in each way.
import { epochDay, fromEpochDay } from '../../dist/model/dates.js'
import { claimantFacts, claimFacts } from '../../dist/model/facts.js'

// Category, provider kind and whether the row has a unit price, as they go together in service logs.
const services = [
  ['SOCIAL', 'own', false], ['SOCIAL', 'own', false], ['HEALTH', 'company', true], ['INTERPRETING', 'company', true], ['INTERPRETING', 'company', true],
  ['HOUSING', 'ngo', true], ['TRANSLATION', 'company', true], ['SAFETY', 'company', false], ['SOCIAL', 'religious', false], ['CASH', 'own', false],
]
const firstDay = epochDay('2023-11-01')
const days = epochDay('2026-11-20') - firstDay

/** Claimant, claim, policies and cases: all that is judged once. */
export function madeContext(book, countOfCases) {
  return {
    claimant: { ...yes(claimantFacts), kind: 'wellbeing-services-county' },
    claim: { ...yes(claimFacts), asOf: '2026-11-23' },
    policy: Object.fromEntries(book.policies.map((policy) => [policy.name, policy.default])),
    cases: Array.from({ length: countOfCases }, (_, index) => madeCase(index)),
  }
}

function yes(specs) {
  return Object.fromEntries(Object.entries(specs).filter(([, { type, always }]) => always && type === 'yes-no').map(([key]) => [key, true]))
}

function madeCase(index) {
  const chance = chances(index + 1)
  const rarely = (share) => chance() < share
  const admittedOn = fromEpochDay(firstDay - 900 + Math.floor(chance() * 800))
  const statement = !rarely(0.05)
  return {
    id: `CASE-${index}`,
    ...(rarely(0.01) ? {} : { admittedOn }),
    ...(rarely(0.1) ? { removedOn: fromEpochDay(epochDay('2026-01-01') + Math.floor(chance() * 300)) } : {}),
    admissionGround: rarely(0.1) ? 'child' : 'victim',
    finnishCitizen: rarely(0.03),
    nonDisclosure: rarely(0.05),
    hasPersonalId: false,
    personalIdIntroducedIn2023: false,
    personalIdTwin: false,
    ...(rarely(0.2) ? { permitSection: '52a.1', permitFrom: admittedOn } : {}),
    ...(rarely(0.1) ? { lumpSumFrom: fromEpochDay(epochDay(admittedOn) + 60) } : {}),
    hasStatement: statement,
    ...(statement ? { statementOn: admittedOn, statementResult: 'supports' } : {}),
    firstResidenceOn: fromEpochDay(epochDay(admittedOn) + 30),
  }
}

/** The facts of one item. */
export function madeItem(index, countOfCases) {
  const chance = chances(index * 7 + 3)
  const rarely = (share) => chance() < share
  const serviceDay = firstDay + Math.floor(chance() * days)
  const serviceDate = fromEpochDay(serviceDay)
  const isCredit = rarely(0.01)
  const net = BigInt(1000 + Math.floor(chance() * 90_000)) * (isCredit ? -1n : 1n)
  const [category, providerKind, unitPrice] = services[Math.floor(chance() * services.length)]
  const vat = category === 'INTERPRETING' ? net / 4n : 0n
  const deductions = rarely(0.02) ? 500n : 0n
  const own = providerKind === 'own'
  const resident = !rarely(0.01)
  const decided = serviceDate >= '2025' && !rarely(0.01)
  return {
    id: `ITEM-${index}`,
    case: `CASE-${Math.floor(chance() * countOfCases)}`,
    serviceDate,
    ...(rarely(0.05) ? { serviceEnd: fromEpochDay(serviceDay + 3) } : {}),
    category,
    providerKind,
    hasProvider: !own,
    providerAmongUnsafe: false,
    costBasis: rarely(0.002) ? 'estimate' : 'actual',
    net,
    vat,
    gross: net + vat + (rarely(0.002) ? 1n : 0n),
    deductions,
    amount: net - deductions,
    amountsGiven: 3,
    ...(unitPrice ? { unitTotal: net + (rarely(0.01) ? 300n : 0n) } : {}),
    hasHours: own,
    hasWorker: own,
    hasRate: own,
    ...(own ? { ownWorkTotal: net } : {}),
    needLength: rarely(0.01) ? 5 : 80,
    descriptionLength: 30,
    hasVoucher: !rarely(0.005),
    voucherDate: fromEpochDay(serviceDay + Math.floor(chance() * 20)),
    account: '4300',
    identifiersIn: rarely(0.001) ? ['need'] : [],
    unreadable: [],
    caseListed: true,
    hasResidence: resident,
    residenceKnown: resident,
    residenceInArea: resident && !rarely(0.01),
    residenceInAreaThroughout: resident,
    ageOnService: 30,
    decisionGiven: decided,
    decisionListed: decided,
    decisionForCase: decided && !rarely(0.002),
    decisionCoversDate: decided && !rarely(0.005),
    decisionCoversCategory: decided,
    decisionNamesCategories: decided,
    ...(decided ? { decisionResult: rarely(0.005) ? 'denied' : 'granted', decidedOn: '2025-02-03', decisionAuthority: serviceDate < '2026' ? 'ELY' : 'elinvoimakeskus', decisionAuthorityInRegion: true } : {}),
    isCredit,
    creditsGiven: isCredit,
    creditsListed: isCredit,
    creditsWithin: isCredit && !rarely(0.1),
    ...(rarely(0.002) ? { duplicateOf: 'ITEM-1' } : {}),
    ...(rarely(0.002) ? { claimedIn: '2025-03/01', claimedAmount: net } : {}),
  }
}

/** Numbers from 0 to 1 that only depend on the seed. */
function chances(seed) {
  let state = Math.imul(seed, 2_654_435_761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
