import { expect, it } from 'vitest'
import { shareableReviews } from '../../src/packet/shareable-reviews.js'
import { smallLog } from './small-packet.js'

it('Reviews of a person under non-disclosure keep their answer and lose their words; no review holds an identifier.', () => {
  const review = { rule: 'CAT-005', answer: 'accept' as const, by: 'A. Person, a.person@example.org', on: '2026-04-01', until: '2027-04-01' }
  const shared = shareableReviews([{ ...review, item: 'LEG-1', reason: 'Called 010190-901R' }, { ...review, item: 'SAF-1', reason: 'Lives in Raisio' }, { ...review, item: 'UNKNOWN', reason: 'Who knows' }], smallLog())
  expect(shared.map(({ reason }) => reason)).toEqual(['[…]', '[…]', '[…]'])
  expect(shared.every(({ by, answer }) => by === '[…]' && answer === 'accept')).toBe(true)
})
