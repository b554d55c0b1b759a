import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyWorkspace } from '../end-to-end/run-built.js'
import { newRule } from '../../src/rules/workbench/new-rule.js'
import { runKorvaus } from './run-korvaus.js'

let example: string
let folder: string
beforeAll(async () => {
  example = await copyWorkspace('example')
  folder = await mkdtemp(join(tmpdir(), 'korvaus-rules-'))
})
afterAll(() => Promise.all([folder, example].map((path) => rm(path, { recursive: true }))))

describe('explain an item', () => {
  it('walks it through every rule: what failed, what was read, and why the others did not apply', async () => {
    const { stdout, exitCode } = await runKorvaus(['explain', 'K-001', '--lang', 'en'], example)
    expect(exitCode).toBe(0)
    for (const words of ['The service day 20 November 2023 chose the law: R5', 'DL-001', 'failed', 'item.serviceDate = 2023-11-20', 'deadline = 2025-12-31', 'the rule was not in force on the day', '1386/2010 54 §']) expect(stdout).toContain(words)
  })

  it('gives the same as JSON, with every rule of the book', async () => {
    const item = JSON.parse((await runKorvaus(['explain', 'K-001', '--format', 'json'], example)).stdout) as { rules: { rule: string; verdict: string }[] }
    const rules = JSON.parse((await runKorvaus(['rules', 'list', '--format', 'json'], example)).stdout) as { rules: { rule: string }[] }
    expect(item.rules.map(({ rule }) => rule)).toEqual(rules.rules.map(({ rule }) => rule))
    expect(item.rules.find(({ rule }) => rule === 'DL-001')?.verdict).toBe('failed')
  })

  it('names no identity code', async () => {
    const runs = await Promise.all(['text', 'json'].map((format) => runKorvaus(['explain', 'K-001', '--format', format], example)))
    for (const { stdout } of runs) expect(stdout).not.toMatch(/\d{6}[-+A-FU-Y]9\d{2}/)
  })

  it('says when the log has no such item', async () => {
    expect(await runKorvaus(['explain', 'nothing', '--lang', 'en'], example)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('no item nothing') })
  })
})

describe('explain an item of a packet', () => {
  let workspace: string
  const packet = 'packets/korvaus_1234567-1_2026-03_01'
  beforeAll(async () => {
    workspace = await copyWorkspace('example')
    expect((await runKorvaus(['prepare', '--period', '2026-03', '--yes', '--as-of', '2026-04-08'], workspace)).exitCode).toBeLessThan(2)
  })
  afterAll(() => rm(workspace, { recursive: true }))

  it('tells from the packet alone what was paid, where it stands, what it rests on, and what was not asked', async () => {
    const claim = JSON.parse(await readFile(join(workspace, packet, 'claim.json'), 'utf8')) as { claimed: string[]; details: Record<string, { voucher: string }> }
    const id = claim.claimed[0] as string
    const { stdout, exitCode } = await runKorvaus(['explain', id, '--packet', join(workspace, packet), '--lang', 'en'], folder)
    expect(exitCode).toBe(0)
    for (const words of [`Claim 2026-03/01, item ${id}: `, 'palveluloki.xlsx, Kustannukset, row', `Voucher: ${claim.details[id]?.voucher}`, 'Held:', 'CAT-001', '681/2023', 'Not asked:', 'the rule was not in force on the day']) expect(stdout).toContain(words)
    const json = JSON.parse((await runKorvaus(['explain', id, '--packet', join(workspace, packet), '--format', 'json'], folder)).stdout) as { outcome: string; rules: object[] }
    expect(json).toMatchObject({ schema: 'korvaus/packet-item/1', claim: '2026-03/01', item: id, outcome: 'claimable', source: { sheet: 'Kustannukset' } })
    expect(json.rules.length).toBeGreaterThan(80)
  })

  it('names the packet where it has no such item', async () => {
    expect(await runKorvaus(['explain', 'nothing', '--packet', packet, '--lang', 'en'], workspace)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('has no item nothing') })
  })

  it('ends with 4 where the files are not those of the manifest', async () => {
    const changed = join(folder, 'changed')
    await cp(join(workspace, packet), changed, { recursive: true })
    const { claimed: [id = ''] } = JSON.parse(await readFile(join(changed, 'claim.json'), 'utf8')) as { claimed: string[] }
    await writeFile(join(changed, 'report.html'), 'another')
    expect(await runKorvaus(['explain', id, '--packet', changed, '--lang', 'en'], folder)).toMatchObject({ exitCode: 4, stderr: expect.stringContaining('report.html') })
  })

  it('tells of an item of the workspace first that a claim holds it, and does not open with the rule against claiming twice', async () => {
    const { claimed: [id = ''] } = JSON.parse(await readFile(join(workspace, packet, 'claim.json'), 'utf8')) as { claimed: string[] }
    const { stdout } = await runKorvaus(['explain', id, '--lang', 'en', '--as-of', '2026-04-09'], workspace)
    expect(stdout).toMatch(/Claimed already: claim 2026-03\/01, €?[\d.,]+/)
    expect(stdout.indexOf('CAT-001')).toBeLessThan(stdout.indexOf('OVL-001  '))
  })
})

