import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitTags } from '../../src/read/xml/tags.js'
import type { Assessment } from '../../src/model/assessment.js'
import { renderNdjson } from '../../src/report/ndjson.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { copyWorkspace } from '../end-to-end/run-built.js'
import { junitFaults } from './junit-schema.js'

const fixtures = join(import.meta.dirname, '../../fixtures')
let folder: string
let whole: Assessment

beforeAll(async () => {
  folder = await copyWorkspace('example')
  whole = JSON.parse(await checked('json')) as Assessment
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('check --format ndjson', () => {
  it('says line by line what JSON says at once', async () => {
    const lines = (await checked('ndjson')).trimEnd().split('\n').map((line) => JSON.parse(line) as { kind: string } & Record<string, unknown>)
    const ofKind = (kind: string) => lines.filter((line) => line.kind === kind).map(({ kind: _, ...rest }) => rest)
    expect(ofKind('item')).toEqual(whole.items)
    expect(ofKind('finding')).toEqual(whole.findings)
    expect(Object.fromEntries(ofKind('evidence').map(({ key, ...profile }) => [key, profile]))).toEqual(whole.evidence)
    expect(ofKind('totals')).toEqual([{ outsidePeriod: whole.outsidePeriod, ...whole.totals }])
    expect(lines[0]).toMatchObject({ kind: 'assessment', asOf: whole.asOf, ruleBook: whole.ruleBook })
    expect(lines.at(-1)?.kind).toBe('totals')
  })

  it('writes each item as soon as it is judged', () => {
    let judged = 0
    const items = (function* () {
      for (const item of whole.items) {
        judged += 1
        yield item
      }
    })()
    const { totals, outsidePeriod, evidence, items: _, ...head } = whole
    const lines = renderNdjson({ head, items, tail: () => ({ totals, outsidePeriod, evidence }) })
    for (const before of [0, 1, 2, 3]) {
      lines.next()
      expect(judged).toBe(before)
    }
  })
})

describe('check --format sarif', () => {
  it('keeps to the schema of SARIF 2.1.0', async () => {
    for (const language of ['fi', 'sv', 'en']) expect(sarifFaults(await checked('sarif', '--lang', language))).toEqual([])
  })

  it('holds every finding once, at its cell, with its rule', async () => {
    const { runs } = JSON.parse(await checked('sarif')) as { runs: [{ results: Result[]; tool: { driver: { rules: { id: string }[] } } }] }
    const { results, tool } = runs[0]
    expect(results.length).toBe(whole.items.flatMap(({ findings }) => findings).length + whole.findings.length)
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    const item = whole.items.find(({ findings }) => findings.some(({ cell }) => cell === 'M116'))
    expect(results).toContainEqual(expect.objectContaining({
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'palveluloki.xlsx' }, region: { startLine: 116, startColumn: 13 } }, logicalLocations: [{ fullyQualifiedName: 'Kustannukset!M116', kind: 'cell' }] }],
      properties: expect.objectContaining({ item: item?.id }),
    }))
  })
})

describe('check --format junit', () => {
  it('is well-formed, and fails for each item that is not claimable', async () => {
    const xml = await checked('junit')
    const seen = { testcase: 0, failure: 0 }
    visitTags(Buffer.from(xml), 'junit', { open: (name) => void (name in seen && (seen[name as keyof typeof seen] += 1)) })
    const { items, rejected, review } = whole.totals
    const general = whole.findings.filter(({ effect }) => effect !== 'note').length
    expect(seen).toEqual({ testcase: items + whole.findings.length, failure: rejected + review + general })
    expect(xml).toContain(`tests="${seen.testcase}" failures="${seen.failure}"`)
  })
})

describe('JUnit’s XML', () => {
  it('keeps to what Jenkins and GitLab read, of a check and a batch', async () => {
    expect(await junitFaults(await checked('junit'))).toEqual([])
    expect(await junitFaults((await runKorvaus(['batch', '.', 'nowhere', '--format', 'junit', '--quiet', '--as-of', '2026-11-23'], folder)).stdout)).toEqual([])
    expect(await junitFaults('<testsuites><testsuite name="x" tests="1" failures="0" errors="0"><testcase name="x" classname="x" line="1"/></testsuite></testsuites>')).toHaveLength(1)
  })
})

describe('the formats for machines', () => {
  it('are refused, by name, where a command does not write them', async () => {
    const { exitCode, stderr, stdout } = await runKorvaus(['rules', 'list', '--format', 'sarif', '--lang', 'en'], folder)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain('text, json')
  })

  it('end with the exit code of the text', async () => {
    for (const format of ['text', 'json', 'ndjson', 'sarif', 'junit']) {
      expect((await runKorvaus(['check', '--format', format, '--as-of', '2026-11-23'], folder)).exitCode).toBe(1)
    }
  })

  it('keep signs that XML and JSON must escape', async () => {
    const csv = 'Rivitunnus;Asiakastunnus;Palvelupäivä;Kustannuslaji;Kuvaus;Erityistarpeen perustelu;Tuottajan laji;Netto;ALV;Tositenumero\n<&"\u0001>;A-101;2026-01-05;Tulkkaus;x;y;Yritys;1;0;T1\n'
    writeFileSync(join(folder, 'odd & <name>.csv'), csv)
    const files = ['odd & <name>.csv', 'palveluloki.xlsx']
    const { stdout } = await runKorvaus(['check', '--format', 'junit', '--as-of', '2026-11-23', ...files], folder)
    expect(() => visitTags(Buffer.from(stdout), 'junit', { open: () => undefined })).not.toThrow()
    expect(stdout).toContain('name="&lt;&amp;&quot;\uFFFD&gt;"')
    const sarif = (await runKorvaus(['check', '--format', 'sarif', '--as-of', '2026-11-23', ...files], folder)).stdout
    expect(sarif).toContain('"uri":"odd%20&%20%3Cname%3E.csv"')
  })
})

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
}

