import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findFiles } from '../../src/workspace/find-files.js'
import { packetInside, pathInside } from '../../src/workspace/inside.js'
import { loadWorkspace, resolveInputs } from '../../src/workspace/load-workspace.js'
import { lockWorkspace } from '../../src/workspace/lock.js'
import { readPlainText } from '../../src/workspace/plain-file.js'
import { alternativesOf, fitsWildcards } from '../../src/workspace/wildcards.js'

let root: string
let outside: string
beforeEach(async () => {
  ;[root, outside] = (await Promise.all(['root', 'outside'].map((name) => mkdtemp(join(tmpdir(), `korvaus-${name}-`))))) as [string, string]
})
afterEach(() => Promise.all([root, outside].map((folder) => rm(folder, { recursive: true }))))

const refused = (path: string, meant?: 'file' | 'folder') => expect(() => pathInside(root, path, 'key', meant), path).toThrow(expect.objectContaining({ code: 'config-invalid', exitCode: 2 }))

describe('a path of a workspace', () => {
  it('may name what is not there yet, and leads nowhere else by any link: to a file, of a parent, to nowhere, in a circle', async () => {
    expect(pathInside(root, 'a/b/c.db', 'register')).toBe(join(root, 'a/b/c.db'))
    await writeFile(join(outside, 'key'), '')
    for (const [link, target] of [['key', join(outside, 'key')], ['keys', outside], ['nowhere', join(outside, 'new.db')], ['circle', join(root, 'circle')]] as const) await symlink(target, join(root, link))
    for (const path of ['key', 'keys/key', 'keys/new', 'nowhere', 'circle', '../x', '/etc/passwd', 'a/../../x', 'a\0b']) refused(path)
    refused('keys', 'folder')
  })

  it('is where it really is when a link stays inside, also when the root itself is a link', async () => {
    await mkdir(join(root, 'data'))
    await symlink('data', join(root, 'packets'))
    expect(pathInside(root, 'packets/one', 'packets')).toBe(join(root, 'data/one'))
    await symlink(root, join(outside, 'link'))
    expect(await realpath(pathInside(join(outside, 'link'), 'packets', 'packets', 'folder'))).toBe(await realpath(join(root, 'data')))
  })

  it('is refused as soon as a link appears that leads out', async () => {
    expect(pathInside(root, 'packets', 'packets', 'folder')).toBe(join(root, 'packets'))
    await symlink(outside, join(root, 'packets'))
    refused('packets', 'folder')
  })

  it('is a plain file where a file is meant and a folder where a folder is; no pipe and no device is waited for', async () => {
    await mkdir(join(root, 'folder'))
    await writeFile(join(root, 'file'), 'x')
    execFileSync('mkfifo', [join(root, 'pipe')])
    for (const path of ['folder', 'pipe']) refused(path)
    for (const path of ['file', 'pipe']) refused(path, 'folder')
    await expect(readPlainText(join(root, 'pipe'))).rejects.toMatchObject({ code: 'EINVAL' })
    await expect(readPlainText(join(root, 'file'), 0)).rejects.toMatchObject({ code: 'EFBIG' })
  })

  it('of a packet is directly in the folder of packets, whatever its name says', async () => {
    expect(packetInside(root, 'packets', 'korvaus_1_2026-03_01')).toBe(join(root, 'packets/korvaus_1_2026-03_01'))
    for (const name of ['', '.', '..', '../x', 'a/b', 'a\\b']) expect(() => packetInside(root, 'packets', name), name).toThrow(expect.objectContaining({ code: 'config-invalid' }))
  })
})