describe('explain a rule', () => {
  it('shows the facts of its examples, and the earlier book in which it was another', async () => {
    const { stdout } = await runKorvaus(['explain', 'OVL-001', '--rules', '2026.3', '--lang', 'en'], folder)
    expect(stdout).toContain('Predecessor')
    expect(stdout).toMatch(/OVL-001 of rule book 2026\.2 \(.*\), from which differ: .*holds/)
    expect(stdout).toMatch(/holds: .*\n +item\.serviceDate = /)
    const json = JSON.parse((await runKorvaus(['explain', 'OVL-001', '--rules', '2026.3', '--format', 'json'], folder)).stdout) as object
    expect(json).toMatchObject({ predecessor: { version: '2026.2', parts: expect.arrayContaining(['holds']) } })
    expect((await runKorvaus(['explain', 'DL-001', '--rules', '2026.5', '--lang', 'en'], folder)).stdout).not.toContain('Predecessor')
  })
})

describe('explain a code of the reader', () => {
  it('says in words and as JSON what it means and what to do, without a workspace', async () => {
    const { stdout, exitCode } = await runKorvaus(['explain', 'src-010', '--lang', 'en'], folder)
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^SRC-010 {2}Number stored as text\n.*spreadsheet itself.*\n[^]*Make the cell a number/)])
    expect(JSON.parse((await runKorvaus(['explain', 'SRC-010', '--lang', 'sv', '--format', 'json'], folder)).stdout)).toMatchObject({ schema: 'korvaus/reader-finding/1', rule: 'SRC-010' })
  })
})

