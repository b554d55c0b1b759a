// Before a package is made: builds, and locks what it depends on, without the packages of development. After: takes the lock away again.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const shrinkwrap = join(root, 'npm-shrinkwrap.json')
if (process.argv.includes('--clean')) rmSync(shrinkwrap, { force: true })
else {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.js')], { stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(shrinkwrap, `${JSON.stringify(forUsers(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))), null, 2)}\n`)
}

function forUsers({ packages, ...head }) {
  const used = Object.entries(packages).filter(([, { dev }]) => dev !== true).map(([path, { devDependencies: _, ...one }]) => [path, one])
  return { ...head, packages: Object.fromEntries(used) }
}
