import { resolve } from 'node:path'
import type { FoundPattern, FoundWorkspace } from './find-workspaces.js'
import { keyOf } from './run-batch.js'
import type { BatchState } from './state.js'

/** What patterns lead to, for the next run to miss. */
export type FoundBefore = NonNullable<BatchState['found']>

/**
 * The workspaces that an earlier run found by the same patterns and that are there no more, in the order of their names:
 * each is still a workspace of the run, and fails. Those that somebody takes leave of by name are missed no longer.
 */
export function missedWorkspaces(out: string, before: BatchState, found: { readonly workspaces: readonly FoundWorkspace[]; readonly patterns: readonly FoundPattern[] }, forgotten: readonly string[]): { missed: FoundWorkspace[]; found: FoundBefore } {
  const gone = new Set(forgotten.map((folder) => keyOf(out, { name: '', folder })))
  const present = new Set(found.workspaces.map((one) => keyOf(out, one)))
  const now: Record<string, string[]> = {}
  const missed = new Set<string>()
  for (const { pattern, cwd, folders } of found.patterns) {
    const key = keyOf(out, { name: '', folder: resolve(cwd, pattern) })
    const known = [...(before.found?.[key] ?? []), ...folders.map((folder) => keyOf(out, { name: '', folder }))]
    now[key] = [...new Set([...(now[key] ?? []), ...known])].filter((one) => !gone.has(one)).sort()
    for (const one of now[key]) if (!present.has(one)) missed.add(one)
  }
  const named = [...missed].sort().map((key) => ({ name: before.results[key]?.workspace ?? key, folder: resolve(out, key), known: true }))
  return { missed: named, found: { ...before.found, ...now } }
}
