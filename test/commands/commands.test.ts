import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assessmentSchema } from '../../src/model/assessment.js'
import { copyWorkspace } from '../end-to-end/run-built.js'
import { runKorvaus } from './run-korvaus.js'

let example: string
let folder: string
beforeAll(async () => {
  example = await copyWorkspace('example')
  folder = await mkdtemp(join(tmpdir(), 'korvaus-commands-'))
})
afterAll(() => Promise.all([folder, example].map((path) => rm(path, { recursive: true }))))

describe('check', () => {
  it('prints the assessment as JSON by its schema, and nothing else, on stdout', async () => {
    const { exitCode, stdout, stderr } = await runKorvaus(['check', '--format', 'json'], example)
    const assessment = assessmentSchema.parse(JSON.parse(stdout))
    expect(exitCode).toBe(1)
    expect(stderr).toBe('')
    expect(assessment.totals.items).toBe(167)
    expect(assessment.ruleBook.version).toMatch(/^\d{4}\.\d+$/)
  })

  it('speaks Finnish, Swedish and English', async () => {
    const texts = await Promise.all(['fi', 'sv', 'en'].map(async (language) => (await runKorvaus(['check', '--lang', language], example)).stdout))
    expect(texts.map((text) => text.split('\n')[0])).toEqual([expect.stringContaining('tarkastelupäivä 23.11.2026'), expect.stringContaining('referensdag 23.11.2026'), expect.stringContaining('as of 23 November 2026')])
    for (const text of texts) expect(text).not.toMatch(/\{\w+[\w.:]*\}|undefined|NaN/)
  })

  it.each([['example', 'palveluloki.xlsx', '2026-11-23'], ['municipal', 'servicelogg.xlsx', '2022-12-15']])('gives the same assessment of the log of %s as another program saved it', async (theme, file, asOf) => {
    const fixture = join(import.meta.dirname, '../../fixtures', theme)
    const [own, other] = await Promise.all(['workspace', 'libreoffice'].map((where) => runKorvaus(['check', join(fixture, where, file), '--workspace', join(fixture, 'workspace'), '--as-of', asOf, '--format', 'json'], folder)))
    expect(other?.stdout).toBe(own?.stdout)
    expect(JSON.parse(own?.stdout ?? '')).toMatchObject({ schema: 'korvaus/assessment/1' })
  })

  it('changes nothing', async () => {
    const before = await readdir(example)
    await runKorvaus(['check'], example)
    expect(await readdir(example)).toEqual(before)
  })

  it('names no identity code of the log, in any language or format', async () => {
    const runs = await Promise.all(['text', 'json'].map((format) => runKorvaus(['check', '--format', format], example)))
    for (const { stdout } of runs) expect(stdout).not.toMatch(/\d{6}[-+A-FU-Y]9\d{2}/)
  })
})

describe('rules', () => {
  it('lists every rule of a book', async () => {
    const { stdout, exitCode } = await runKorvaus(['rules', 'list', '--format', 'json'], folder)
    expect(exitCode).toBe(0)
    expect((JSON.parse(stdout) as { rules: { rule: string }[] }).rules.map(({ rule }) => rule)).toContain('DL-001')
    expect((await runKorvaus(['rules', 'list', '--lang', 'sv'], folder)).stdout).toContain('DL-001')
  })

  it('runs the examples', async () => {
    const { stdout, exitCode } = await runKorvaus(['rules', 'test', '--format', 'json'], folder)
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ failed: [] })
  })
})

describe('explain', () => {
  it('gives a rule with its sources and examples', async () => {
    const { stdout, exitCode } = await runKorvaus(['explain', 'dl-001', '--lang', 'en'], folder)
    expect(exitCode).toBe(0)
    for (const text of ['DL-001', '1386/2010 54 §', '681/2023 70 §', 'https://', 'holds:']) expect(stdout).toContain(text)
    expect(JSON.parse((await runKorvaus(['explain', 'DL-001', '--format', 'json'], folder)).stdout)).toMatchObject({ rule: 'DL-001', effect: 'reject' })
  })

  it('suggests what a mistyped rule may have meant', async () => {
    const { stderr, exitCode } = await runKorvaus(['explain', 'DL-01', '--lang', 'en'], folder)
    expect(exitCode).toBe(2)
    expect(stderr).toContain('DL-001')
  })
})

