/** An identity code of the test range with its right check character. */
export function identityCodeChecks({ day, month, year, number, separator }: { day: number; month: number; year: number; number: number; separator: string }): string {
  const date = [day, month, year].map((part) => String(part).padStart(2, '0')).join('')
  const check = '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(`${date}${number}`) % 31] as string
  return `${date}${separator}${number}${check}`
}