describe('rules guide', () => {
  it.each(['fi', 'sv', 'en'])('writes every rule and period of the law in %s', async (language) => {
    const { stdout, exitCode } = await runKorvaus(['rules', 'guide', '--lang', language], folder)
    expect(exitCode).toBe(0)
    const { rules } = JSON.parse((await runKorvaus(['rules', 'list', '--format', 'json'], folder)).stdout) as { rules: { rule: string }[] }
    for (const { rule } of rules) expect(stdout).toContain(rule)
    expect(stdout).not.toMatch(/undefined|\[object/)
  })

  it('names for each period of the law the papers that it demanded', async () => {
    const { regimes } = JSON.parse((await runKorvaus(['rules', 'guide', '--format', 'json'], folder)).stdout) as { regimes: { from: string; papers: string[] }[] }
    expect(regimes.map(({ from, papers }) => [from, ...papers])).toEqual([
      // The director's statement is asked for by the authority, not attached by the claimant.
      ...['2007-01-01', '2010-01-01', '2011-09-01', '2015-01-01', '2023-01-01'].map((from) => [from, 'voucher']), ...['2025-01-01', '2026-01-01'].map((from) => [from, 'decision', 'voucher']),
    ])
    expect((await runKorvaus(['rules', 'guide', '--lang', 'sv'], folder)).stdout).toContain('- Handlingar: ett verifikat för varje kostnad')
  })

  it('writes a PDF that is the same each time', async () => {
    for (const name of ['a.pdf', 'b.pdf']) expect((await runKorvaus(['rules', 'guide', name, '--lang', 'sv'], folder)).exitCode).toBe(0)
    const [first, second] = await Promise.all(['a.pdf', 'b.pdf'].map((name) => readFile(join(folder, name))))
    expect(first?.subarray(0, 5).toString()).toBe('%PDF-')
    expect(first?.equals(second as Buffer)).toBe(true)
  })
})

describe('rules new', () => {
  it('makes a rule whose examples pass in a book of one’s own', async () => {
    const book = join(folder, 'own')
    await mkdir(book)
    await writeFile(join(book, 'book.yaml'), 'version: "2030.1"\nreleased: 2030-01-01\ncheckedOn: 2030-01-01\nextends: "2026.1"\ntitle: { fi: a, sv: b, en: c }\ndisclaimer: { fi: a, sv: b, en: c }\n')
    expect(await runKorvaus(['rules', 'new', 'OWN-001', '--book', book], folder)).toMatchObject({ exitCode: 0, stdout: '', stderr: expect.stringContaining('OWN-001') })
    expect(await runKorvaus(['rules', 'new', 'OWN-001', '--book', book], folder)).toMatchObject({ exitCode: 2 })
    const { stdout, exitCode } = await runKorvaus(['rules', 'list', '--book', book, '--format', 'json'], folder)
    expect(exitCode).toBe(0)
    expect(stdout).toContain('OWN-001')
  })

  it('refuses what is no rule ID', async () => {
    expect(await runKorvaus(['rules', 'new', 'own', '--book', folder], folder)).toMatchObject({ exitCode: 2 })
  })
})

describe('rules test', () => {
  it('shows an example that disagrees with its rule at its file, line and caret, as text and as JSON', async () => {
    const book = await ownBook('disagrees', (rule) => rule.replace('net: "1000.00" }, expect: holds', 'net: "1000.01" }, expect: holds'))
    const text = await runKorvaus(['rules', 'test', '--book', book, '--lang', 'en'], folder)
    expect(text).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/^own\/OWN-002\.yaml:\d+:\d+: the example "on the limit" expects holds, but the rule says fails\n.*\n +\^\n/) })
    const { failed } = JSON.parse((await runKorvaus(['rules', 'test', '--book', book, '--format', 'json'], folder)).stdout) as { failed: object[] }
    expect(failed).toMatchObject([{ rule: 'OWN-002', example: 'on the limit', found: 'fails', file: 'own/OWN-002.yaml', line: expect.any(Number), column: expect.any(Number) }])
  })
})

describe('rules coverage', () => {
  it('takes a book of one’s own, with its own coverage or without', async () => {
    const book = await ownBook('covers')
    expect(await runKorvaus(['rules', 'coverage', '--book', book, '--lang', 'en'], folder)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('681/2023 68 §') })
    await writeFile(join(book, 'coverage.yaml'), 'clauses: [ { act: 1/2030, section: "1", clause: { fi: a, sv: b, en: a clause of its own }, covered: [OWN-002] } ]\notherActs: []\ncandidates: []\n')
    expect((await runKorvaus(['rules', 'coverage', '--book', book, '--lang', 'en'], folder)).stdout).toContain('a clause of its own')
  })

  it('says of each clause how the book deals with it', async () => {
    const { stdout, exitCode } = await runKorvaus(['rules', 'coverage', '--lang', 'en'], folder)
    expect(exitCode).toBe(0)
    for (const words of ['681/2023 68 §', '1386/2010 53 §', 'DL-001', 'for a person to judge']) expect(stdout).toContain(words)
  })
})

