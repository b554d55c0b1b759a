import type { Claim } from '../model/claim.js'

/** Name of the packet's folder and zip: `korvaus_1234567-1_2026-03_01`. It names the claimant and the period, nobody else. */
export function packetFolderName({ claimant, number, period }: Pick<Claim, 'claimant' | 'number' | 'period'>): string {
  const running = number.slice(number.lastIndexOf('/') + 1)
  return ['korvaus', claimant.businessId, period.name, running].join('_')
}
