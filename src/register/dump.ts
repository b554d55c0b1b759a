import { sql } from 'kysely'
import type { RegisterDb } from './schema.js'

/** The tables whose rows make a register, in the order in which they can be filled, each with the order of its rows. */
export const dumpedTables = [
  ['register_settings', 'name'],
  ['claims', 'id'],
  ['claim_items', 'claim_id, fingerprint'],
  ['item_traces', 'claim_id, fingerprint, trace'],
  ['events', 'seq'],
] as const

/** The version that brought a table. */
const sinceVersion: Readonly<Record<string, number>> = { register_settings: 2, item_traces: 4 }

/** All rows of a register as lines of JSON, the first line saying what they are; an older version lacks the newer tables. */
export async function* dumpLines(db: RegisterDb, version: number): AsyncGenerator<string> {
  yield line({ schema: 'korvaus/register/1', version })
  for (const [table, order] of dumpedTables) {
    if (version < (sinceVersion[table] ?? 1)) continue
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)} order by ${sql.raw(order)}`.execute(db)
    for (const row of rows) yield line({ table, ...plain(row) })
  }
}

/** PostgreSQL gives its large integers as texts; in a dump they are numbers, whichever database they come from. */
function plain(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, ['id', 'claim_id', 'seq', 'running'].includes(name) ? Number(value) : value]))
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`
}
