import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { appendFileSync } from 'node:fs'

/** Where a tool of this machine lies, if it has one. */
export function toolAt(name: string): string | undefined {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)).find((path) => existsSync(path))
}

/** Notes which tools a test used, and what came with npm in place of those that are not there; the run ends by saying it. */
export function used(what: string, tools: readonly string[], instead: string): void {
  const log = process.env.KORVAUS_TOOLS_LOG
  const found = tools.filter((tool) => toolAt(tool) !== undefined)
  const missing = tools.filter((tool) => !found.includes(tool))
  if (log !== undefined) appendFileSync(log, `${what}: ${[...found, ...(missing.length > 0 ? [`${instead} (no ${missing.join(', ')})`] : [instead])].join(', ')}\n`)
}
