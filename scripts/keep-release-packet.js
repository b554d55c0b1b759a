// Keeps one packet of each released rule book as this version of the program makes it: node scripts/keep-release-packet.js
// Packets kept for earlier versions are never touched; every later version has to verify them.
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const kept = join(root, 'fixtures/packet/releases')
const { main } = await import('../dist/main.js')
const { releasedVersions } = await import('../dist/rules/released-books.js')
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))

await mkdir(kept, { recursive: true })
for (const book of await releasedVersions()) {
  const name = join(kept, `korvaus-${version}-rules-${book}.zip`)
  if (existsSync(name) && !process.argv.includes('--replace')) {
    console.log(`${name} is kept already; --replace makes it anew before a release`)
    continue
  }
  const workspace = await mkdtemp(join(tmpdir(), 'korvaus-release-'))
  for (const file of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(root, 'fixtures/example/workspace', file), join(workspace, file))
  const io = { stdout: () => undefined, stderr: (text) => process.stderr.write(text), cwd: workspace, env: {}, isTerminal: false, width: undefined, today: () => '2026-11-23' }
  const exitCode = await main(['prepare', '--period', '2026-Q1', '--rules', book, '--as-of', '2026-11-23', '--yes', '--quiet'], io)
  if (exitCode > 1) process.exit(exitCode)
  await writeFile(name, await readFile(join(workspace, 'packets/korvaus_1234567-1_2026-Q1_01.zip')))
  await rm(workspace, { recursive: true })
}
