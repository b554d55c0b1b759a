import { resolve } from 'node:path'
import type { Io } from '../../cli/io.js'
import { unclaimed } from '../../claim/unclaimed/unclaimed.js'
import { exitCodes } from '../../model/errors.js'
import type { Unclaimed } from '../../model/unclaimed.js'
import { renderUnclaimedText } from '../../report/unclaimed-text.js'
import { fill } from '../../templates/fill.js'
import { unclaimedTexts } from '../../templates/unclaimed-texts.js'
import { toolVersion } from '../../version.js'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { earlierClaimsOf } from '../../desk/earlier-claims.js'
import { say, wholeNumber, type GlobalOptions } from '../../cli/options.js'
import { openSession, planOf } from '../../desk/session.js'
import { requireFree } from '../../workspace/present-file.js'

interface UnclaimedOptions extends GlobalOptions {
  readonly endingWithin?: string
  readonly gap?: string
  readonly calendar?: string
  readonly pdf?: string
}

const endingWithinDays = 60
const gapDays = 30

/** Says what is still left on the table; changes nothing but the files that it is asked to write. */
export async function run(io: Io, options: UnclaimedOptions): Promise<number> {
  const [calendar, pdf] = [await newFile(options.calendar, io), await newFile(options.pdf, io)]
  const limits = { endingWithinDays: wholeNumber('--ending-within', options.endingWithin) ?? endingWithinDays, gapDays: wholeNumber('--gap', options.gap, 1) ?? gapDays }
  const session = await openSession(io, options)
  const { config } = session.workspace
  const language = options.lang ?? config.language
  const { facts, assessment } = planOf(session, language, undefined, await earlierClaimsOf(session, undefined))
  const left = unclaimed({ log: session.log, facts, assessment, book: session.book, claimant: config.claimant, ...limits })

  io.stdout(options.format === 'json' ? `${JSON.stringify(left, null, 2)}\n` : renderUnclaimedText(left, config.claimant.name, language))
  if (calendar !== undefined) {
    const { renderCalendar } = await import('../../report/calendar.js')
    await writeFileAtomically(calendar, renderCalendar(left, language))
    say(fill(unclaimedTexts.written[language], { path: calendar }), options, io)
  }
  if (pdf !== undefined) {
    const { renderUnclaimedPdf } = await import('../../report/pdf/unclaimed-form.js')
    await writeFileAtomically(pdf, await renderUnclaimedPdf(left, config.claimant.name, language, `korvaus ${toolVersion}`))
    say(fill(unclaimedTexts.written[language], { path: pdf }), options, io)
  }
  return needsAPerson(left) ? exitCodes.attention : exitCodes.done
}

async function newFile(name: string | undefined, io: Io): Promise<string | undefined> {
  if (name === undefined) return undefined
  const path = resolve(io.cwd, name)
  await requireFree(path)
  return path
}

function needsAPerson({ deadlines, missingPapers, lumpSums, endingDecisions, serviceGaps }: Unclaimed): boolean {
  return [deadlines, missingPapers, lumpSums, endingDecisions, serviceGaps].some(({ length }) => length > 0)
}
