import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import Database from 'libsql'
import { Kysely, sql, SqliteDialect } from 'kysely'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import type { RegisterDb, RegisterTables } from '../schema.js'
import { waitMilliseconds, type Dialect, type Engine, type Together } from './engine.js'

const privateFile = 0o600

/** A register that leaves no file. */
export const inMemory = ':memory:'

/** Opens a register in a file, which is made when it is new, readable by its owner alone. */
export async function openSqlite(path: string): Promise<Engine> {
  if (path !== inMemory) await makePrivate(path)
  const database = new Database(path, { timeout: waitMilliseconds })
  database.pragma('foreign_keys = ON')
  // What is scrubbed is overwritten in the file, not only unlinked.
  database.pragma('secure_delete = ON')
  const db = new Kysely<RegisterTables>({ dialect: new SqliteDialect({ database: database as never }) })
  return { location: path, db, dialect, writing: within(db, 'immediate'), reading: within(db, 'deferred') }
}

const dialect: Dialect = {
  countedKey: { type: 'integer', column: (column) => column.primaryKey().autoIncrement() },
  hasTable: async (db, name) => {
    const { rows } = await sql`select 1 from sqlite_master where name = ${name}`.execute(db)
    return rows.length > 0
  },
  elements: (json) => sql`json_each(${json})`,
  // The greatest number is looked up at each new row.
  countOn: () => Promise.resolve(),
  // `secure_delete` has overwritten them.
  forgetRemoved: () => Promise.resolve(),
  /** The file beside itself. */
  keepBackup: async ({ location }, version) => {
    const path = join(dirname(location), `${basename(location)}.version-${version}.backup`)
    await writeFileAtomically(path, createReadStream(location))
    return path
  },
}

/**
 * For writing the write lock is taken at once, not when the first row is written, so that nobody else writes between
 * what was read and what is written.
 */
function within(db: RegisterDb, kind: 'immediate' | 'deferred'): Together {
  return (work) => db.connection().execute(async (connection) => {
    await sql`begin ${sql.raw(kind)}`.execute(connection)
    try {
      const result = await work(connection)
      await sql`commit`.execute(connection)
      return result
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => undefined)
      throw error
    }
  })
}

/** A new file is its owner's alone from the first byte. What hinders it is told by whoever opens it then. */
async function makePrivate(path: string): Promise<void> {
  const handle = await open(path, 'ax', privateFile).catch(() => undefined)
  await handle?.close()
}
