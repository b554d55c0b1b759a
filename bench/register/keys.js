// Fingerprints as the register holds them: 64 hexadecimal digits each, in the order of a year of monthly claims.
import { createHash } from 'node:crypto'

export const months = 10

/** What a like item would be found by: its voucher with the amount, and its case with the amount. */
export function tracesOfKey(key) {
  return [`a${key.slice(1)}`, `b${key.slice(1)}`]
}

/** As many keys as asked for, split into monthly claims. */
export function monthlyKeys(count) {
  const keys = Array.from({ length: count }, (_, index) => createHash('sha256').update(String(index)).digest('hex'))
  const size = Math.ceil(count / months)
  return Array.from({ length: months }, (_, month) => keys.slice(month * size, (month + 1) * size))
}
