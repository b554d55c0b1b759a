import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyExample } from '../batch/tools.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { junitFaults } from '../report/junit-schema.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-failing-'))
  await copyExample(folder)
  await writeFile(join(folder, 'broken.xlsx'), 'no workbook')
})
afterAll(() => rm(folder, { recursive: true }))

const failing = (...argv: string[]) => runKorvaus(['check', 'broken.xlsx', '--lang', 'en', ...argv], folder)

describe('a check that fails', () => {
  it('says so in a valid document of the format that was asked for', async () => {
    const text = await failing()
    const message = text.stderr.trim()
    expect(text).toMatchObject({ exitCode: 3, stdout: '' })
    const error = { code: 'input-without-table', message }
    expect(JSON.parse((await failing('--format', 'json')).stdout)).toMatchObject({ schema: 'korvaus/failure/1', exitCode: 3, error })
    expect(JSON.parse((await failing('--format', 'ndjson')).stdout)).toMatchObject({ kind: 'failure', exitCode: 3, error })
    expect(JSON.parse((await failing('--format', 'sarif')).stdout)).toMatchObject({ runs: [{ results: [], invocations: [{ executionSuccessful: false, toolExecutionNotifications: [{ descriptor: { id: error.code }, message: { text: message } }] }] }] })
    const junit = (await failing('--format', 'junit')).stdout
    expect([await junitFaults(junit), junit]).toEqual([[], expect.stringContaining('errors="1"')])
  })

  it('says of wrong usage too what was wrong, under the language and format of the environment', async () => {
    const { exitCode, stdout } = await runKorvaus(['prepare'], folder, { env: { KORVAUS_FORMAT: 'json', KORVAUS_LANG: 'sv' } })
    expect([exitCode, JSON.parse(stdout)]).toEqual([2, expect.objectContaining({ exitCode: 2, error: { code: 'option-missing', message: expect.stringContaining('--period') as string } })])
    expect((await runKorvaus(['rules', 'list', '--lang', 'en'], folder, { env: { KORVAUS_FORMAT: 'sarif' } })).exitCode).toBe(0)
  })

  it('writes nothing but lines of JSON on the error stream where that was asked for', async () => {
    for (const argv of [['check', 'broken.xlsx'], ['check', '--nothing'], ['batch', '.', 'nowhere'], ['batch', 'none-*']]) {
      const { stderr } = await runKorvaus([...argv, '--errors', 'json', '--as-of', '2026-11-23'], folder)
      const lines = stderr.trimEnd().split('\n').map((line) => JSON.parse(line) as { kind: string })
      expect(lines.length).toBeGreaterThan(0)
      expect(lines.every(({ kind }) => kind === 'error' || kind === 'message')).toBe(true)
    }
  })
})

describe('--exit-zero', () => {
  it('changes the code that says that something needs a person, and no other', async () => {
    expect((await runKorvaus(['check', '--as-of', '2026-11-23'], folder)).exitCode).toBe(1)
    expect((await runKorvaus(['check', '--exit-zero', '--as-of', '2026-11-23'], folder)).exitCode).toBe(0)
    expect((await failing('--exit-zero')).exitCode).toBe(3)
    expect((await runKorvaus(['prepare', '--period', '2012-01', '--yes', '--exit-zero'], folder)).exitCode).toBe(0)
  })
})

describe('a mail that comes every night', () => {
  it('tells only of what changed or failed, and of nothing where nothing did', async () => {
    const mail = async (...more: string[]) => (await runKorvaus(['batch', '.', 'nowhere', '--quiet', '--lang', 'en', '--as-of', '2026-11-23', ...more], folder)).stdout
    expect(await mail()).toMatch(/nowhere/)
    await rm(join(folder, 'korvaus-batch'), { recursive: true })
    const sound = async (asOf: string, ...more: string[]) => (await runKorvaus(['batch', '.', '--quiet', '--lang', 'en', '--as-of', asOf, ...more], folder)).stdout
    expect(await sound('2026-11-23')).toContain('Workspaces')
    expect(await sound('2026-11-24')).toBe('')
    expect(await sound('2026-11-24', '--only', 'failed')).toBe('')
    expect(await sound('2026-11-24', '--only', 'attention')).toContain('Workspaces')
  })
})
