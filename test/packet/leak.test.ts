import { spawn } from 'node:child_process'
import fc from 'fast-check'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { identityCodeChecks } from './planted-codes.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { leakingWorkspace } from './leaking-workspace.js'
import { everyFile, withoutSpaces, type Seen } from './every-text.js'
import { allCommands, commandTree } from '../../src/commands/command-tree.js'
import { buildProgram } from '../../src/commands/program.js'
import { everyCommandLine } from './every-command.js'
import { everyFormat, inboxLines, inEveryLanguage } from './every-format.js'
import { newOpeningKey, openPersons } from '../../src/packet/seal.js'

const packet = 'packets/korvaus_1234567-1_2026-03_01'
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const separators = ['+', '-', 'A', 'B', 'C', 'D', 'E', 'F', 'U', 'V', 'W', 'X', 'Y', '\u2013', '\u2212']
const identityCode = (separator: string) => fc.record({ day: fc.integer({ min: 1, max: 28 }), month: fc.integer({ min: 1, max: 12 }), year: fc.integer({ min: 0, max: 99 }), number: fc.integer({ min: 900, max: 999 }), separator: fc.constant(separator) }).map(identityCodeChecks)
const email = fc.tuple(fc.stringMatching(/^[a-z]{3,8}$/), fc.constantFrom('esimerkki.fi', 'mail.example.org')).map(([name, host]) => `${name}.uhri@${host}`)
const phone = fc.tuple(fc.constantFrom('+358 40 ', '040 ', '+35850', '050-'), fc.integer({ min: 1_000_000, max: 9_999_999 })).map(([prefix, number]) => `${prefix}${number}`)
const planted = fc.record({
  codes: fc.tuple(...separators.map(identityCode)),
  emails: fc.array(email, { minLength: 1, maxLength: 1 }),
  phones: fc.array(phone, { minLength: 2, maxLength: 2 }),
  names: fc.array(fc.stringMatching(/^Zq[a-z]{5,9}$/), { minLength: 3, maxLength: 3 }),
  places: fc.constantFrom(['Paimio', 'Taivassalo'], ['Oripää', 'Masku'], ['Kustavi', 'Rusko']),
})

const draws = fc.sample(planted, { numRuns: 3, seed: 20_261_123 }).map((drawn, index) => [['first', 'second', 'third'][index] as string, drawn] as const)

/** The same spreadsheet marked up for its owner, and settings that name the file. */
const ownFiles = ['annotated-own.xlsx', 'korvaus.yaml']
/** The rules and the municipalities of the law stand there, and nothing of a case. */
const ofTheLaw = /rule-book\.json|of rules |of template|blank\.xlsx|guide\.md/

