const weights = [7, 9, 10, 5, 8, 4, 2]

/** Whether a Finnish business ID (Y-tunnus) has the form `1234567-8` and the right check digit. */
export function isBusinessId(text: string): boolean {
  const match = /^(\d{7})-(\d)$/.exec(text)
  if (!match) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number((match[1] as string)[index]), 0)
  const remainder = sum % 11
  if (remainder === 1) return false
  return Number(match[2]) === (remainder === 0 ? 0 : 11 - remainder)
}
