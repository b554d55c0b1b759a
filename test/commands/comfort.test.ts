import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runKorvaus } from './run-korvaus.js'

const example = join(import.meta.dirname, '../../fixtures/example/workspace')
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-comfort-'))
  for (const name of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(example, name), join(folder, name))
})
afterEach(() => rm(folder, { recursive: true }))

describe('doctor', () => {
  it('says of a sound workspace that all is in order, in every language', async () => {
    for (const [language, words] of [['fi', '[kunnossa]'], ['sv', '[i ordning]'], ['en', '[in order]']] as const) {
      const { exitCode, stdout } = await runKorvaus(['doctor', '--lang', language], folder)
      expect(exitCode).toBe(0)
      expect(stdout.trim().split('\n').every((line) => line.startsWith(words))).toBe(true)
    }
  })

  it('names every part that needs mending, not only the first', async () => {
    await writeFile(join(folder, 'palveluloki.xlsx'), 'no spreadsheet')
    await writeFile(join(folder, 'reviews.json'), '{')
    const { exitCode, stdout } = await runKorvaus(['doctor', '--format', 'json'], folder)
    const { findings } = JSON.parse(stdout) as { findings: { part: string; ok: boolean }[] }
    expect(exitCode).toBe(3)
    expect(findings.filter(({ ok }) => !ok).map(({ part }) => part)).toEqual(['inputs', 'reviews'])
  })

  it('tells of what a job that nobody watches would miss: the passphrase of its key, a clock set back, a folder that only looks as if it could be written', async () => {
    const secret = { KORVAUS_PASSPHRASE: 'kielo' }
    await runKorvaus(['keys', 'new', '--passphrase'], folder, { env: secret })
    await appendFile(join(folder, 'korvaus.yaml'), '\nsigning: { key: keys/claimant.ed25519 }\n')
    await mkdir(join(folder, '.korvaus-doctor'))
    const faults = async (world: Parameters<typeof runKorvaus>[2]) => {
      const { findings } = JSON.parse((await runKorvaus(['doctor', '--format', 'json', '--lang', 'en'], folder, world)).stdout) as { findings: { part: string; ok: boolean; message: string }[] }
      return findings.filter(({ ok }) => !ok).map(({ part, message }) => [part, message] as const)
    }
    const found = new Map(await faults({ now: () => Date.parse('2020-01-01'), today: () => '2020-01-01' }))
    expect([...found.keys()]).toEqual(['clock', 'signing', 'folder'])
    expect(found.get('clock')).toContain('2020-01-01')
    expect(found.get('signing')).toContain('KORVAUS_PASSPHRASE')
    await rm(join(folder, '.korvaus-doctor'), { recursive: true })
    expect(await faults({ env: secret })).toEqual([])
  })

  it('names the line of a broken configuration', async () => {
    await writeFile(join(folder, 'korvaus.yaml'), 'claimant:\n  kind: wellbeing-services-county\n  nam: x\n')
    const { exitCode, stdout } = await runKorvaus(['doctor', '--lang', 'en'], folder)
    expect([exitCode, stdout]).toEqual([2, expect.stringMatching(/\[mend\].*korvaus\.yaml/)])
  })
})

describe('a policy that the book does not know', () => {
  it.each([['deadlineWarningDay: 120', /line 4, column 3.*policies\.deadlineWarningDay.*→ deadlineWarningDays\?/], ['legalAdvice: perhaps', /line 4, column 3.*policies\.legalAdvice/], ['colour: red', /line 4, column 3.*known are .*legalAdvice/]])('is named at its line and column: %s', async (line, words) => {
    await writeFile(join(folder, 'korvaus.yaml'), `claimant: { kind: municipality, name: x, businessId: 1234567-1, municipality: "541" }\ninputs: [{ path: palveluloki.xlsx }]\npolicies:\n  ${line}\n`)
    expect((await runKorvaus(['check', '--lang', 'en'], folder)).stderr).toMatch(words)
  })
})

describe('prepare', () => {
  it('ends with what to attach, where to file it and until when', async () => {
    const { stderr } = await runKorvaus(['prepare', '--period', '2026-03', '--yes', '--lang', 'en'], folder)
    expect(stderr).toMatch(/Next:\n {2}1\. Read claim\.pdf[^\n]*\n {2}2\. Attach to the claim:\n {5}- claim\.pdf and cost-specification\.xlsx\n {5}- the decisions that the claim rests on \(\d+\): \S+[^]*3\. File by 2 January 2029\. Addressee: [^\n]*KEHA[^]*4\. Record that it was filed: korvaus claims file 2026-03\/01/)
    expect(stderr).not.toContain("director's statements")
  })

  it('attaches no statement of the director to the costs of the earlier law either: it follows the application', async () => {
    const { stderr } = await runKorvaus(['prepare', '--period', '2024', '--yes', '--lang', 'en'], folder)
    expect(stderr).not.toContain("director's statement")
    expect(stderr).toContain('File by 31 December 2026')
  })

  it('compares the claim with that of the period before', async () => {
    const prepare = (period: string) => runKorvaus(['prepare', '--period', period, '--yes', '--lang', 'en'], folder)
    expect((await prepare('2026-02')).stderr).not.toContain('The period before')
    expect((await prepare('2026-03')).stderr).toMatch(/The period before, 2026-02: €[\d,]+\.\d\d; change [+−]?€[\d,]+\.\d\d/)
  })
})
