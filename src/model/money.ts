/** Money: whole cents, exact from the cell's own text to the last total. */
export type Cents = bigint

export type MoneyProblem = 'empty' | 'not-a-number' | 'too-many-decimals' | 'too-large'

/** An exact decimal number: `units` / 10^`scale`. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

const longestNumber = 24

/**
 * Reads an amount as data files write it (`1234.5`, `-12`, `1.5E2`) into cents. Zeros beyond the cents are harmless; any
 * other further decimal is a problem, never rounded away. What people write is read by `readWrittenCents`.
 */
export function parseCents(text: string): Cents | MoneyProblem {
  const decimal = parseDecimal(text)
  return typeof decimal === 'string' ? decimal : centsOfDecimal(decimal)
}

/** The cents of an exact decimal, unless it has parts of a cent. */
export function centsOfDecimal(decimal: Decimal): Cents | 'too-many-decimals' {
  return rescaleExactly(decimal, 2) ?? 'too-many-decimals'
}

/** The cents of an amount that this program wrote: see `formatCents`. */
export function centsOf(amount: string): Cents {
  return BigInt(amount.slice(0, -3) + amount.slice(-2))
}

/** Reads a decimal number of a data file with any count of decimals (quantities, hours, unit prices). */
export function parseDecimal(text: string): Decimal | MoneyProblem {
  return plainDecimal(text) ?? carefullyParsed(text.trim())
}

/** Digits with at most one point, few enough to be exact: the most common form, read without looking twice. */
function plainDecimal(text: string): Decimal | undefined {
  const { length } = text
  if (length > 15) return undefined
  let units = 0
  let point = -1
  for (let index = 0; index < length; index++) {
    const sign = text.charCodeAt(index)
    if (sign >= 48 && sign <= 57) units = units * 10 + sign - 48
    else if (sign === 46 && point < 0 && index > 0) point = index
    else return undefined
  }
  return length === 0 || point === length - 1 ? undefined : { units: BigInt(units), scale: point < 0 ? 0 : length - point - 1 }
}

function carefullyParsed(text: string): Decimal | MoneyProblem {
  if (text === '') return 'empty'
  if (text.length > longestNumber) return 'too-large'
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text)
  if (!match) return 'not-a-number'
  const [, minus, whole = '', fraction = '', power = '0'] = match
  if (whole === '' && fraction === '') return 'not-a-number'
  const digits = BigInt(`${whole}${fraction}`) * (minus === '-' ? -1n : 1n)
  const scale = fraction.length - Number(power)
  if (scale > longestNumber) return 'too-many-decimals'
  if (scale < -longestNumber) return 'too-large'
  return scale >= 0 ? { units: digits, scale } : { units: digits * powerOfTen(-scale), scale: 0 }
}

/** Cents as the plain text of data files: `1234.50`, `-0.05`. */
export function formatCents(cents: Cents): string {
  const absolute = cents < 0n ? -cents : cents
  const digits = absolute.toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A decimal as plain text without needless zeros: `7.5`, `12`. */
export function formatDecimal({ units, scale }: Decimal): string {
  const absolute = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = absolute.slice(0, absolute.length - scale)
  const fraction = absolute.slice(absolute.length - scale).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** The product of two decimals in cents, half a cent rounded away from zero. */
export function multiplyToCents(left: Decimal, right: Decimal): Cents {
  const units = left.units * right.units
  const scale = left.scale + right.scale
  if (scale <= 2) return units * powerOfTen(2 - scale)
  const divisor = powerOfTen(scale - 2)
  const half = units < 0n ? -divisor / 2n : divisor / 2n
  return (units + half) / divisor
}

/** Cents as a decimal, to multiply with quantities. */
export function centsAsDecimal(cents: Cents): Decimal {
  return { units: cents, scale: 2 }
}

function rescaleExactly({ units, scale }: Decimal, wanted: number): bigint | undefined {
  if (scale <= wanted) return units * powerOfTen(wanted - scale)
  const divisor = powerOfTen(scale - wanted)
  return units % divisor === 0n ? units / divisor : undefined
}

const powersOfTen = Array.from({ length: 30 }, (_, exponent) => 10n ** BigInt(exponent))

function powerOfTen(exponent: number): bigint {
  return powersOfTen[exponent] ?? 10n ** BigInt(exponent)
}
