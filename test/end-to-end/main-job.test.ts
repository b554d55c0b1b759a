import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyWorkspace, runBuilt, type ProcessResult } from './run-built.js'

const asOf = ['--as-of', '2026-11-23']
const packetFiles = ['assessment.json', 'claim.json', 'claim.pdf', 'cost-specification.xlsx', 'manifest-sha256.txt', 'manifest.json', 'report.html', 'reviews.json', 'rule-book.json']
const workspaces: string[] = []
const example = async (theme: 'example' | 'municipal' = 'example') => {
  const folder = await copyWorkspace(theme)
  workspaces.push(folder)
  return folder
}
afterAll(() => Promise.all(workspaces.map((folder) => rm(folder, { recursive: true }))))

const prepare = (workspace: string, period: string, more: string[] = [], env: Record<string, string> = {}) =>
  runBuilt(['prepare', '--workspace', workspace, '--period', period, ...asOf, '--lang', 'en', ...more], { env })
const packet = (workspace: string, period: string, number = '01') => join(workspace, 'packets', `korvaus_1234567-1_${period}_${number}`)

describe('the main job', () => {
  let workspace: string
  let first: ProcessResult
  beforeAll(async () => {
    workspace = await example()
    first = await prepare(workspace, '2026-Q1')
  })

  it('writes the packet, its zip and the register, and says where the packet lies', async () => {
    expect(first.exitCode).toBe(1)
    expect((await readdir(packet(workspace, '2026-Q1'))).sort()).toEqual(packetFiles)
    expect((await stat(`${packet(workspace, '2026-Q1')}.zip`)).size).toBeGreaterThan(10_000)
    expect(first.stderr).toContain(packet(workspace, '2026-Q1'))
    expect(first.stdout).toMatch(/claimable +\d+ items/)
  })

  it('run again changes nothing and says so', async () => {
    const before = await Promise.all(packetFiles.map(async (name) => (await stat(join(packet(workspace, '2026-Q1'), name))).mtimeMs))
    const again = await prepare(workspace, '2026-Q1')
    expect(again.stderr).toContain('Nothing changed')
    expect(again.exitCode).toBe(1)
    expect(await Promise.all(packetFiles.map(async (name) => (await stat(join(packet(workspace, '2026-Q1'), name))).mtimeMs))).toEqual(before)
  })

  it('gives the same bytes on another machine, in another time zone and locale', async () => {
    // The inputs' hashes are keyed by the workspace's own key, so the other machine has a copy of it; it makes the claim anew.
    const other = await example()
    await cp(workspace, other, { recursive: true })
    await prepare(other, '2026-Q1', ['--as-of', '2026-11-24'])
    await prepare(other, '2026-Q1', [], { TZ: 'Pacific/Kiritimati', LANG: 'sv_FI.UTF-8', LC_ALL: 'sv_FI.UTF-8' })
    for (const name of packetFiles) expect((await readFile(join(packet(other, '2026-Q1'), name))).equals(await readFile(join(packet(workspace, '2026-Q1'), name))), name).toBe(true)
    expect((await readFile(`${packet(other, '2026-Q1')}.zip`)).equals(await readFile(`${packet(workspace, '2026-Q1')}.zip`))).toBe(true)
  })

  it('never claims an item twice: an overlapping period names the earlier claim', async () => {
    const overlapping = await prepare(workspace, '2026-03-01..2026-04-30', ['--format', 'json'])
    const assessment = JSON.parse(overlapping.stdout) as { items: { id: string; outcome: string; findings: { rule: string; message: string }[] }[] }
    const claimed = assessment.items.flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'OVL-001'))
    expect(claimed.length).toBeGreaterThan(3)
    expect(claimed.every(({ message }) => message.includes('2026-Q1/01'))).toBe(true)
    expect(assessment.items.filter(({ findings }) => findings.some(({ rule }) => rule === 'OVL-001')).every(({ outcome }) => outcome === 'rejected')).toBe(true)
  })

  it('replaces a packet that is not filed yet when the input has changed', async () => {
    await writeFile(join(workspace, 'rates.yaml'), (await readFile(join(workspace, 'rates.yaml'), 'utf8')).replace('51.10', '52.10'))
    const changed = await prepare(workspace, '2026-Q1')
    expect(changed.stderr).toContain('was replaced')
    expect((await readdir(join(workspace, 'packets'))).filter((name) => name.includes('2026-Q1'))).toEqual(['korvaus_1234567-1_2026-Q1_01', 'korvaus_1234567-1_2026-Q1_01.zip'])
  })

  it('verifies, and a flipped byte in any file is found and named', async () => {
    expect(await runBuilt(['verify', packet(workspace, '2026-Q1')])).toMatchObject({ exitCode: 0 })
    expect(await runBuilt(['verify', `${packet(workspace, '2026-Q1')}.zip`])).toMatchObject({ exitCode: 0 })
    for (const name of packetFiles) {
      const path = join(packet(workspace, '2026-Q1'), name)
      const sound = await readFile(path)
      const flipped = Buffer.from(sound)
      flipped[sound.length >> 1] = (sound[sound.length >> 1] as number) ^ 1
      await writeFile(path, flipped)
      const { exitCode, stdout } = await runBuilt(['verify', packet(workspace, '2026-Q1'), '--lang', 'en'])
      expect([exitCode, stdout.includes(name)], name).toEqual([4, true])
      await writeFile(path, sound)
    }
  })

  it('leaves no identity code in any file but the service log', async () => {
    for (const path of await allFiles(workspace)) {
      if (!path.endsWith('palveluloki.xlsx')) expect((await readFile(path)).toString('latin1'), path).not.toMatch(/\d{6}[-+A-FU-Y]9\d{2}[0-9A-Y]/)
    }
  })
})

