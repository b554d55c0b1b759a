// Renders the claim form of so many items, as a packet does.
import { renderClaimForm } from '../../dist/packet/pdf/claim-form.js'
import { canonical } from '../../dist/packet/content.js'
import { viewOf } from '../../dist/packet/view.js'
import { loadRuleBook } from '../../dist/rules/load-book.js'

const count = Number(process.argv[2])
const categories = ['HEALTH', 'SOCIAL', 'INTERPRETING', 'SAFETY', 'HOUSING']
const items = Array.from({ length: count }, (_, index) => ({
  id: `K-${index}`, case: `A-${index % 9}`, serviceDate: `2026-03-${String(1 + (index % 28)).padStart(2, '0')}`, category: categories[index % 5], providerKind: 'company', amount: BigInt(10_000 + index),
}))
const ruleBook = await loadRuleBook({ version: '2026.1' })
const book = { version: ruleBook.version, sha256: ruleBook.sha256 }
const claim = {
  tool: { version: '0' }, ruleBook: book, language: 'fi', asOf: '2026-11-23', number: '2026-03/01', period: { from: '2026-03-01', to: '2026-03-31', name: '2026-03' },
  claimant: { kind: 'wellbeing-services-county', name: 'Esimerkin hyvinvointialue', businessId: '1234567-1' }, inputs: [], claimed: items.map(({ id }) => id), decisions: [],
  details: Object.fromEntries(items.map(({ id }) => [id, { decision: 'LSEVK/26101', voucher: `OL-2603-${id}` }])),
  facts: { policy: { smallestGroup: 5 }, cases: Array.from({ length: 9 }, (_, index) => ({ id: `A-${index}`, nonDisclosure: false })), items },
}
const totals = { items: count, claimable: count, rejected: 0, review: 0, claimableAmount: '1.00', rejectedAmount: '0.00', reviewAmount: '0.00' }
const assessment = { totals, findings: [], items: items.map(({ id, case: theCase }) => ({ id, case: theCase, outcome: 'claimable', regime: 'R7', findings: [] })) }
const view = viewOf({ claim, assessment, ruleBook, reviews: [] })
const files = new Map([['claim.json', canonical({ items: claim.claimed })]])
const pdf = await renderClaimForm(view, files, [])
if (pdf.length < 100_000) throw new Error('the form is too small to be whole')
