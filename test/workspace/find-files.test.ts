import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findFiles, findNames } from '../../src/workspace/find-files.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-find-'))
  for (const path of ['maaliskuu.csv', 'maaliskuu.xlsx', '.kätketty.csv', '2026/01/tammi.csv', '2026/02/helmi.csv', '2025/12/joulu.csv', '2025/.vanha/a.csv']) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), '')
  }
})
afterEach(() => rm(folder, { recursive: true }))

describe('files that a pattern names', () => {
  it.each([
    ['*.csv', ['maaliskuu.csv']],
    ['.*.csv', ['.kätketty.csv']],
    ['maalis*.{csv,xlsx}', ['maaliskuu.csv', 'maaliskuu.xlsx']],
    ['**/*.csv', ['2025/12/joulu.csv', '2026/01/tammi.csv', '2026/02/helmi.csv', 'maaliskuu.csv']],
    ['202[6-9]/0?/*', ['2026/01/tammi.csv', '2026/02/helmi.csv']],
    ['2025/.vanha/*.csv', ['2025/.vanha/a.csv']],
    ['*/../maaliskuu.csv', []],
    ['nowhere/*.csv', []],
    ['maaliskuu.csv/*', []],
  ])('are those of %s, sorted', async (pattern, files) => {
    expect(await findFiles(folder, pattern)).toEqual(files)
  })

  it('are none in a folder that is not there', async () => {
    expect(await findFiles(join(folder, 'ei-ole'), '*.csv')).toEqual([])
  })

  it('are found behind links too, which no pattern leaves out in silence', async () => {
    await symlink(join(folder, '2026/01/tammi.csv'), join(folder, 'kopio.csv'))
    await symlink(join(folder, '2026/01'), join(folder, '2026/uusin'))
    await symlink(join(folder, 'poistettu.csv'), join(folder, 'kadonnut.csv'))
    expect(await findFiles(folder, '*.csv')).toEqual(['kadonnut.csv', 'kopio.csv', 'maaliskuu.csv'])
    expect(await findFiles(folder, '2026/*/tammi.csv')).toEqual(['2026/01/tammi.csv', '2026/uusin/tammi.csv'])
    expect(await findFiles(folder, '2026/**/tammi.csv')).toEqual(['2026/01/tammi.csv'])
  })

  it('are not told without those of a folder that cannot be looked into', async () => {
    await symlink(join(folder, 'kehä'), join(folder, 'kehä'))
    await expect(findFiles(folder, '*/*.csv')).rejects.toMatchObject({ code: 'file-unreadable', values: { path: join(folder, 'kehä'), reason: 'ELOOP' } })
    const unread: string[] = []
    const how = { mostLooked: 100, deepest: 5, takes: () => true, follows: () => Promise.resolve(true), unread: (path: string) => void unread.push(path) }
    expect(await findNames(folder, '*/*.csv', how)).toEqual([])
    expect(unread).toEqual([join(folder, 'kehä')])
  })

  it('are not told at all by a search that goes too far or too deep', async () => {
    const how = { mostLooked: 100, deepest: 5, takes: () => true, follows: () => Promise.resolve(true), unread: () => undefined }
    expect(await findNames(folder, '**/*.csv', { ...how, mostLooked: 5 })).toBeUndefined()
    expect(await findNames(folder, '**/*.csv', { ...how, deepest: 1 })).toBeUndefined()
    expect(await findNames(folder, '**/*.csv', how)).toHaveLength(4)
  })
})