async function checked(format: string, ...more: string[]): Promise<string> {
  return (await runKorvaus(['check', '--format', format, '--as-of', '2026-11-23', ...more], folder)).stdout
}

describe('batch --format sarif', () => {
  it('holds a run for each workspace, with its files below its folder, and one that did not succeed for one that cannot be judged', async () => {
    const workspaces = mkdtempSync(join(tmpdir(), 'korvaus-formats-'))
    for (const name of ['ws-1', 'ws-2']) cpSync(folder, join(workspaces, name), { recursive: true })
    writeFileSync(join(workspaces, 'ws-2/palveluloki.xlsx'), 'no workbook')
    const { stdout } = await runKorvaus(['batch', 'ws-*', '--format', 'sarif', '--lang', 'en', '--as-of', '2026-11-23'], workspaces)
    rmSync(workspaces, { recursive: true })
    expect(sarifFaults(stdout)).toEqual([])
    const { runs } = JSON.parse(stdout) as { runs: { automationDetails: { id: string }; results: Result[]; invocations: [{ executionSuccessful: boolean; toolExecutionNotifications?: { descriptor: { id: string } }[] }] }[] }
    expect(runs.map(({ automationDetails, invocations }) => [automationDetails.id, invocations[0].executionSuccessful])).toEqual([['korvaus/ws-1/', true], ['korvaus/ws-2/', false]])
    expect(runs[0]?.results.length).toBe(whole.items.flatMap(({ findings }) => findings).length + whole.findings.length)
    expect(JSON.stringify(runs[0]?.results)).toContain('"uri":"ws-1/palveluloki.xlsx"')
    expect(runs[1]?.invocations[0].toolExecutionNotifications?.[0]?.descriptor.id).toBe('input-without-table')
  })
})

describe('verify', () => {
  it('tells in SARIF and JUnit what differs, and that nothing does', async () => {
    await runKorvaus(['prepare', '--period', '2026-Q1', '--yes', '--quiet', '--as-of', '2026-11-23'], folder)
    const packet = 'packets/korvaus_1234567-1_2026-Q1_01'
    const verified = async (format: string) => runKorvaus(['verify', packet, '--format', format, '--lang', 'en'], folder)
    const sound = [await verified('sarif'), await verified('junit')]
    expect(sound.map(({ exitCode }) => exitCode)).toEqual([0, 0])
    expect(sarifFaults(sound[0]?.stdout ?? '')).toEqual([])
    expect((JSON.parse(sound[0]?.stdout ?? '') as { runs: [{ results: { level: string }[] }] }).runs[0].results.filter(({ level }) => level === 'error')).toEqual([])
    expect(await junitFaults(sound[1]?.stdout ?? '')).toEqual([])
    expect(sound[1]?.stdout).toMatch(/tests="13" failures="0"/)

    const lines = async () => (await verified('ndjson')).stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as { kind: string; code?: string; ok?: boolean })
    expect([(await lines())[0]?.kind, (await lines()).at(-1)]).toEqual(['verification', { kind: 'result', ok: true, differences: 0, unproven: 0 }])
    writeFileSync(join(folder, packet, 'report.html'), 'another page')
    const changed = [await verified('sarif'), await verified('junit')]
    expect((await lines()).filter(({ kind }) => kind === 'difference').map(({ code }) => code)).toContain('file-changed')
    expect((await lines()).at(-1)?.ok).toBe(false)
    expect(changed.map(({ exitCode }) => exitCode)).toEqual([4, 4])
    expect(sarifFaults(changed[0]?.stdout ?? '')).toEqual([])
    const { runs } = JSON.parse(changed[0]?.stdout ?? '') as { runs: [{ results: object[] }] }
    expect(runs[0].results).toContainEqual(expect.objectContaining({ ruleId: 'file-changed', level: 'error', locations: [{ physicalLocation: { artifactLocation: { uri: `${packet}/report.html` } } }] }))
    expect(changed[1]?.stdout).toMatch(/name="hash"><failure type="hash" message="\d+">file-changed/)
  })
})

/** What the schema of SARIF 2.1.0 says against a log. */
function sarifFaults(log: string): unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(join(fixtures, 'sarif/sarif-2.1.0.json'), 'utf8')) as Record<string, unknown>
  const validate = ajv.compile(schema)
  validate(JSON.parse(log))
  return validate.errors ?? []
}