describe('rules diff', () => {
  it('lists what changed, with the days concerned', async () => {
    const { stdout, exitCode } = await runKorvaus(['rules', 'diff', '2026.1', '2026.2', '--lang', 'en'], folder)
    expect(exitCode).toBe(0)
    for (const words of ['DEC-016: added', 'concerns service days 1 January 2025–', 'used to cover every day']) expect(stdout).toContain(words)
    expect((await runKorvaus(['rules', 'diff', '2026.1', '2026.1', '--lang', 'en'], folder)).stdout).toContain('No differences')
  })

  it('repeats what each book in between says of its changes', async () => {
    const { stdout } = await runKorvaus(['rules', 'diff', '2026.1', '2026.4', '--lang', 'en'], folder)
    for (const words of ['used to cover every day', 'A correcting claim tells both amounts', 'Two costs of one amount within days']) expect(stdout).toContain(words)
  })

  it('takes a book from a folder, and says what it means for a packet too', async () => {
    const book = await ownBook('compared', (rule) => rule.replaceAll('100000', '1000').replaceAll('1000.0', '10.0'))
    const workspace = await copyWorkspace('example')
    await runKorvaus(['prepare', '--period', '2026-03', '--as-of', '2026-11-23', '--yes'], workspace)
    const packet = `packets/korvaus_1234567-1_2026-03_01/`
    const { stdout } = await runKorvaus(['rules', 'diff', '2026.4', book, packet, '--format', 'json'], workspace)
    const { changes, meanings } = JSON.parse(stdout) as { changes: { name: string }[]; meanings: { source: string; items: { from: string; to: string; rules: string[] }[]; amounts: Record<string, { difference: string }> }[] }
    expect(changes.map(({ name }) => name)).toEqual(['OWN-002'])
    expect(meanings[0]?.source).toBe('korvaus_1234567-1_2026-03_01')
    expect(meanings[0]?.items.length).toBeGreaterThan(3)
    expect(meanings[0]?.items.every(({ from, to, rules }) => from === 'claimable' && to === 'review' && rules.includes('OWN-002'))).toBe(true)
    expect(meanings[0]?.amounts.claimable?.difference).toBe(`-${meanings[0]?.amounts.review?.difference}`)
    await rm(workspace, { recursive: true })
  })

  it('says what it means for a service log, in items and euros', async () => {
    const log = join(folder, 'log.xlsx')
    await withoutValidity(join(example, 'palveluloki.xlsx'), log)
    const { stdout } = await runKorvaus(['rules', 'diff', '2026.1', '2026.2', log, '--workspace', example, '--as-of', '2026-11-23', '--format', 'json'], folder)
    const [meaning] = (JSON.parse(stdout) as { meanings: { items: { from: string; to: string; rules: string[] }[]; amounts: Record<string, { difference: string }> }[] }).meanings
    expect(meaning?.items.length).toBeGreaterThan(5)
    expect(meaning?.items.every(({ from, to, rules }) => from === 'claimable' && to === 'review' && rules.join() === 'DEC-016')).toBe(true)
    expect(meaning?.amounts.claimable?.difference).toBe(`-${meaning?.amounts.review?.difference}`)
  })
})

/** A book of one's own with a new rule, changed as told. */
async function ownBook(name: string, change: (rule: string) => string = (rule) => rule): Promise<string> {
  const book = join(folder, name)
  await mkdir(join(book, 'own'), { recursive: true })
  await writeFile(join(book, 'book.yaml'), 'version: "2030.2"\nreleased: 2030-01-01\ncheckedOn: 2030-01-01\nextends: "2026.4"\ntitle: { fi: a, sv: b, en: c }\ndisclaimer: { fi: a, sv: b, en: c }\n')
  await writeFile(join(book, 'own', 'OWN-002.yaml'), change(newRule('OWN-002', 'own', '2026-11-23', 'en')?.text ?? ''))
  return book
}

/** A copy of the log in which one decision has lost its days of validity. */
async function withoutValidity(from: string, to: string): Promise<void> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(from)
  const decisions = book.getWorksheet('Päätökset')
  decisions?.eachRow((row) => {
    if (row.getCell(1).value === 'LSEVK/26101') for (const column of [5, 6]) row.getCell(column).value = null
  })
  await book.xlsx.writeFile(to)
}
