import type { Io } from '../../cli/io.js'
import { exitCodes } from '../../model/errors.js'
import { claimAsJson, renderClaim } from '../../report/claims.js'
import { atDesk } from './desk.js'
import type { GlobalOptions } from '../../cli/options.js'

/** Shows one claim: its sums, its decision, what can be done against it and until when, and its steps. */
export function run(io: Io, options: GlobalOptions, [number = '']: string[]): Promise<number> {
  return atDesk(io, options, async ({ register, businessId, asOf, law, language }) => {
    const { ledgerClaim } = await import('../../register/remedies.js')
    const claim = ledgerClaim(await register.claim(businessId, number), asOf, law)
    io.stdout(options.format === 'json' ? `${JSON.stringify({ schema: 'korvaus/recorded-claim/1', asOf, claim: claimAsJson(claim, language) }, null, 2)}\n` : renderClaim(claim, language))
    return exitCodes.done
  })
}
