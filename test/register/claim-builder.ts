import type { NewClaim } from '../../src/register/register.js'

export const march = { from: '2026-03-01', to: '2026-03-31', name: '2026-03' }

/** A claim of two items, 4.00 and 6.00 euros, as `prepare` records it. */
export const newClaim = (more: Partial<NewClaim> = {}): NewClaim => ({
  businessId: '1234567-1', period: march, running: 1, asOf: '2026-04-10', ruleBook: '2026.1', amount: 1000n, content: 'aa', packet: 'p',
  items: [{ fingerprint: 'f1', amount: 400n, item: 'R-1', category: 'HEALTH' }, { fingerprint: 'f2', amount: 600n, item: 'R-2', category: 'SAFETY' }], ...more,
})

export const nothing = async () => undefined
