import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandExamples } from '../../src/templates/command-examples.js'
import { copyExample } from '../batch/tools.js'
import { runKorvaus } from './run-korvaus.js'

const root = join(import.meta.dirname, '../..')
const examples = Object.entries(commandExamples).flatMap(([name, lines]) => lines.map((line) => ({ name, line })))
/** What asks a person or watches without end is held by tests of its own: `init-questions`, `review`, `watch`. */
const asking = ['korvaus init', 'korvaus check --watch', 'korvaus keys new keys/ours.ed25519 --passphrase']

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-examples-'))
})
afterEach(() => rm(folder, { recursive: true }))

const prepared = 'prepare --period 2026-03 --yes --as-of 2026-04-08'
const filed = [prepared, 'claims file 2026-03/01 --by x --date 2026-04-10']
const decided = [...filed, 'claims decide 2026-03/01 --by x --reference y --date 2026-06-01']
const paid = [...decided, 'claims pay 2026-03/01 --by x --reference y --date 2026-06-20']
/** The command lines that a person has run before those of a command. */
const before: Readonly<Record<string, readonly string[]>> = {
  review: ['check --annotate annotated.xlsx'], verify: [prepared], explain: [prepared], claims: [prepared], claimsShow: [prepared], claimsFile: [prepared], claimsDecide: filed, claimsPay: decided, claimsRecover: paid, claimsUndo: paid, claimsWithdraw: filed,
  claimsVerify: [prepared], claimsScrub: [prepared], register: [prepared], registerExport: [prepared], registerImport: [prepared, 'register export register.ndjson'], rulesTest: ['rules new CAT-101 --book my-rules'],
}
/** What those command lines leave elsewhere than where the examples look for it. */
async function arrange(name: string): Promise<void> {
  if (name === 'init') {
    await rm(join(folder, 'korvaus.yaml'))
    await cp(join(root, 'fixtures/read/erp-export/ostolaskut.csv'), join(folder, 'ostolaskut.csv'))
  }
  if (name === 'map') await cp(join(root, 'fixtures/read/erp-export/ostolaskut.csv'), join(folder, 'ostolaskut-2027.csv'))
  if (name === 'template') await rm(join(folder, 'palveluloki.xlsx'))
  if (['check', 'rulesDiff', 'claimsOther'].includes(name)) for (const copy of ['other-log.xlsx', 'service-log.xlsx', 'special-costs-2026.xlsx']) await cp(join(folder, 'palveluloki.xlsx'), join(folder, copy))
  if (name === 'verify') await cp(join(folder, 'packets/korvaus_1234567-1_2026-03_01.zip'), join(folder, 'korvaus_1234567-1_2026-03_01.zip'))
  if (name === 'registerImport') await rm(join(folder, 'korvaus.db'))
  if (name === 'claimsDecide') await writeFile(join(folder, 'decision.yaml'), 'date: 2026-11-23\nreference: UUD/123/2026\nby: Head of finance\n')
  if (name === 'batch') {
    for (const one of ['counties/one', 'counties/two']) await copyExample(join(folder, one))
    await writeFile(join(folder, 'batch.yaml'), 'workspaces: [counties/*]\n')
  }
  if (name === 'open') await seal()
}

/** A packet whose identity annex the key of the examples opens. */
async function seal(): Promise<void> {
  const { stdout } = await runKorvaus(['keys', 'new', 'keys/opening.age', '--opening'], folder)
  const config = join(folder, 'korvaus.yaml')
  await writeFile(config, `${await readFile(config, 'utf8')}\nseal: { recipients: [${stdout.trim()}] }\n`)
  expect((await runKorvaus(prepared.split(' '), folder)).stderr).toContain('packets')
}

function argvOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? (match[2] as string)).slice(1)
}

describe('the command lines that the help shows', () => {
  it.each(examples.filter(({ line }) => line.startsWith('korvaus ') && !asking.includes(line) && !line.includes('|')))('$line', { timeout: 60_000 }, async ({ name, line }) => {
    await copyExample(folder)
    for (const earlier of before[name] ?? []) {
      const { exitCode, stderr } = await runKorvaus(earlier.split(' '), folder)
      expect([0, 1], `${earlier}\n${stderr}`).toContain(exitCode)
    }
    await arrange(name)
    const { exitCode, stderr } = await runKorvaus(argvOf(line), folder, { env: { BROWSER: 'true' } })
    expect([0, 1], `${line}\n${stderr}`).toContain(exitCode)
  })

  it.each(asking)('%s asks a person, and says so where there is none', async (line) => {
    if (line.includes('--watch')) return expect((await runKorvaus(['check', '--help'], folder)).stdout).toContain('--watch')
    if (line !== 'korvaus init') await copyExample(folder)
    expect((await runKorvaus(argvOf(line), folder)).exitCode).toBe(2)
  })
})
