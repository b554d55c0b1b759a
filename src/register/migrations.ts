import { sql, type Kysely } from 'kysely'
import { KorvausError } from '../model/errors.js'
import type { RegisterTables } from './schema.js'

type Migration = (db: Kysely<RegisterTables>, serial: 'sqlite' | 'postgres') => Promise<void>

/** Each step takes the register one version further; a released step never changes. */
const migrations: readonly Migration[] = [createTables]

/** Brings the register to the version of the program. Throws `register-newer` when it is already beyond it. */
export async function migrate(db: Kysely<RegisterTables>, kind: 'sqlite' | 'postgres', location: string): Promise<void> {
  await db.schema.createTable('register_version').ifNotExists().addColumn('version', 'integer', (column) => column.notNull()).execute()
  const version = (await db.selectFrom('register_version').select('version').executeTakeFirst())?.version ?? 0
  if (version > migrations.length) throw new KorvausError('register-newer', { path: location })
  if (version === migrations.length) return
  await db.transaction().execute(async (transaction) => {
    for (const migration of migrations.slice(version)) await migration(transaction, kind)
    await transaction.deleteFrom('register_version').execute()
    await transaction.insertInto('register_version').values({ version: migrations.length }).execute()
  })
}

async function createTables(db: Kysely<RegisterTables>, kind: 'sqlite' | 'postgres'): Promise<void> {
  const serial = kind === 'postgres' ? sql`bigserial` : ('integer' as const)
  await db.schema
    .createTable('claims')
    .addColumn('id', serial, (column) => (kind === 'postgres' ? column.primaryKey() : column.primaryKey().autoIncrement()))
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('running', 'integer', (column) => column.notNull())
    .addColumn('from_date', 'text', (column) => column.notNull())
    .addColumn('to_date', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('as_of', 'text', (column) => column.notNull())
    .addColumn('rule_book', 'text', (column) => column.notNull())
    .addColumn('amount', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('packet', 'text', (column) => column.notNull())
    .addUniqueConstraint('claims_number', ['business_id', 'period', 'running'])
    .execute()
  await db.schema
    .createTable('claim_items')
    .addColumn('claim_id', 'bigint', (column) => column.notNull().references('claims.id'))
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('amount', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('claim_items_key', ['claim_id', 'fingerprint'])
    .execute()
  await db.schema.createIndex('claim_items_fingerprint').on('claim_items').column('fingerprint').execute()
  await db.schema
    .createTable('events')
    .addColumn('seq', serial, (column) => (kind === 'postgres' ? column.primaryKey() : column.primaryKey().autoIncrement()))
    .addColumn('claim_id', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('on_date', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
}
