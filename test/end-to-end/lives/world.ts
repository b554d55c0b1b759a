import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { main as Main } from '../../../src/main.js'
import { runMain, type RunResult } from '../../commands/run-korvaus.js'
import type { LogRow } from '../small-workspace.js'
import type { Life } from './life.js'

const { main } = (await import(pathToFileURL(join(import.meta.dirname, '../../../dist/main.js')).href)) as { main: typeof Main }

/** A register on PostgreSQL. */
export interface SharedRegister {
  readonly location: string
  copy(): Promise<string>
}

/** A life as it stands after some of its steps. */
export interface World {
  readonly life: Life
  /** Holds all that the life needs; `workspace` in it is the claimant's. */
  readonly folder: string
  readonly workspace: string
  rows: LogRow[]
  next: number
  /** The manifest of each packet when it was last proven. */
  readonly proven: Map<string, string>
  /** Of each packet with pseudonyms of its own the IDs that its items have in the log. */
  readonly ownIds: Map<string, ReadonlyMap<string, string>>
  /** Where the register is, if not beside the workspace, and how a copy of it is made. */
  readonly register?: SharedRegister | undefined
}

export interface LifeClaim {
  readonly number: string
  readonly state: 'prepared' | 'filed' | 'decided' | 'paid' | 'recovered' | 'withdrawn'
  readonly packet: string
  readonly period: { readonly from: string; readonly to: string }
  readonly claimed: string
}

/** Runs a command of the built program, which need not make its rule books anew each time, on the as-of date of every life. */
export function run(world: World, argv: readonly string[], cwd = world.workspace): Promise<RunResult> {
  return runMain(main, [...argv, '--as-of', '2026-11-23', '--rules', world.life.book], cwd)
}

export async function claimsOf(world: World): Promise<readonly LifeClaim[]> {
  const { stdout } = await run(world, ['claims', 'list', '--format', 'json'])
  return (JSON.parse(stdout) as { claims: readonly LifeClaim[] }).claims
}

/** The names of the packets of a workspace. */
export async function packetsIn(workspace: string): Promise<string[]> {
  const names = await readdir(join(workspace, 'packets')).catch(() => [])
  return names.filter((name) => !name.endsWith('.zip')).sort()
}

export function manifestOf(workspace: string, packet: string): Promise<string> {
  return readFile(join(workspace, 'packets', packet, 'manifest.json'), 'utf8')
}
