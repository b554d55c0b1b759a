import { sql } from 'kysely'
import { KorvausError } from '../model/errors.js'
import type { Dialect, Engine } from './dialects/engine.js'
import type { RegisterDb } from './schema.js'

type Migration = (db: RegisterDb, dialect: Dialect) => Promise<void>

/** Each step takes the register one version further; a released step never changes. */
const migrations: readonly Migration[] = [createTables, nameItemsAndProtectDetails, followCosts, traceItems, knowOtherCompensations]

export const newestVersion = migrations.length

/**
 * Brings the register to the version of the program, after `backup` has kept the older one. Throws `register-newer`
 * when it is already beyond it.
 */
export async function migrate(engine: Engine, backup: (db: RegisterDb, version: number) => Promise<unknown>): Promise<void> {
  if (requireKnown(await versionOf(engine), engine) === newestVersion) return
  await engine.writing(async (db) => {
    const version = requireKnown(await versionOf({ ...engine, db }), engine)
    if (version === newestVersion) return
    if (version > 0) await backup(db, version)
    await db.schema.createTable('register_version').ifNotExists().addColumn('version', 'integer', (column) => column.notNull()).execute()
    for (const migration of migrations.slice(version)) await migration(db, engine.dialect)
    await db.deleteFrom('register_version').execute()
    await db.insertInto('register_version').values({ version: newestVersion }).execute()
  })
}

/** The version of a register; 0 where there is none yet. */
export async function versionOf({ dialect, db }: Pick<Engine, 'dialect' | 'db'>): Promise<number> {
  if (!(await dialect.hasTable(db, 'register_version'))) return 0
  return (await db.selectFrom('register_version').select('version').executeTakeFirst())?.version ?? 0
}

function requireKnown(version: number, { location }: Engine): number {
  if (version > newestVersion) throw new KorvausError('register-newer', { path: location })
  return version
}

async function createTables(db: RegisterDb, { countedKey }: Dialect): Promise<void> {
  await db.schema
    .createTable('claims')
    .addColumn('id', countedKey.type, countedKey.column)
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
    .addColumn('seq', countedKey.type, countedKey.column)
    .addColumn('claim_id', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('on_date', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
}

/** Version 2: decisions by item and category, details that can be scrubbed without breaking the chain, settings. */
async function nameItemsAndProtectDetails(db: RegisterDb): Promise<void> {
  await db.schema.alterTable('claim_items').addColumn('item', 'text').execute()
  await db.schema.alterTable('claim_items').addColumn('category', 'text').execute()
  await db.schema.alterTable('events').addColumn('details_hash', 'text').execute()
  await db.schema
    .createTable('register_settings')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
}

/** Version 3: costs are followed through the claims that correct them. */
async function followCosts(db: RegisterDb): Promise<void> {
  await db.schema.alterTable('claim_items').addColumn('thread', 'text').execute()
  await sql`update claim_items set thread = fingerprint`.execute(db)
  await db.schema.createIndex('claim_items_thread').on('claim_items').column('thread').execute()
}

/** Version 4: like items are found across claims and claimants. */
async function traceItems(db: RegisterDb): Promise<void> {
  await db.schema
    .createTable('item_traces')
    .addColumn('claim_id', 'bigint', (column) => column.notNull().references('claims.id'))
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('trace', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('item_traces_trace').on('item_traces').column('trace').execute()
  await db.schema.createIndex('item_traces_claim').on('item_traces').column('claim_id').execute()
}

/** Version 5: what was claimed under the other compensations of the Act. */
async function knowOtherCompensations(db: RegisterDb): Promise<void> {
  await db.schema.alterTable('claims').addColumn('compensation', 'text').execute()
}
