import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endChange, mendChange, writePacket, type PacketFiles } from '../../src/workspace/packet-change.js'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'korvaus-change-'))
})
afterEach(() => rm(root, { recursive: true }))

const bytes = (text: string) => new TextEncoder().encode(text)
const packet = (text: string): PacketFiles => ({ folder: join(root, 'packets/one'), hash: createHash('sha256').update(text).digest('hex'), files: new Map([['manifest.json', bytes(text)], ['claim.json', bytes(`claim of ${text}`)]]), zip: bytes(`zip of ${text}`) })
const state = async () => ({
  names: (await readdir(join(root, 'packets'))).sort(),
  manifest: await readFile(join(root, 'packets/one/manifest.json'), 'utf8').catch(() => undefined),
  zip: await readFile(join(root, 'packets/one.zip'), 'utf8').catch(() => undefined),
})
const recorded = async () => true
const lost = async () => false

describe('a packet that is written while the register may still refuse it', () => {
  it('stands alone once the change is ended', async () => {
    await writePacket(root, '2026-03', packet('A'))
    await endChange(root)
    await writePacket(root, '2026-03', packet('B'))
    await endChange(root)
    expect(await state()).toEqual({ names: ['one', 'one.zip'], manifest: 'B', zip: 'zip of B' })
    expect(await mendChange(root, lost)).toBe(false)
  })

  it('goes again when the register does not hold it, and the earlier one comes back', async () => {
    await writePacket(root, '2026-03', packet('A'))
    expect(await mendChange(root, lost)).toBe(true)
    expect(await state()).toEqual({ names: [], manifest: undefined, zip: undefined })
    await writePacket(root, '2026-03', packet('A'))
    await endChange(root)
    await writePacket(root, '2026-03', packet('B'))
    expect(await mendChange(root, lost)).toBe(true)
    expect(await state()).toEqual({ names: ['one', 'one.zip'], manifest: 'A', zip: 'zip of A' })
  })

  it('stays when the register holds it', async () => {
    await writePacket(root, '2026-03', packet('A'))
    expect(await mendChange(root, recorded)).toBe(true)
    expect(await state()).toEqual({ names: ['one', 'one.zip'], manifest: 'A', zip: 'zip of A' })
  })

  it('never takes away what another has put in its place', async () => {
    await writePacket(root, '2026-03', packet('A'))
    await rm(join(root, 'packets'), { recursive: true })
    await mkdir(join(root, 'packets/one'), { recursive: true })
    await writeFile(join(root, 'packets/one/manifest.json'), 'another')
    await mendChange(root, lost)
    expect(await state()).toEqual({ names: ['one'], manifest: 'another', zip: undefined })
  })

  it('is not held up by a note that nobody can read', async () => {
    await mkdir(join(root, '.korvaus'))
    await writeFile(join(root, '.korvaus/packet-change.json'), '{"half')
    expect(await mendChange(root, lost)).toBe(false)
    expect(await readdir(join(root, '.korvaus'))).toEqual([])
  })
})
