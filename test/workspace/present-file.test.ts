import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isThere, namesIfThere, readIfThere, textIfThere } from '../../src/workspace/present-file.js'

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'korvaus-present-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a file that may be absent', () => {
  it('is absent when there is no such name, or the way to it leads through a file', async () => {
    await writeFile(join(folder, 'file'), 'x')
    for (const name of ['none', 'none/below', 'file/below']) {
      expect(await readIfThere(join(folder, name))).toBeUndefined()
      expect(await textIfThere(join(folder, name))).toBeUndefined()
      expect(await isThere(join(folder, name))).toBe(false)
      expect(await namesIfThere(join(folder, name))).toEqual([])
    }
  })

  it('is read when it is there', async () => {
    await writeFile(join(folder, 'file'), 'ä')
    expect(await textIfThere(join(folder, 'file'))).toBe('ä')
    expect(await readIfThere(join(folder, 'file'))).toEqual(Buffer.from('ä'))
    expect(await isThere(join(folder, 'file'))).toBe(true)
    expect(await namesIfThere(folder)).toEqual(['file'])
  })

  it('is never absent when it is there and cannot be read: it is named with the reason', async () => {
    await mkdir(join(folder, 'folder'))
    await symlink('circle', join(folder, 'circle'))
    for (const [name, reason] of [['folder', 'EISDIR'], ['circle', 'ELOOP']] as const) {
      for (const read of [readIfThere, textIfThere]) await expect(read(join(folder, name))).rejects.toMatchObject({ code: 'file-unreadable', exitCode: 3, values: { path: join(folder, name), reason } })
    }
    await expect(isThere(join(folder, 'circle'))).rejects.toMatchObject({ code: 'file-unreadable' })
    await expect(namesIfThere(join(folder, 'circle'))).rejects.toMatchObject({ code: 'file-unreadable' })
  })
})