describe('init and template', () => {
  it('set up a workspace whose blank log can be read', async () => {
    const place = await mkdtemp(join(folder, 'new-'))
    const flags = ['--yes', '--kind', 'wellbeing-services-county', '--name', 'Testialue', '--business-id', '1234567-1', '--county', '05']
    expect(await runKorvaus(['init', ...flags, '--lang', 'fi'], place)).toMatchObject({ exitCode: 0, stdout: '' })
    expect(await readFile(join(place, 'korvaus.yaml'), 'utf8')).toContain('# Kuka hakee korvausta')
    expect((await runKorvaus(['template'], place)).exitCode).toBe(0)
    const { exitCode, stdout } = await runKorvaus(['check', '--format', 'json'], place)
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ totals: { items: 0 } })
  })

  it.each(['fi', 'sv', 'en'])('write the same blank workbook each time in %s', async (language) => {
    await runKorvaus(['template', `a-${language}.xlsx`, '--lang', language], folder)
    await runKorvaus(['template', `b-${language}.xlsx`, '--lang', language], folder)
    expect((await readFile(join(folder, `a-${language}.xlsx`))).equals(await readFile(join(folder, `b-${language}.xlsx`)))).toBe(true)
  })

  it('overwrite nothing', async () => {
    await writeFile(join(folder, 'kept.xlsx'), 'mine')
    expect(await runKorvaus(['template', 'kept.xlsx'], folder)).toMatchObject({ exitCode: 2 })
    expect(await readFile(join(folder, 'kept.xlsx'), 'utf8')).toBe('mine')
  })

  it.each([
    [['init', '--yes', '--kind', 'county'], '--kind'],
    [['init', '--yes', '--kind', 'municipality', '--name', 'x', '--business-id', '1234567-9'], '1234567-9'],
    [['init'], '--yes'],
  ])('say what is wrong with %j', async (argv, words) => {
    const { exitCode, stderr } = await runKorvaus([...argv, '--workspace', join(folder, 'none')], folder)
    expect(exitCode).toBe(2)
    expect(stderr).toContain(words)
  })
})

describe('bad input', () => {
  const copies = async (change: (workspace: string) => Promise<unknown>) => {
    const workspace = await mkdtemp(join(folder, 'bad-'))
    await cp(example, workspace, { recursive: true, filter: (path) => !/packets|korvaus\.db|\.korvaus|keys/.test(path.slice(example.length)) })
    await change(workspace)
    return workspace
  }

  it.each<[string, (workspace: string) => Promise<unknown>, string[], number, RegExp]>([
    ['no workspace', (workspace) => rm(join(workspace, 'korvaus.yaml')), ['check'], 2, /korvaus\.yaml/],
    ['a broken korvaus.yaml', (workspace) => writeFile(join(workspace, 'korvaus.yaml'), 'claimant: ['), ['check'], 2, /line 1|rivi 1/],
    ['an unknown policy', async (workspace) => writeFile(join(workspace, 'korvaus.yaml'), (await readFile(join(workspace, 'korvaus.yaml'), 'utf8')).replace('deadlineWarningDays', 'deadlineWarningDay')), ['check'], 2, /deadlineWarningDay/],
    ['a missing log', (workspace) => rm(join(workspace, 'palveluloki.xlsx')), ['check'], 3, /palveluloki\.xlsx/],
    ['an empty log', (workspace) => writeFile(join(workspace, 'palveluloki.xlsx'), ''), ['check'], 3, /palveluloki\.xlsx/],
    ['a log that is no spreadsheet', (workspace) => writeFile(join(workspace, 'palveluloki.xlsx'), '%PDF-1.7'), ['check'], 3, /PDF/],
    ['a period that is none', async () => undefined, ['prepare', '--period', '2026-13'], 2, /2026-13/],
    ['a period without items', async () => undefined, ['prepare', '--period', '2019'], 1, /2019/],
    ['a day that is none', async () => undefined, ['check', '--as-of', '2026-02-30'], 2, /2026-02-30/],
    ['an unknown rule book', async () => undefined, ['check', '--rules', '1999.1'], 2, /1999\.1/],
    ['an unknown command', async () => undefined, ['chekc'], 2, /check/],
    ['an unknown option', async () => undefined, ['check', '--perod', '2026'], 2, /--period/],
  ])('such as %s is one clear message with its exit code', async (_, change, argv, exitCode, words) => {
    const workspace = await copies(change)
    const result = await runKorvaus([...argv, ...(argv[0] === 'chekc' ? [] : ['--workspace', workspace])], folder)
    expect(result.exitCode).toBe(exitCode)
    expect(result.stderr).toMatch(words)
    expect(result.stderr).not.toMatch(/at .*\(.*:\d+:\d+\)/)
  })

  it.each(['fi', 'sv', 'en'])('is named in %s', async (language) => {
    const { stderr } = await runKorvaus(['check', '--workspace', '/nowhere', '--lang', language], folder)
    expect(stderr).toContain({ fi: 'Kansiosta', sv: 'mappen', en: 'There is no' }[language])
  })
})
