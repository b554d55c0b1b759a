import type { Io } from '../../cli/io.js'
import { exitCodes } from '../../model/errors.js'
import { lackingIn } from '../../desk/register-age.js'
import type { ProofProblem } from '../../register/prove.js'
import { claimsTexts, proofTexts } from '../../templates/claims-texts.js'
import { fill } from '../../templates/fill.js'
import { formatCount } from '../../templates/format.js'
import { atDesk } from './desk.js'
import { say, type GlobalOptions } from '../../cli/options.js'

/** Proves the journal, with it every claim, and that the key of the workspace is the one that named their items; `--head` proves that a hash noted earlier still stands in it. */
export function run(io: Io, options: GlobalOptions & { readonly head?: string }): Promise<number> {
  return atDesk(io, options, async ({ register, opened, language, workspace }) => {
    const { claims, events, head, hashes, problems } = await register.prove()
    const { key } = opened
    const isOther = key === undefined ? await register.knowsAKey() : await register.hasOtherKey(key)
    const lacking = (await lackingIn(register, workspace)).map((claim) => ({ claim, what: 'behind' as const }))
    const all: ProofProblem[] = [...problems, ...(isOther ? [{ what: 'key' as const }] : []), ...lacking, ...(options.head === undefined || hashes.has(options.head.toLowerCase()) ? [] : [{ what: 'head' as const }])]
    if (options.format === 'json') io.stdout(`${JSON.stringify({ schema: 'korvaus/register-proof/1', holds: all.length === 0, claims, events, head, problems: all }, null, 2)}\n`)
    else if (all.length === 0) io.stdout(`${fill(claimsTexts.proven[language], { events: formatCount(events, language), claims: formatCount(claims, language), head: head ?? '–' })}\n`)
    else {
      const place = ({ seq, claim }: ProofProblem) => claim ?? (seq === undefined ? claimsTexts.register[language] : fill(claimsTexts.event[language], { seq: String(seq) }))
      io.stdout(all.map((one) => `${fill(claimsTexts.problem[language], { place: place(one), what: proofTexts[one.what]?.[language] ?? one.what })}\n`).join(''))
    }
    if (all.length === 0) return exitCodes.done
    say(claimsTexts.broken[language], options, io)
    return exitCodes.register
  }, 'prove')
}
