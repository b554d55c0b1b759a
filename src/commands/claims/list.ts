import type { Io } from '../../cli/io.js'
import { exitCodes } from '../../model/errors.js'
import type { ClaimState } from '../../model/ledger.js'
import { claimAsJson, renderClaims } from '../../report/claims.js'
import { atDesk } from './desk.js'
import { periodOf } from '../check/check.js'
import type { GlobalOptions } from '../../cli/options.js'

/** Lists the claims of the claimant, with what was claimed, granted and paid. */
export function run(io: Io, options: GlobalOptions & { readonly state?: ClaimState; readonly period?: string }): Promise<number> {
  const period = periodOf(options.period)
  return atDesk(io, options, async ({ register, businessId, asOf, law, language }) => {
    const { ledgerClaim } = await import('../../register/remedies.js')
    const claims = (await register.ledger(businessId))
      .map((kept) => ledgerClaim(kept, asOf, law))
      .filter((claim) => options.state === undefined || claim.state === options.state)
      .filter((claim) => period === undefined || (claim.period.from <= period.to && period.from <= claim.period.to))
    io.stdout(options.format === 'json' ? `${JSON.stringify({ schema: 'korvaus/claims/1', asOf, claims: claims.map((claim) => claimAsJson(claim, language)) }, null, 2)}\n` : renderClaims(claims, language))
    return exitCodes.done
  })
}
