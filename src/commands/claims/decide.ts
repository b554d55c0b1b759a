import { resolve } from 'node:path'
import { z } from 'zod'
import type { Io } from '../../cli/io.js'
import { exitCodes, type ReasonCode } from '../../model/errors.js'
import { isIsoDate } from '../../model/dates.js'
import { columnsOf, type Column } from '../../model/columns.js'
import { categories, categorySchema, type Category } from '../../model/values.js'
import { choiceOf } from '../../read/choices.js'
import type { GrantedPart } from '../../register/steps.js'
import { renderClaim } from '../../report/claims.js'
import { readConfig } from '../../workspace/read-config.js'
import { atDesk, centsOf, free, noticeDay, reasonOf, responsible, takeStep, type StepOptions } from './desk.js'
import { namedText } from '../../workspace/present-file.js'

const isoDate = z.string().refine(isIsoDate, 'not-a-date' satisfies ReasonCode)
const partSchema = z.strictObject({ item: z.string().optional(), category: categorySchema.optional(), granted: z.union([z.string(), z.number()]).transform(String), reason: z.string().min(1) })
  .refine(({ item, category }) => item === undefined || category === undefined, 'item-or-category' satisfies ReasonCode)
const decisionSchema = z.strictObject({ date: isoDate.optional(), notice: isoDate.optional(), reference: z.string().optional(), by: z.string().optional(), parts: z.array(partSchema).default([]) })

/**
 * Records the authority's decision: the whole claim as applied for, or in part by item, by category or as one sum, with
 * reasons. Shows what can be done against a denial, and until when.
 */
export function run(io: Io, options: StepOptions, [number = '']: string[]): Promise<number> {
  return atDesk(io, options, async (desk) => {
    const file = options.decision === undefined ? undefined : await decisionIn(resolve(io.cwd, options.decision), options.decision)
    const given = { ...options, ...defined({ date: options.date ?? file?.date, reference: options.reference ?? file?.reference, by: options.by ?? file?.by, notice: options.notice ?? file?.notice }) }
    const who = await responsible(io, given, desk, true)
    const noticeOn = noticeDay(given.notice, who.onDate, desk.asOf)
    const parts = [...(file?.parts.map((part) => ({ ...part, granted: centsOf(part.granted, '--decision'), reason: free(part.reason, '--decision') })) ?? []), ...partsOf(options)]
    const { claim } = await takeStep(io, options, desk, number, { kind: 'decided', ...who, noticeOn, parts })
    if (options.format === 'text' && options.quiet !== true) io.stdout(renderClaim(claim, desk.language))
    return claim.remedy?.open === true ? exitCodes.attention : exitCodes.done
  })
}

/** The parts that the options name: `R-014=100.00`, `SAFETY=0`, or a sum for the whole claim; `--denied` is nothing for it. */
function partsOf({ granted = [], denied, reason }: StepOptions): GrantedPart[] {
  const whole = denied === true ? [{ granted: 0n, reason: reasonOf({ reason: reason ?? '' }) }] : []
  return [...whole, ...granted.map((text) => {
    const at = text.lastIndexOf('=')
    const cents = centsOf(text.slice(at + 1), '--granted')
    const named = reasonOf({ reason: reason ?? '' })
    if (at < 0) return { granted: cents, reason: named }
    const category = categoryNamed(text.slice(0, at))
    return { ...(category === undefined ? { item: text.slice(0, at) } : { category }), granted: cents, reason: named }
  })]
}

/** A category by its code, or by its name in any of the languages. */
function categoryNamed(text: string): Category | undefined {
  const code = choiceOf(text.trim(), categoryColumn)
  return categories.find((one) => one === code || one === text.trim().toUpperCase())
}

const categoryColumn = columnsOf.costs.find(({ key }) => key === 'category') as Column

async function decisionIn(path: string, name: string): Promise<z.output<typeof decisionSchema>> {
  return readConfig(name, await namedText(path, name), decisionSchema)
}

function defined<Values extends object>(values: Values): { [Name in keyof Values]: Exclude<Values[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}
