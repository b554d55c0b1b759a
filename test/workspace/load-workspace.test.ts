import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { centsPerHour } from '../../src/model/hourly-rates.js'
import { loadRates } from '../../src/workspace/rates.js'
import { loadWorkspace, resolveInputs } from '../../src/workspace/load-workspace.js'

const config = `claimant:
  kind: municipality
  name: Kunta
  businessId: 1234567-1
  municipality: "541"
`
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-workspace-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('loadWorkspace', () => {
  it('finds korvaus.yaml upwards from where the command stands', async () => {
    await write('korvaus.yaml', config)
    await mkdir(join(folder, 'a/b'), { recursive: true })
    expect((await loadWorkspace({ cwd: join(folder, 'a/b') })).root).toBe(folder)
  })

  it('says where it looked when there is none', async () => {
    await expect(loadWorkspace({ cwd: '/', workspace: folder })).rejects.toMatchObject({ code: 'workspace-not-found', values: { folder }, exitCode: 2 })
  })

  it.each([
    ['an unknown key', `${config}surprise: 1\n`, 'config-invalid', { line: '6', key: 'surprise' }],
    ['an unknown kind', config.replace('kind: municipality', 'kind: parish'), 'config-invalid', { line: '2', key: 'claimant.kind' }],
    ['broken YAML', `${config}inputs: [`, 'config-unreadable', { line: '6' }],
    ['an alias', `${config}inputs: &a []\nseal: *a\n`, 'config-unreadable', { line: '7' }],
    ['a misspelled key', `${config}langauge: sv\n`, 'config-invalid', { line: '6', column: '1', key: 'langauge', reason: '→ language?' }],
    ['a misspelled key inside another', config.replace('  businessId', '  ibam: x\n  businessId'), 'config-invalid', { line: '4', column: '3', key: 'claimant.ibam', reason: '→ iban?' }],
    ['a register outside', `${config}packets: packets\nregister: ../korvaus.db\n`, 'config-invalid', { line: '7', column: '1', key: 'register' }],
    ['a key outside', `${config}signing: { key: /etc/key }\n`, 'config-invalid', { line: '6', column: '12', key: 'signing.key' }],
    ['a key that is somebody\'s identity code', `${config}010190-901R: 1\n`, 'config-invalid', { line: '6', key: '[…]' }],
    ['a mistyped address of a register', `${config}register: postgers://korvaus:secret@db/korvaus\n`, 'config-invalid', { line: '6', key: 'register', reason: { reason: 'register-scheme' } }],
    ['an address with one stroke too few', `${config}register: postgres:/korvaus:secret@db/korvaus\n`, 'config-invalid', { line: '6', key: 'register', reason: { reason: 'register-scheme' } }],
    ['a key that stands twice', `${config}language: fi\nlanguage: sv\n`, 'config-unreadable', { line: '7' }],
    ['lists without end', `${config}inputs: ${'['.repeat(90_000)}\n`, 'config-unreadable', { line: '6' }],
    ['keys without end', `${config}${Array.from({ length: 18_000 }, (_, index) => `k${index}: 1`).join('\n')}\n`, 'config-invalid', { line: '6', key: 'k0' }],
    ['an empty file', '', 'config-invalid', { line: '1', key: 'claimant' }],
  ])('names line and key of %s', async (_, text, code, values) => {
    await write('korvaus.yaml', text)
    await expect(loadWorkspace({ cwd: folder })).rejects.toMatchObject({ code, values })
  })
})

