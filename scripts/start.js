// Runs the main job on the example workspace: check it, then prepare its claim.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const period = '2023-11-01..2026-10-31'
const result = spawnSync(
  process.execPath,
  [join(root, 'bin/korvaus.js'), 'prepare', '--workspace', join(root, 'fixtures/example/workspace'), '--period', period, '--as-of', '2026-11-23', '--yes', '--lang', 'en'],
  { stdio: 'inherit' },
)
// Exit code 1 says that items need a person, which the example is made to show.
process.exit(result.status === 1 ? 0 : (result.status ?? 70))
