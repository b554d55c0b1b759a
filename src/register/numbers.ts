/** `2026-03/01`: period and running number. */
export function numberOf({ period, running }: { period: string; running: number }): string {
  return `${period}/${String(running).padStart(2, '0')}`
}

/** Period and running number of a claim's number; `undefined` when it is none. */
export function partsOfNumber(number: string): { period: string; running: number } | undefined {
  const match = /^([^/\s]+)\/(\d{1,4})$/.exec(number.trim())
  return match ? { period: match[1] as string, running: Number(match[2]) } : undefined
}
