import type { Unclaimed } from '../../src/model/unclaimed.js'

/** More of everything that is left unclaimed than a page can show. */
export function aLotUnclaimed(more: Partial<Unclaimed> = {}): Unclaimed {
  const many = Array.from({ length: 30 }, (_, index) => index)
  return {
    schema: 'korvaus/unclaimed/1', tool: { version: '1.2.3' }, ruleBook: { version: '2026.4', sha256: 'a' }, asOf: '2026-11-23', claimant: { kind: 'wellbeing-services-county', businessId: '1234567-1' },
    totals: { items: 1200, amount: '1234567.89', missingPaperItems: 300, missingPaperAmount: '99999.99', lumpSums: 30, lumpSumAmount: '60000.00' },
    deadlines: many.map((index) => ({ deadline: `${2026 + index}-12-31`, daysLeft: 38 + index * 365, amount: '41152.26', cases: 4, items: Array.from({ length: 40 }, (_, item) => `K-${index}-${item}`) })),
    missingPapers: many.flatMap((index) => (['admission', 'residence', 'decision', 'statement', 'voucher', 'justification', 'provider', 'prices', 'hours', 'rate'] as const).map((paper) => ({ item: `M-${index}-${paper}`, case: 'A-101', paper, rules: ['DEC-001'], amount: '333.33', deadline: `${2026 + (index % 3)}-12-31`, daysLeft: 38 }))),
    lumpSums: many.map((index) => ({ case: `Asiakas-${index}`, rule: 'OVL-005', from: '2025-03-01', to: '2027-02-28', ageKnown: true, amount: '2000.00', toCome: '300.00', years: [{ year: 2025, from: '2025-03-01', to: '2025-12-31', amount: '980.88', toCome: '0.00', deadline: '2027-12-31' }] })),
    endingDecisions: many.map((index) => ({ decision: `LSEVK/2026/${10000 + index}`, case: `Asiakas-${index}`, endsOn: '2026-12-31', daysLeft: 38, categories: [] })),
    serviceGaps: many.map((index) => ({ case: `Asiakas-${index}`, from: '2026-01-01', after: index % 2 === 0 ? 'admission' : 'move', days: 326 })),
    ...more,
  }
}