describe('a workspace whose paths lead out or are no files', () => {
  const config = (more: string) => `claimant: { kind: municipality, name: Kunta, businessId: 1234567-1, municipality: "541" }\n${more}`
  const load = async (more: string) => {
    await writeFile(join(root, 'korvaus.yaml'), config(more))
    const workspace = await loadWorkspace({ cwd: root })
    return resolveInputs(workspace, root)
  }

  it.each([
    ['register: out/korvaus.db\n', 'register'],
    ['packets: out\n', 'packets'],
    ['signing: { key: out/key }\n', 'signing.key'],
    ['policies: { ownWorkRates: out/rates.yaml }\n', 'policies.ownWorkRates'],
    ['inputs: [{ path: out/log.csv }]\n', 'inputs.0.path'],
    ['inputs: [{ path: "out/*.csv" }]\n', 'inputs.0.path'],
    ['inputs: [{ path: log.csv, mapping: out/m.yaml }]\n', 'inputs.0.mapping'],
    ['register: pipe\n', 'register'],
    ['inputs: [{ path: pipe }]\n', 'inputs.0.path'],
    ['signing: { key: pipe }\n', 'signing.key'],
  ])('%s', async (more, key) => {
    await symlink(outside, join(root, 'out'))
    await writeFile(join(root, 'log.csv'), '')
    for (const name of ['log.csv', 'key', 'rates.yaml', 'm.yaml']) await writeFile(join(outside, name), '')
    execFileSync('mkfifo', [join(root, 'pipe')])
    await expect(load(more)).rejects.toMatchObject({ code: 'config-invalid', values: { key, line: '2' } })
  })

  it('takes no lock through a link, and leaves nothing behind it', async () => {
    await symlink(outside, join(root, '.korvaus'))
    await expect(lockWorkspace({ root })).rejects.toMatchObject({ code: 'config-invalid', values: { key: '.korvaus' } })
    expect(await readdir(outside)).toEqual([])
  })
})

describe('patterns of names', () => {
  it('mean what they mean elsewhere', () => {
    expect(['log-*.csv', '*', '?og-1.csv', 'log-[0-9].csv', 'log-[!a-z].csv', '*1*'].map((pattern) => fitsWildcards(pattern, 'log-1.csv'))).toEqual(Array(6).fill(true))
    expect(['log-*.xlsx', '?', 'log-[a-z].csv', 'log', '*-2*', 'log-1.csv?'].map((pattern) => fitsWildcards(pattern, 'log-1.csv'))).toEqual(Array(6).fill(false))
    expect(alternativesOf('a{b,c}.{x,y}')).toEqual(['ab.x', 'ab.y', 'ac.x', 'ac.y'])
  })

  it('take no more time for a name that nearly fits, however many signs stand for any', () => {
    const began = process.cpuUsage()
    for (const pattern of ['*a'.repeat(500) + 'b', '*'.repeat(1000) + 'b', '{a,b}'.repeat(300), '?*'.repeat(400) + 'b']) {
      expect(alternativesOf(pattern).some((one) => fitsWildcards(one, 'a'.repeat(255)))).toBe(false)
    }
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(1)
  })

  it('find files in folders, and name a link that leads out instead of going through it', async () => {
    for (const folder of ['a', 'a/b', '.hidden']) await mkdir(join(root, folder))
    for (const name of ['log-2.csv', 'log-10.csv', 'a/log-3.csv', 'a/b/log-4.csv', '.hidden/log-5.csv', '.log-6.csv']) await writeFile(join(root, name), '')
    await symlink(outside, join(root, 'linked'))
    await writeFile(join(outside, 'log-7.csv'), '')
    expect(await findFiles(root, 'log-*.csv')).toEqual(['log-10.csv', 'log-2.csv'])
    expect(await findFiles(root, '**/log-*.csv')).toEqual(['a/b/log-4.csv', 'a/log-3.csv', 'log-10.csv', 'log-2.csv'])
    expect(await findFiles(root, '*/log-?.csv')).toEqual(['a/log-3.csv', 'linked'])
    expect(await findFiles(root, 'a/**')).toEqual(['a/b/log-4.csv', 'a/log-3.csv'])
    expect(await findFiles(root, '../*')).toEqual([])
  })
})
