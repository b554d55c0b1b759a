import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runKorvaus } from '../commands/run-korvaus.js'

let made: string
let folder: string
let packet: string
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'korvaus-known-'))
  await cp(join(import.meta.dirname, '../../fixtures/kept/workspace'), join(made, 'whole'), { recursive: true })
  await writeFile(join(made, 'whole/korvaus.yaml'), `signing: { key: keys/claimant.ed25519 }\n`, { flag: 'a' })
  await runKorvaus(['keys', 'new'], join(made, 'whole'))
  await runKorvaus(['prepare', '--period', '2026-03', '--yes', '--as-of', '2026-11-23'], join(made, 'whole'))
  packet = join(made, 'whole/packets', (await readdir(join(made, 'whole/packets'))).find((name) => name.endsWith('.zip')) as string)
})
afterAll(() => rm(made, { recursive: true }))

/** What verifying finds from a workspace in which something was done. */
async function verified(name: string, change: () => Promise<unknown>, ...more: string[]) {
  folder = join(made, name)
  await cp(join(made, 'whole'), folder, { recursive: true })
  await change()
  const { exitCode, stdout } = await runKorvaus(['verify', packet, '--format', 'json', ...more], folder)
  const { differences, unproven } = JSON.parse(stdout) as Record<'differences' | 'unproven', { code: string; values: Record<string, string> }[]>
  return { exitCode, differences: differences.map(({ code }) => code), unproven: unproven.map(({ code, values }) => [code, values.part, values.reason]) }
}

describe('what the workspace at hand knows of a packet', () => {
  it('proves the packet of its own claimant', async () => {
    expect(await verified('untouched', async () => undefined)).toEqual({ exitCode: 0, differences: [], unproven: [] })
  })

  it.each([
    ['a register that is none', 'korvaus.db', 'register', 'register-damaged'],
    ['a configuration that is none', 'korvaus.yaml', 'korvaus.yaml', 'config-unreadable'],
    ['a public key that is none', 'keys/claimant.ed25519.pub.pem', 'claimant.ed25519.pub.pem', 'key-unreadable'],
  ])('is not compared where there is %s, and says so', async (name, file, part, reason) => {
    expect(await verified(name, () => writeFile(join(folder, file), 'no such thing: [')))
      .toEqual({ exitCode: 1, differences: [], unproven: [['workspace-not-compared', part, reason]] })
  })

  it('is not compared where the register is gone, or the workspace that was named', async () => {
    expect(await verified('gone', () => rm(join(folder, 'korvaus.db'))))
      .toEqual({ exitCode: 1, differences: [], unproven: [['workspace-not-compared', 'register', 'register-lost']] })
    expect(await verified('other', async () => undefined, '--workspace', 'nowhere'))
      .toEqual({ exitCode: 1, differences: [], unproven: [['workspace-not-compared', 'korvaus.yaml', 'workspace-not-found']] })
  })
})
