// What a change can break, within a minute: types, linter, and the tests that import what changed since main (or since
// the commit named: npm run quick -- HEAD~3). The slow kinds wait for npm test.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const base = process.argv[2] ?? (lines('git', ['merge-base', 'HEAD', 'main'])[0] === lines('git', ['rev-parse', 'HEAD'])[0] ? 'HEAD' : 'main')

for (const [command, args] of [
  ['npm', ['run', '--silent', 'types']],
  ['npm', ['run', '--silent', 'lint']],
  ['npx', ['vitest', 'run', '--project', 'quick', '--changed', base, '--passWithNoTests']],
]) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}

function lines(command, args) {
  return spawnSync(command, args, { cwd: root, encoding: 'utf8' }).stdout.trim().split('\n')
}
