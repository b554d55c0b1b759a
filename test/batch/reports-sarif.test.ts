import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeReportsSarif, type ToldReport } from '../../src/batch/reports-sarif.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-sarif-'))
})
afterAll(() => rm(folder, { recursive: true }))

interface Log {
  readonly runs: readonly { readonly automationDetails: { readonly id: string }; readonly results: readonly { readonly message: { readonly text: string } }[] }[]
}

const amounts = { claimableAmount: '0.00', rejectedAmount: '0.00', reviewAmount: '0.00' }
const finding = (message: string) => ({ rule: 'DEC-001', effect: 'review', message })

/** A judgement of so many items with two findings each, and one finding about the claim. */
async function report(id: string, count: number): Promise<ToldReport> {
  const items = Array.from({ length: count }, (_, index) => ({ id: `V-${index}`, outcome: 'review', source: { file: 'log.xlsx', sheet: 'a', row: index + 2 }, findings: [finding(`${id} ${index} a`), finding(`${id} ${index} b`)], evidence: 'e' }))
  const assessment = {
    schema: 'korvaus/assessment/1', tool: { version: '1.0.0' }, ruleBook: { version: '2026.1', sha256: 'x' }, asOf: '2026-11-23', language: 'en', claimant: { kind: 'municipality', businessId: '1234567-1' },
    totals: { items: count, claimable: 0, rejected: 0, review: count, ...amounts }, outsidePeriod: 0, items, evidence: {}, findings: [{ ...finding(`${id} claim`), about: 'claim' }],
  }
  await mkdir(join(folder, id), { recursive: true })
  await writeFile(join(folder, id, 'assessment.json'), JSON.stringify(assessment))
  return { id, pathOf: (file) => `${id}/${file}`, report: join(folder, id), error: undefined }
}

async function written(reports: readonly ToldReport[], bounds: { runs: number; results: number }): Promise<Log[]> {
  const out = join(folder, 'sarif')
  await writeReportsSarif(out, reports, { version: '1.0.0', book: { rules: [] }, language: 'en' }, bounds)
  const names = (await readdir(out)).toSorted((left, right) => Number.parseInt(left) - Number.parseInt(right))
  expect(names).toEqual(names.map((_, index) => `${index + 1}.sarif`))
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(out, name), 'utf8')) as Log))
}

describe('the SARIF files of a batch', () => {
  it('keep within the runs and results of a file, lose no finding and tell none twice, and name every run apart', async () => {
    const reports = [await report('a', 1), await report('b', 8), { ...(await report('c', 0)), report: undefined }, await report('d', 2), await report('e', 0)]
    const logs = await written(reports, { runs: 2, results: 5 })
    for (const { runs } of logs) {
      expect(runs.length).toBeLessThanOrEqual(2)
      expect(runs.reduce((sum, { results }) => sum + results.length, 0)).toBeLessThanOrEqual(5)
    }
    const runs = logs.flatMap((log) => log.runs)
    expect(runs.map(({ automationDetails }) => automationDetails.id)).toEqual(['korvaus/a/', 'korvaus/b/', 'korvaus/b/2/', 'korvaus/b/3/', 'korvaus/b/4/', 'korvaus/c/', 'korvaus/d/', 'korvaus/e/'])
    const told = runs.flatMap(({ results }) => results.map(({ message }) => message.text))
    expect(told.length).toBe(1 * 2 + 1 + 8 * 2 + 1 + 2 * 2 + 1 + 1)
    expect(new Set(told).size).toBe(told.length)
  })

  it('are one where there is little, and those of an earlier run are gone', async () => {
    expect((await written([await report('a', 1)], { runs: 20, results: 25_000 })).length).toBe(1)
  })
})
