import { z } from 'zod'
import { KorvausError } from '../model/errors.js'
import { claimStates } from '../model/ledger.js'
import { dumpedTables } from './dump.js'
import type { Engine } from './dialects/engine.js'
import { newestVersion } from './migrations.js'
import { proveRegister, type Proof } from './prove.js'
import type { RegisterDb } from './schema.js'

const id = z.int().positive()
const text = z.string()
const amount = text.regex(/^-?\d+\.\d\d$/)
const headSchema = z.object({ schema: z.literal('korvaus/register/1'), version: z.int().positive() })
const rowSchema = z.discriminatedUnion('table', [
  z.strictObject({ table: z.literal('register_settings'), name: text, value: text }),
  z.strictObject({ table: z.literal('claims'), id, business_id: text, period: text, running: id, from_date: text, to_date: text, state: z.enum(claimStates), as_of: text, rule_book: text, amount, content: text, packet: text, compensation: text.nullable().default(null) }),
  z.strictObject({ table: z.literal('claim_items'), claim_id: id, fingerprint: text, amount, item: text.nullable().default(null), category: text.nullable().default(null), thread: text.optional() }).transform((row) => ({ ...row, thread: row.thread ?? row.fingerprint })),
  z.strictObject({ table: z.literal('item_traces'), claim_id: id, fingerprint: text, trace: text, day: text }),
  z.strictObject({ table: z.literal('events'), seq: id, claim_id: id, kind: text, on_date: text, details: text, details_hash: text.nullable().default(null), previous: text, hash: text }),
])
const rowsAtOnce = 500
const order = dumpedTables.map(([table]) => table)

/**
 * Fills an empty register from the lines of a dump, of either database: all of it and proven by its journal, or nothing.
 * Throws `register-not-empty`, `register-newer`, or `dump-invalid` with the line.
 */
export async function importLines(engine: Engine, lines: AsyncIterable<string>, name: string): Promise<Proof> {
  return engine.writing(async (db) => {
    const claims = await db.selectFrom('claims').select('id').limit(1).executeTakeFirst()
    if (claims !== undefined) throw new KorvausError('register-not-empty', { path: engine.location })
    await db.deleteFrom('register_settings').execute()
    await fill(db, lines, name)
    await engine.dialect.countOn(db)
    const proof = await proveRegister({ ...engine, db })
    if (proof.problems.length > 0) throw new KorvausError('dump-unproven', { path: name, problems: proof.problems.map(({ seq, claim, what }) => `${claim ?? seq}: ${what}`).slice(0, 5).join(', ') })
    return proof
  })
}

async function fill(db: RegisterDb, lines: AsyncIterable<string>, name: string): Promise<void> {
  let number = 0
  let waiting: z.output<typeof rowSchema>[] = []
  const write = async () => {
    const [first] = waiting
    if (first !== undefined) await db.insertInto(first.table).values(waiting.map(({ table: _, ...row }) => row) as never).execute()
    waiting = []
  }
  for await (const line of lines) {
    number += 1
    if (line === '') continue
    if (number === 1) {
      requireHead(line, name)
      continue
    }
    const row = parsed(rowSchema, line, name, number)
    const last = waiting.at(-1)
    if (last !== undefined && order.indexOf(row.table) < order.indexOf(last.table)) throw new KorvausError('dump-invalid', { path: name, line: String(number), reason: row.table })
    if (last !== undefined && (last.table !== row.table || waiting.length === rowsAtOnce)) await write()
    waiting.push(row)
  }
  if (number === 0) throw new KorvausError('dump-invalid', { path: name, line: '1', reason: 'korvaus/register/1' })
  await write()
}

function requireHead(line: string, name: string): void {
  const { version } = parsed(headSchema, line, name, 1)
  if (version > newestVersion) throw new KorvausError('register-newer', { path: name })
}

function parsed<Schema extends z.ZodType>(schema: Schema, line: string, path: string, number: number): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(line))
  } catch (error) {
    const [issue] = error instanceof z.ZodError ? error.issues : []
    throw new KorvausError('dump-invalid', { path, line: String(number), reason: issue === undefined ? 'JSON' : issue.path.join('.') || issue.code }, { cause: error })
  }
}
