import { cp, mkdir, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BatchSummary } from '../../src/batch/summary.js'

const example = join(import.meta.dirname, '../../fixtures/example/workspace')
const files = ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']

/** A new folder with so many copies of the example workspace: `ws-1`, `ws-2`, … */
export async function folderOfWorkspaces(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'korvaus-batch-'))
  for (let number = 1; number <= count; number++) await copyExample(join(folder, `ws-${number}`))
  return folder
}

/** The example workspace, as it is before anything was done in it. */
export async function copyExample(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of files) await cp(join(example, name), join(folder, name))
}

/** The summary that a run left in its output folder. */
export async function summaryIn(folder: string): Promise<BatchSummary> {
  return JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8')) as BatchSummary
}

/** The states of the workspaces by their names. */
export function statesOf({ workspaces }: BatchSummary): Record<string, string> {
  return Object.fromEntries(workspaces.map(({ workspace, state }) => [workspace, state]))
}
