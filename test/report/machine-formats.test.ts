import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitTags } from '../../src/read/xml/tags.js'
import type { Assessment } from '../../src/model/assessment.js'
import { runKorvaus } from '../commands/run-korvaus.js'

const fixtures = join(import.meta.dirname, '../../fixtures')
let folder: string
let whole: Assessment

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'korvaus-formats-'))
  cpSync(join(fixtures, 'example/workspace'), folder, { recursive: true })
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
})

describe('check --format sarif', () => {
  it('keeps to the schema of SARIF 2.1.0', async () => {
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
    addFormats.default(ajv)
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(join(fixtures, 'sarif/sarif-2.1.0.json'), 'utf8')) as Record<string, unknown>
    const validate = ajv.compile(schema)
    for (const language of ['fi', 'sv', 'en']) {
      validate(JSON.parse(await checked('sarif', '--lang', language)))
      expect(validate.errors ?? []).toEqual([])
    }
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
