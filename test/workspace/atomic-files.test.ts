import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryName, writeFileAtomically, writeFlushed, writeFolderAtomically } from '../../src/workspace/atomic-files.js'
import { lockWorkspace } from '../../src/workspace/lock.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-files-'))
})
afterEach(() => rm(folder, { recursive: true }))
const bytes = (text: string) => new TextEncoder().encode(text)

describe('writing', () => {
  it('makes files and folders that only their owner may read', async () => {
    await writeFileAtomically(join(folder, 'a/b.json'), 'x')
    await writeFolderAtomically(join(folder, 'packet'), new Map([['c.txt', bytes('y')]]))
    const modes = await Promise.all(['a/b.json', 'packet', 'packet/c.txt'].map(async (name) => ((await stat(join(folder, name))).mode & 0o777).toString(8)))
    expect(modes).toEqual(['600', '700', '600'])
  })

  it('replaces a folder whole and leaves nothing of the old one', async () => {
    await writeFolderAtomically(join(folder, 'packet'), new Map([['old.txt', bytes('1')], ['both.txt', bytes('1')]]))
    await writeFolderAtomically(join(folder, 'packet'), new Map([['both.txt', bytes('2')]]))
    expect(await readdir(folder)).toEqual(['packet'])
    expect(await readdir(join(folder, 'packet'))).toEqual(['both.txt'])
    expect(await readFile(join(folder, 'packet/both.txt'), 'utf8')).toBe('2')
  })

  it('names the folder that cannot be written to, and leaves nothing behind', async () => {
    await writeFile(join(folder, 'blocked'), '')
    await expect(writeFileAtomically(join(folder, 'blocked/x.json'), 'x')).rejects.toThrow()
    await expect(writeFolderAtomically(join(folder, 'blocked/packet'), new Map())).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['blocked'])
  })
})

describe('a temporary file', () => {
  it('has a name that nobody can know before, and is never one that lies there already', async () => {
    const names = new Set(Array.from({ length: 100 }, () => temporaryName(join(folder, 'a.json'))))
    expect(names.size).toBe(100)
    await symlink(join(folder, 'elsewhere'), join(folder, 'planted'))
    await expect(writeFlushed(join(folder, 'planted'), 'x')).rejects.toMatchObject({ code: 'EEXIST' })
    expect(await readdir(folder)).toEqual(['planted'])
  })

  it('has its final mode from the first byte, whoever writes it', async () => {
    const seen: string[] = []
    async function* watched() {
      for (const name of await readdir(folder)) seen.push(((await stat(join(folder, name))).mode & 0o777).toString(8))
      yield bytes('x')
    }
    await writeFileAtomically(join(folder, 'b.json'), watched())
    await writeFileAtomically(join(folder, 'c/d.json'), 'x', 0o644)
    expect([seen, await readFile(join(folder, 'b.json'), 'utf8'), ((await stat(join(folder, 'c/d.json'))).mode & 0o777).toString(8)]).toEqual([['600'], 'x', '644'])
  })
})

describe('after a run that was killed', () => {
  const dead = 999999999

  it('the next writing removes its half-written files', async () => {
    await writeFile(join(folder, `a.json.${dead}.tmp`), '{')
    await mkdir(join(folder, `packet.${dead}.tmp`))
    await writeFileAtomically(join(folder, 'a.json'), 'x')
    await writeFolderAtomically(join(folder, 'packet'), new Map())
    expect((await readdir(folder)).sort()).toEqual(['a.json', 'packet'])
  })

  it('a folder that it had moved aside comes back, and stays when the next writing fails', async () => {
    await mkdir(join(folder, `packet.${dead}.old.tmp`))
    await writeFile(join(folder, `packet.${dead}.old.tmp`, 'old.txt'), '1')
    await expect(writeFolderAtomically(join(folder, 'packet'), new Map([['no/such/folder.txt', bytes('2')]]))).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['packet'])
    expect(await readdir(join(folder, 'packet'))).toEqual(['old.txt'])
  })

  it('what a living run is writing is left alone', async () => {
    await writeFile(join(folder, `a.json.${process.ppid}.tmp`), '{')
    await writeFileAtomically(join(folder, 'a.json'), 'x')
    expect((await readdir(folder)).sort()).toEqual(['a.json', `a.json.${process.ppid}.tmp`])
  })
})

describe('lockWorkspace', () => {
  it('lets one run in at a time', async () => {
    const lock = await lockWorkspace({ root: folder })
    await expect(lockWorkspace({ root: folder })).rejects.toMatchObject({ code: 'workspace-locked', exitCode: 5 })
    await lock.release()
    await (await lockWorkspace({ root: folder })).release()
  })

  it('waits as long as it is told', async () => {
    const lock = await lockWorkspace({ root: folder })
    setTimeout(() => void lock.release(), 150)
    await (await lockWorkspace({ root: folder }, 5)).release()
  })

  it('takes over the lock of a dead process', async () => {
    const lock = await lockWorkspace({ root: folder })
    const path = join(folder, '.korvaus/lock')
    await writeFile(path, (await readFile(path, 'utf8')).replace(/"pid":\d+/, '"pid":999999999'))
    await (await lockWorkspace({ root: folder })).release()
    await lock.release()
  })

  it('takes over a lock that names nobody', async () => {
    await mkdir(join(folder, '.korvaus'))
    await writeFile(join(folder, '.korvaus/lock'), '')
    await (await lockWorkspace({ root: folder })).release()
  })

  it('lets exactly one of many runs take over an abandoned lock', async () => {
    await mkdir(join(folder, '.korvaus'))
    await writeFile(join(folder, '.korvaus/lock'), '{"pid":999999999,"host":"' + hostname() + '"}')
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockWorkspace({ root: folder }, 1)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await readdir(join(folder, '.korvaus'))).toEqual(['lock'])
  })
})
