import { isThere } from '../../workspace/present-file.js'
import { shownAddress } from '../address.js'
import type { Engine } from './engine.js'

/** A database that can keep a register: which locations are its own, how they are shown, and how it is opened. */
interface Entry {
  readonly isServer: boolean
  knows(location: string): boolean
  /** Fit to be shown: without user and password. */
  shown(location: string): string
  /** The library of a database that is not used is not even loaded. */
  open(location: string): Promise<Engine>
}

/** The databases, each asked in turn whether a location is its own; a path of a file is the last one's. */
const dialects = {
  postgres: {
    isServer: true,
    knows: (location) => /^postgres(ql)?:\/\//.test(location),
    shown: shownAddress,
    open: async (location) => (await import('./postgres.js')).openPostgres(location),
  },
  sqlite: {
    isServer: false,
    knows: () => true,
    shown: (location) => location,
    open: async (location) => (await import('./sqlite.js')).openSqlite(location),
  },
} satisfies Record<string, Entry>

export type EngineKind = keyof typeof dialects

/** The database of a location. */
export function dialectOf(location: string): Entry {
  const entries: readonly Entry[] = Object.values(dialects)
  return entries.find((entry) => entry.knows(location)) ?? dialects.sqlite
}

/** Whether a register is kept by a server, and is no file of the workspace. */
export function isOnServer(location: string): boolean {
  return dialectOf(location).isServer
}

/** Whether a register may exist already; `check` looks, makes no file and loads no database for that. */
export async function registerExists(location: string): Promise<boolean> {
  return isOnServer(location) || isThere(location)
}