describe('resolveInputs', () => {
  it('resolves patterns inside the workspace in the order of their names', async () => {
    await write('korvaus.yaml', `${config}inputs: [ { path: "log-*.csv" }, { path: main.xlsx } ]\n`)
    for (const name of ['log-2.csv', 'log-10.csv', 'log-1.csv', 'other.csv']) await write(name, 'x')
    const inputs = await resolveInputs(await loadWorkspace({ cwd: folder }), folder)
    expect(inputs.map(({ name }) => name)).toEqual(['log-1.csv', 'log-10.csv', 'log-2.csv', 'main.xlsx'])
  })

  it.each(['../secret.xlsx', '/etc/passwd', 'a/../../b.csv'])('never leaves the workspace by %s', async (path) => {
    await write('korvaus.yaml', `${config}inputs: [ { path: "${path}" } ]\n`)
    await expect(resolveInputs(await loadWorkspace({ cwd: folder }), folder)).rejects.toMatchObject({ code: 'config-invalid' })
  })

  it('reads paths written on Windows, on every machine under one name', async () => {
    await mkdir(join(folder, 'logs'))
    for (const name of ['logs/a.xlsx', 'logs/b.xlsx', 'rates.yaml']) await write(name, '')
    await write('korvaus.yaml', `${config}inputs: [{ path: logs\\*.xlsx }]\nregister: data\\korvaus.db\npackets: out\\packets\n`)
    const workspace = await loadWorkspace({ cwd: folder })
    expect((await resolveInputs(workspace, folder)).map(({ name, path }) => [name, path])).toEqual([['logs/a.xlsx', join(folder, 'logs/a.xlsx')], ['logs/b.xlsx', join(folder, 'logs/b.xlsx')]])
    expect(workspace.config).toMatchObject({ register: 'data/korvaus.db', packets: 'out/packets' })
    await write('korvaus.yaml', `${config}register: postgres://korvaus:a\\b@db.example.fi/korvaus\n`)
    expect((await loadWorkspace({ cwd: folder })).config.register).toBe('postgres://korvaus:a\\b@db.example.fi/korvaus')
  })

  it('names line and column of the input whose path leads out', async () => {
    await write('korvaus.yaml', `${config}inputs:\n  - { path: log.csv }\n  - path: log.csv\n    mapping: ../m.yaml\n`)
    await write('log.csv', 'x')
    const workspace = await loadWorkspace({ cwd: folder })
    await expect(resolveInputs(workspace, folder)).rejects.toMatchObject({ code: 'config-invalid', values: { line: '9', column: '5', key: 'inputs.1.mapping' } })
  })

  it('follows no link that leads out of the workspace', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'korvaus-outside-'))
    await writeFile(join(outside, 'log.csv'), 'x')
    await symlink(join(outside, 'log.csv'), join(folder, 'linked.csv'))
    await write('korvaus.yaml', `${config}inputs: [ { path: linked.csv } ]\n`)
    await expect(resolveInputs(await loadWorkspace({ cwd: folder }), folder)).rejects.toMatchObject({ code: 'config-invalid' })
    await rm(outside, { recursive: true })
  })

  it('says when a pattern finds nothing, and when nothing is configured', async () => {
    await write('korvaus.yaml', `${config}inputs: [ { path: "log-*.csv" } ]\n`)
    await expect(resolveInputs(await loadWorkspace({ cwd: folder }), folder)).rejects.toMatchObject({ code: 'input-missing' })
    await write('korvaus.yaml', config)
    await expect(resolveInputs(await loadWorkspace({ cwd: folder }), folder)).rejects.toMatchObject({ code: 'no-inputs' })
  })
})

describe('loadRates', () => {
  const rates = `rates:
  - { from: 2024-01-01, to: 2024-12-31, eurosPerHour: "48.20", source: decision }
  - { from: 2025-01-01, eurosPerHour: "49.60", source: decision }
  - { from: 2025-01-01, worker: T1, eurosPerHour: "60.00", source: decision }
`
  it('gives the rate of the worker and the day, and none before the first', async () => {
    const { rateOn } = await loadRates(await withRates(rates))
    const cents = [rateOn(undefined, '2024-12-31'), rateOn('T2', '2025-01-01'), rateOn('T1', '2025-01-01'), rateOn('T1', '2023-12-31')].map((rate) => rate && centsPerHour(rate))
    expect(cents).toEqual([4820n, 4960n, 6000n, undefined])
  })

  it.each([
    ['overlapping days', rates.replace('to: 2024-12-31', 'to: 2025-01-01'), '3'],
    ['a rate without end before another', rates.replace('to: 2024-12-31, ', ''), '3'],
    ['days without a rate', rates.replace('to: 2024-12-31', 'to: 2024-12-30'), '3'],
    ['an end before its beginning', rates.replace('to: 2024-12-31', 'to: 2023-12-31'), '2'],
    ['an amount that is none', rates.replace('"49.60"', '"49.601"'), '3'],
    ['a float', rates.replace('"49.60"', '49.6'), '3'],
  ])('refuses %s, and names the line', async (_, text, line) => {
    await expect(withRates(text).then(loadRates)).rejects.toMatchObject({ code: 'config-invalid', values: { line, path: 'rates.yaml' } })
  })
})

async function withRates(text: string) {
  await write('rates.yaml', text)
  await write('korvaus.yaml', `${config}policies: { ownWorkRates: rates.yaml }\n`)
  return loadWorkspace({ cwd: folder })
}

function write(name: string, text: string): Promise<void> {
  return writeFile(join(folder, name), text)
}
