import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sheet } from '../../src/read/cells.js'
import { FileBytes } from '../../src/read/file-bytes.js'
import { openInput } from '../../src/read/open-input.js'

const example = join(import.meta.dirname, '../../fixtures/example/workspace/palveluloki.xlsx')
let folder: string
let path: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'korvaus-bytes-'))
  path = join(folder, 'log.csv')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** So many bytes that not all blocks of a hundred are held. */
const content = Buffer.from(Uint8Array.from({ length: 20_050 }, (_, index) => (index * 7919) >> 3))

function opened(bytes: Buffer, blockSize?: number): FileBytes {
  writeFileSync(path, bytes)
  return FileBytes.open(path, 'log', undefined, blockSize)
}

/** A piece is good until the next one is asked for. */
function joined(pieces: Iterable<Buffer>): Buffer {
  let all = Buffer.alloc(0)
  for (const piece of pieces) all = Buffer.concat([all, piece])
  return all
}

describe('the bytes of a file', () => {
  it('are hashed as a whole', () => {
    const file = opened(content, 100)
    expect([file.length, file.sha256]).toEqual([content.length, createHash('sha256').update(content).digest('hex')])
  })

  it('are those of the file between any two places, however often and in whatever order they are asked for', () => {
    const file = opened(content, 100)
    fc.assert(fc.property(fc.nat(content.length + 200), fc.nat(content.length + 200), (from, to) => {
      expect(file.read(from, to).equals(content.subarray(from, to))).toBe(true)
      if (from <= to && to <= content.length) expect(joined(file.pieces(from, to)).equals(content.subarray(from, to))).toBe(true)
    }), { seed: 20261128, numRuns: 200 })
  })

  it('are one block, several whole ones or none', () => {
    for (const length of [0, 1, 99, 100, 101, 200, 6400, 6500]) {
      const bytes = content.subarray(0, length)
      const file = opened(bytes, 100)
      expect([file.length, joined(file.pieces())]).toEqual([length, Buffer.concat([bytes])])
    }
  })
})

describe('a file that is no longer the one that was hashed', () => {
  const changed = expect.objectContaining({ code: 'input-changed', values: { path: 'log' } }) as Error

  it.each<[string, () => void]>([
    ['holds one other byte, and has its old time', () => {
      writeFileSync(path, Buffer.concat([Buffer.from([content[0] as number ^ 1]), content.subarray(1)]))
      utimesSync(path, 0, 0)
    }],
    ['is shorter', () => truncateSync(path, 50)],
    ['was replaced by another', () => {
      writeFileSync(`${path}.new`, Buffer.alloc(content.length))
      renameSync(`${path}.new`, path)
    }],
    ['is gone', () => rmSync(path)],
  ])('because it %s, is an error where its bytes are read again', (_, change) => {
    const file = opened(content, 100)
    change()
    expect(() => file.read(0, 10)).toThrow(changed)
    expect(() => [...file.pieces(0, 10)]).toThrow(changed)
  })

  it.each<[string, () => Buffer]>([
    ['a text table', () => Buffer.from(`Tunnus;Summa\r\n${'K-1;1,50\r\n'.repeat(2_500_000)}`)],
    ['a workbook', () => Buffer.from(zipSync({ ...unzipSync(readFileSync(example)), 'xl/worksheets/sheet1.xml': Buffer.from(`<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(1_000_000)}</sheetData></worksheet>`) }, { level: 0 }))],
  ])('is an error in the midst of its rows, in %s that is too large to be held', async (_, made) => {
    const bytes = made()
    writeFileSync(path, bytes)
    const { sheets } = await openInput({ path, name: 'log' })
    let rows = 0
    const reading = async () => {
      for await (const some of (sheets[0] as Sheet).rows()) {
        if (rows === 0) writeFileSync(path, bytes.fill(0x31, 1_000_000, 1_000_001))
        rows += some.length
      }
    }
    await expect(reading()).rejects.toEqual(changed)
    expect(rows).toBeGreaterThan(0)
  })

  it('is still the one that was hashed where all of it is held', () => {
    const file = opened(content)
    rmSync(path)
    expect(file.read(0, content.length)).toEqual(content)
  })
})

describe('a file that cannot be read', () => {
  it('is named as missing, or as no file at all', () => {
    expect(() => FileBytes.open(join(folder, 'none.csv'), 'none.csv')).toThrow(expect.objectContaining({ code: 'input-missing', values: { path: 'none.csv' } }) as Error)
    expect(() => FileBytes.open(folder, 'folder')).toThrow(expect.objectContaining({ code: 'input-no-file', values: { path: 'folder' } }) as Error)
  })

  it.skipIf(process.platform === 'win32')('is no pipe, which is not waited for', () => {
    const pipe = join(folder, 'pipe')
    spawnSync('mkfifo', [pipe])
    expect(() => FileBytes.open(pipe, 'pipe')).toThrow(expect.objectContaining({ code: 'input-no-file', values: { path: 'pipe' } }) as Error)
  })
})