describe('no command lets out who somebody is', () => {
  it.each(draws)('wherever identity codes, names, e-mails, phone numbers and places were written, drawn a %s time', { timeout: 600_000 }, async (drawn, { codes, emails, phones, names, places }) => {
    const identifiers = [...codes, ...emails, ...phones]
    const { recipient, identity } = await newOpeningKey()
    const { folder, file } = await leakingWorkspace({ identifiers, names, places }, `signing: { key: keys/claimant.ed25519 }\nseal: { recipients: [${recipient}] }\nlanguage: fi\n`)
    folders.push(folder)
    const outputs = await runEverything(folder, file, [...identifiers, ...names], drawn === 'first')
    const seen = [...outputs, ...(await everyFile(folder, [file, 'loki ….xlsx', ...ownFiles]))].filter(({ where }) => where !== 'a file name')
    const fileNames = (await readdir(folder, { recursive: true })).filter((name) => !name.endsWith(file))
    const leaks = [...seen, { where: 'a file name', text: fileNames.join('\n') }].flatMap(({ where, text }) => {
      const plain = withoutSpaces(text)
      return [...identifiers, ...names, '010190-901R', ...(ofTheLaw.test(where) ? [] : places)].map(withoutSpaces).filter((secret) => plain.includes(secret)).map((secret) => `${where}: ${around(plain, secret)}`)
    })
    expect(leaks).toEqual([])
    expect(seen.some(({ where, text }) => where.endsWith('claim.pdf') && text.includes('OK-4'))).toBe(true)
    expect(fileNames).toEqual(expect.arrayContaining(['inbox/done/loki ….xlsx.report', 'inbox/failed/….csv.report']))
    const annex = await openPersons(new Uint8Array(await readFile(join(folder, packet, 'persons.age'))), [identity], 'persons.age')
    expect(annex.persons.map(({ case: theCase, name, personalId }) => [theCase, name, personalId])).toEqual(expect.arrayContaining([['C', names[0], '010190-901R']]))
    expect(seen.some(({ where, text }) => where.endsWith('korvaus.log') && text.includes('prepared'))).toBe(true)
  })

  it('in a packet, when files, sheets and headings are called by a name', async () => {
    const [name, other] = ['Zqvirtanen', 'Zqlehtonen']
    const { folder, file } = await leakingWorkspace({ identifiers: ['010190-901R'], names: [name, other], places: ['Paimio'] }, '', { file: `${name}n loki.xlsx`, headings: [`Lisätieto ${name}`], costsSheet: `Kustannukset ${name}` })
    folders.push(folder)
    const prepared = await runKorvaus(['prepare', '--period', '2026-03', '--yes', '--leave-unread', '--as-of', '2026-11-23', '--lang', 'en'], folder)
    expect(prepared.exitCode, prepared.stderr).toBe(1)
    const seen = await everyFile(join(folder, 'packets'))
    expect(seen.filter(({ text }) => text.includes(name)).map(({ where }) => where)).toEqual([])
    expect(seen.some(({ where, text }) => where.endsWith('claim.json') && text.includes('"[…] loki.xlsx"'))).toBe(true)
    expect((await runKorvaus(['verify', packet, '--source', file, '--lang', 'en'], folder)).stdout).toContain('The packet is verified')
  })

  it('by any command that there is: each is called', () => {
    const called = everyCommandLine('log.xlsx', ['secret']).map((argv) => argv.join(' '))
    const tree = commandTree(buildProgram({ stdout: () => undefined, stderr: () => undefined, cwd: '.', env: {}, isTerminal: false, width: undefined, today: () => '2026-11-23' }, 'en', () => undefined))
    const commands = allCommands(tree).filter(({ commands: under }) => under.length === 0).map(({ words }) => words.replace('korvaus ', ''))
    expect(commands.length).toBeGreaterThan(25)
    for (const words of commands) expect(called.some((line) => line === words || line.startsWith(`${words} `)) ? '' : `${words} is not called`).toBe('')
  })
})

function around(text: string, secret: string): string {
  const at = text.indexOf(secret)
  return text.slice(Math.max(0, at - 80), at + secret.length + 40)
}

/** What every command says, with errors on the way; thorough, also in every format and language. */
async function runEverything(folder: string, file: string, secrets: readonly string[], thorough: boolean): Promise<Seen[]> {
  const seen: Seen[] = []
  await mkdir(join(folder, 'inbox'))
  await cp(join(folder, file), join(folder, 'inbox', file))
  await writeFile(join(folder, 'inbox', `${secrets[1] as string}.csv`), '%PDF-1.7')
  const lines = everyCommandLine(file, secrets)
  const refused = lines.filter((argv) => secrets.some((secret) => argv.some((word) => word.includes(secret))) && !argv.includes('--lang'))
  for (const argv of [...lines, ...(thorough ? [...inEveryLanguage(refused), ...everyFormat(file, secrets)] : inboxLines())]) {
    const { stdout, stderr, exitCode } = await runKorvaus(argv, folder)
    expect(exitCode, `${argv.join(' ')}: ${stderr}`).not.toBe(70)
    const where = argv.slice(0, 3).join(' ')
    seen.push({ where: `stdout of ${where}`, text: stdout }, { where: `stderr of ${where}`, text: stderr })
  }
  return [...seen, ...(await watched(folder, file))]
}

/** What is said while a person saves the workbook, once while it is whole and once broken, and then stops with Ctrl-C. */
async function watched(folder: string, file: string): Promise<Seen[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../bin/korvaus.js'), 'check', '--watch', '--lang', 'en', '--as-of', '2026-11-23'], { cwd: folder })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()))
  const waits = (times: number) => expect.poll(() => stderr.split('Waiting for a save').length - 1, { timeout: 60_000 }).toBe(times)
  const good = await readFile(join(folder, file))
  await waits(1)
  await writeFile(join(folder, file), good.subarray(0, 500))
  await waits(2)
  await writeFile(join(folder, file), good)
  await waits(3)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await ended
  return [{ where: 'stdout of check --watch', text: stdout }, { where: 'stderr of check --watch', text: stderr }]
}