describe('what stands in the way', () => {
  it('such as a packet folder that the register does not know is left alone', async () => {
    const workspace = await example()
    await mkdir(packet(workspace, '2026-03'), { recursive: true })
    await writeFile(join(packet(workspace, '2026-03'), 'mine.txt'), 'mine')
    const result = await prepare(workspace, '2026-03')
    expect(result.exitCode).toBe(5)
    expect(result.stderr).toContain('packets/korvaus_1234567-1_2026-03_01')
    expect(await readdir(packet(workspace, '2026-03'))).toEqual(['mine.txt'])
  })

  it('such as a folder that cannot be written to leaves no claim recorded', async () => {
    const workspace = await example()
    await writeFile(join(workspace, 'packets'), 'a file where the folder should be')
    const result = await prepare(workspace, '2026-03')
    expect(result.exitCode).toBe(2)
    expect(result.stderr).toContain('packets')
    await rm(join(workspace, 'packets'))
    expect((await prepare(workspace, '2026-03')).stderr).toContain('The claim packet is written')
  })

  it('such as a period with nothing to claim is said, and nothing is written', async () => {
    const workspace = await example()
    const result = await prepare(workspace, '2023-11')
    expect(result.exitCode).toBe(1)
    expect(result.stderr).toContain('Nothing can be claimed')
    await expect(stat(join(workspace, 'packets'))).rejects.toThrow()
  })
})

describe('the older law', () => {
  it('decides a municipality’s costs of 2020 to 2022', async () => {
    const workspace = await example('municipal')
    const result = await runBuilt(['prepare', '--workspace', workspace, '--period', '2020-01-01..2022-12-31', '--as-of', '2022-12-15', '--lang', 'en'])
    expect(result.stderr).toContain('The claim packet is written')
    const assessment = JSON.parse(await readFile(join(packet(workspace, '2020-01-01..2022-12-31'), 'assessment.json'), 'utf8')) as { items: { regime: string; outcome: string }[] }
    expect(new Set(assessment.items.map(({ regime }) => regime))).toEqual(new Set(['R4']))
  })
})

describe('an older rule book', () => {
  it('judges when it is asked for, and its packet verifies by it although a newer one is there', async () => {
    const workspace = await example()
    await prepare(workspace, '2026-Q1', ['--rules', '2026.1'])
    const { exitCode, stdout } = await runBuilt(['verify', packet(workspace, '2026-Q1'), '--format', 'json'])
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, ruleBook: { version: '2026.1' } })
    const difference = await runBuilt(['rules', 'diff', '2026.1', '2026.2', packet(workspace, '2026-Q1'), '--format', 'json'])
    expect(JSON.parse(difference.stdout)).toMatchObject({ meanings: [{ items: [], amounts: { claimable: { difference: '0.00' } } }] })
  })
})

describe('--version', () => {
  it('answers with the version alone', async () => {
    expect(await runBuilt(['--version'])).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' })
  })
})

async function allFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  return names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
