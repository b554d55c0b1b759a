import type { ColumnDefinitionBuilder, ColumnDataType, Expression, RawBuilder } from 'kysely'
import type { RegisterDb } from '../schema.js'

/** A database that keeps the register. */
export interface Engine {
  /** Where it is, without user and password: fit to be shown. */
  readonly location: string
  readonly db: RegisterDb
  readonly dialect: Dialect
  /** Runs work that changes the register: alone in it, and all of it or nothing. */
  writing: Together
  /** Runs work that reads the register as it is at one moment, whatever others write meanwhile. */
  reading: Together
}

/** Runs work within one transaction. */
export type Together = <Result>(work: (db: RegisterDb) => Promise<Result>) => Promise<Result>

/** What the databases do each in its own way; all else is said once, in the SQL that they share. A new database is a file with these, and a line in `dialects.ts`. */
export interface Dialect {
  /** A key that the database counts on by itself. */
  readonly countedKey: {
    readonly type: ColumnDataType | Expression<unknown>
    readonly column: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder
  }
  hasTable(db: RegisterDb, name: string): Promise<boolean>
  /** The elements of a JSON list as rows with one column `value`; where they are lists, `value->>0` is the first text of each. */
  elements(json: string): RawBuilder<unknown>
  /** Makes the counted keys go on where rows that came with their own numbers end. */
  countOn(db: RegisterDb): Promise<void>
  /** Leaves nothing in the database's files of the rows that were removed. */
  forgetRemoved(db: RegisterDb): Promise<void>
  /** Keeps the register as it is, of an older version, while nobody else can write to it; gives the path of what it kept. A database elsewhere is kept in the folder. */
  keepBackup(engine: Pick<Engine, 'location' | 'db'>, version: number, folder: string): Promise<string>
}

/** How long a run waits for others that hold the register. */
export const waitMilliseconds = 20_000
