import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endChange, mendChange, writePacket, type PacketFiles } from '../../src/workspace/packet-change.js'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'korvaus-change-'))
})
afterEach(() => rm(root, { recursive: true }))

const name = 'korvaus_1234567-1_2026-03_01'
const home = () => ({ root, packets: 'packets', businessId: '1234567-1' })
const bytes = (text: string) => new TextEncoder().encode(text)
const packet = (text: string): PacketFiles => ({ folder: join(root, `packets/${name}`), hash: createHash('sha256').update(text).digest('hex'), files: new Map([['manifest.json', bytes(text)], ['claim.json', bytes(`claim of ${text}`)]]), zip: bytes(`zip of ${text}`) })
const state = async () => ({
  names: (await readdir(join(root, 'packets'))).sort(),
  manifest: await readFile(join(root, `packets/${name}/manifest.json`), 'utf8').catch(() => undefined),
  zip: await readFile(join(root, `packets/${name}.zip`), 'utf8').catch(() => undefined),
})
const recorded = async () => true
const lost = async () => false

describe('a packet that is written while the register may still refuse it', () => {
  it('stands alone once the change is ended', async () => {
    await writePacket({ root }, '2026-03', packet('A'))
    await endChange(home())
    await writePacket({ root }, '2026-03', packet('B'))
    await endChange(home())
    expect(await state()).toEqual({ names: [name, `${name}.zip`], manifest: 'B', zip: 'zip of B' })
    expect(await mendChange(home(), lost)).toBe(false)
  })

  it('goes again when the register does not hold it, and the earlier one comes back', async () => {
    await writePacket({ root }, '2026-03', packet('A'))
    expect(await mendChange(home(), lost)).toBe(true)
    expect(await state()).toEqual({ names: [], manifest: undefined, zip: undefined })
    await writePacket({ root }, '2026-03', packet('A'))
    await endChange(home())
    await writePacket({ root }, '2026-03', packet('B'))
    expect(await mendChange(home(), lost)).toBe(true)
    expect(await state()).toEqual({ names: [name, `${name}.zip`], manifest: 'A', zip: 'zip of A' })
  })

  it('stays when the register holds it', async () => {
    await writePacket({ root }, '2026-03', packet('A'))
    expect(await mendChange(home(), recorded)).toBe(true)
    expect(await state()).toEqual({ names: [name, `${name}.zip`], manifest: 'A', zip: 'zip of A' })
  })

  it('never takes away what another has put in its place', async () => {
    await writePacket({ root }, '2026-03', packet('A'))
    await rm(join(root, 'packets'), { recursive: true })
    await mkdir(join(root, `packets/${name}`), { recursive: true })
    await writeFile(join(root, `packets/${name}/manifest.json`), 'another')
    await mendChange(home(), lost)
    expect(await state()).toEqual({ names: [name], manifest: 'another', zip: undefined })
  })

  it('is not held up by a note that nobody can read', async () => {
    await mkdir(join(root, '.korvaus'))
    await writeFile(join(root, '.korvaus/packet-change.json'), '{"half')
    expect(await mendChange(home(), lost)).toBe(false)
    expect(await readdir(join(root, '.korvaus'))).toEqual([])
  })

  describe.each([
    ['of another claimant', 'packets/korvaus_7654321-0_2026-03_01', '2026-03'],
    ['of another period than the note says', 'packets/korvaus_1234567-1_2026-02_01', '2026-03'],
    ['somewhere else in the workspace', 'archive/korvaus_1234567-1_2026-03_01', '2026-03'],
    ['outside the workspace', '../other/korvaus_1234567-1_2026-03_01', '2026-03'],
    ['under a name with more in it', 'packets/korvaus_1234567-1_2026-03_01/../korvaus_7654321-0_2026-03_01', '2026-03'],
  ])('by a forged note never touches a packet %s', (_, folder, period) => {
    it('and nothing is moved or removed but the note', async () => {
      const at = join(root, 'inside', folder)
      await mkdir(at, { recursive: true })
      await mkdir(join(root, 'inside/.korvaus'), { recursive: true })
      await writeFile(join(at, 'manifest.json'), 'theirs')
      await writeFile(`${at}.zip`, 'their zip')
      const before = join(at, '..', `.${basename(at)}.before`)
      await writeFile(before, 'kept')
      const [content, zip] = ['theirs', 'their zip'].map((text) => createHash('sha256').update(text).digest('hex'))
      await writeFile(join(root, 'inside/.korvaus/packet-change.json'), JSON.stringify({ folder, period, content, zip }))
      expect(await mendChange({ ...home(), root: join(root, 'inside') }, lost)).toBe(false)
      expect(await Promise.all([join(at, 'manifest.json'), `${at}.zip`, before].map((path) => readFile(path, 'utf8')))).toEqual(['theirs', 'their zip', 'kept'])
      expect(await readdir(join(root, 'inside/.korvaus'))).toEqual([])
    })
  })

  it('is stopped by a note that is there and cannot be read, or that is a link or a pipe', async () => {
    await mkdir(join(root, '.korvaus/packet-change.json'), { recursive: true })
    await expect(mendChange(home(), lost)).rejects.toMatchObject({ code: 'config-invalid' })
    await rm(join(root, '.korvaus'), { recursive: true })
    await symlink(tmpdir(), join(root, '.korvaus'))
    await expect(mendChange(home(), lost)).rejects.toMatchObject({ code: 'config-invalid' })
  })
})
