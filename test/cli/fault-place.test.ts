import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultPlace } from '../../src/cli/fault-place.js'

let folder: string
const stackAt = (file: string) => `TypeError: not told\n    at judged (${pathToFileURL(join(folder, 'bundle', file)).href}:2:5)\n    at main`
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-fault-'))
  await mkdir(join(folder, 'bundle'))
  // The second line of the file comes from the first line of a source.
  await writeFile(join(folder, 'bundle/judging-A1.js.map'), JSON.stringify({ version: 3, sources: ['../src/claim/assess.ts'], names: [], mappings: ';AAAA' }))
})
afterAll(() => rm(folder, { recursive: true }))

describe('the place of a fault', () => {
  it('is told as it is in the sources, by the map of a bundled file', () => {
    expect(faultPlace(stackAt('judging-A1.js'))).toBe('claim/assess.ts:1')
  })

  it('is that in the bundled file, where it has no map', () => {
    expect(faultPlace(stackAt('packet-B2.js'))).toBe('packet-B2.js:2')
  })

  it('is that of the stack, where the program is not bundled, and none where the stack names none', () => {
    expect(faultPlace('TypeError: x\n    at f (file:///home/x/src/claim/assess.ts:7:1)')).toBe('claim/assess.ts:7')
    expect(faultPlace('TypeError: x\n    at node:internal')).toBeUndefined()
  })
})
