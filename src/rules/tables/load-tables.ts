import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import papaparse from 'papaparse'
import { z } from 'zod'
import type { Localized } from '../../model/language.js'
import { problemAt, problemText, type BookProblem } from '../book-problem.js'
import { readBookFile } from '../read-book-file.js'
import { readYaml } from '../read-yaml.js'
import { schemaProblem } from '../schema-problem.js'
import { tablesSchema, type Tables } from './tables.js'

type TableName = keyof Tables
const yamlTables = { regimes: 'regimes', lumpSums: 'lump-sums', lumpSumPeriods: 'lump-sum-periods', ageLimits: 'age-limits', appeals: 'appeals', interest: 'interest', referenceRates: 'reference-rates', recovery: 'recovery', retention: 'retention', daysOff: 'days-off', lumpSumPermits: 'lump-sum-permits' } as const satisfies Partial<Record<TableName, string>>

type CsvRow = Record<string, string>
const csvTables = {
  municipalities: { file: 'municipalities', row: municipalityOf },
  municipalityCounties: { file: 'municipality-counties', row: ({ municipality = '', county = '', ...row }: CsvRow) => ({ municipality, county, ...dated(row) }) },
  counties: { file: 'counties', row: ({ code = '', kind = '', fi = '', sv = '', en = '', hus_member: husMember, ...row }: CsvRow) => ({ code, kind, name: { fi, sv, en }, husMember: husMember === '1', ...dated(row) }) },
  authorities: { file: 'authorities', row: ({ code = '', kind = '', name_fi: nameFi = '', name_sv: nameSv = '', other_names: otherNames = '', role = '', ...row }: CsvRow) => ({ code, kind, nameFi, nameSv, otherNames: listed(otherNames), role, ...dated(row) }) },
  authorityRegions: { file: 'authority-regions', row: ({ municipality = '', territorial = '', handling = '', ...row }: CsvRow) => ({ municipality, territorial, handling, ...dated(row) }) },
} as const satisfies Partial<Record<TableName, { file: string; row: (row: CsvRow) => object }>>

/** Reads the dated tables that stand in the folder `tables` of a book; `base` has those of the book that it extends. */
export async function loadTables(folder: string, base: Partial<Tables> = {}): Promise<Tables | { problems: BookProblem[] }> {
  const problems: BookProblem[] = []
  const tables: Record<string, unknown> = { ...base }
  const present = new Set(await readdir(folder))
  for (const [name, file] of Object.entries(yamlTables)) {
    if (!present.has(`${file}.yaml`)) continue
    const path = join(folder, `${file}.yaml`)
    const read = readYaml(`tables/${file}.yaml`, await readBookFile(path), tablesSchema.shape[name as keyof typeof yamlTables] as z.ZodType)
    if ('problems' in read) problems.push(...read.problems)
    else tables[name] = read.content
  }
  for (const [name, { file, row }] of Object.entries(csvTables)) {
    if (!present.has(`${file}.csv`)) continue
    const text = await readBookFile(join(folder, `${file}.csv`))
    const rows = papaparse.parse<CsvRow>(text, { header: true, skipEmptyLines: true }).data.map(row as (row: CsvRow) => object)
    const schema: z.ZodType = tablesSchema.shape[name as keyof typeof csvTables]
    const checked = schema.safeParse(rows)
    if (checked.success) tables[name] = checked.data
    else problems.push(...checked.error.issues.map((issue, index) => csvProblem(file, text, issue, schemaProblem({ ...issue, path: issue.path.slice(1) }, schema, rows, index))))
  }
  problems.push(...missingTables(tables))
  return problems.length > 0 ? { problems } : (tables as unknown as Tables)
}

function missingTables(tables: Record<string, unknown>): BookProblem[] {
  const files = { ...yamlTables, ...Object.fromEntries(Object.entries(csvTables).map(([name, { file }]) => [name, file])) }
  return Object.entries(files).filter(([name]) => tables[name] === undefined && !tablesSchema.shape[name as TableName].safeParse(undefined).success)
    .map(([, file]) => problemAt(`tables/${file}`, '', 0, problemText('table-missing')))
}

function csvProblem(file: string, text: string, issue: z.core.$ZodIssue, problem: Localized): BookProblem {
  const line = Number(issue.path[0] ?? 0) + 1
  const offset = text.split('\n').slice(0, line).join('\n').length + 1
  return problemAt(`tables/${file}.csv`, text, offset, problem)
}

function municipalityOf(row: CsvRow) {
  return {
    code: row.code ?? '',
    nameFi: row.name_fi ?? '',
    nameSv: row.name_sv ?? '',
    otherNames: listed(row.other_names ?? ''),
    ...dated(row),
    ...(row.merged_into ? { mergedInto: row.merged_into } : {}),
    aland: row.aland === '1',
  }
}

function listed(text: string): string[] {
  return text.split('|').filter((name) => name !== '')
}

function dated({ from = '', to }: CsvRow): { from: string; to?: string } {
  return to ? { from, to } : { from }
}
