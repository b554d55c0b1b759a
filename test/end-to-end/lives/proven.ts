import { access, cp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { namer } from '../../../src/claim/namer.js'
import { inputsKeyOf } from '../../../src/model/inputs.js'
import { readRegisterKey } from '../../../src/register/key.js'
import { elsewhere } from './elsewhere.js'
import type { LifeStep } from './life.js'
import { claimsOf, manifestOf, packetsIn, run, type World } from './world.js'

/**
 * Every packet that is new proves itself: the folder in its workspace, the zip against what it was made from, from another
 * folder, in another language and time zone.
 */
export async function requireProven(world: World, step: LifeStep): Promise<void> {
  for (const packet of await packetsIn(world.workspace)) {
    const manifest = await manifestOf(world.workspace, packet)
    if (world.proven.get(packet) === manifest) continue
    if (step.kind !== 'prepare') throw new Error(`${packet} changed without having been prepared`)
    world.proven.set(packet, manifest)
    if (world.life.pseudonyms) world.ownIds.set(packet, await ownIdsOf(world, packet))
    await requireProof(world, packet)
  }
}

/** At the end, when all has been recorded, every packet in its workspace still. */
export async function requireLastProof(world: World): Promise<void> {
  for (const packet of await packetsIn(world.workspace)) await requireVerified(world, ['verify', join(world.workspace, 'packets', packet)])
  const { exitCode, stdout, stderr } = await run(world, ['claims', 'verify'])
  if (exitCode !== 0) throw new Error(`claims verify ended with ${exitCode}: ${stdout}${stderr}`)
  for (const { packet, number } of await claimsOf(world)) if (!world.proven.has(packet)) throw new Error(`claim ${number} has no packet`)
}

async function requireProof(world: World, packet: string): Promise<void> {
  const sources = join(world.folder, 'sources')
  await cp(world.workspace, sources, { recursive: true, filter: (path) => path === world.workspace || isSource(path) })
  const named = (await readdir(sources)).map((name) => join(sources, name))
  await requireVerified(world, ['verify', join(world.workspace, 'packets', packet), ...(await opening(world, packet))])
  await elsewhere(() => requireVerified(world, ['verify', join(world.workspace, 'packets', `${packet}.zip`), '--lang', 'sv', '--source', ...named], tmpdir()))
  await rm(sources, { recursive: true })
}

/** What opens the sealed annex of a packet, where it has one. */
async function opening({ workspace }: World, packet: string): Promise<string[]> {
  const isSealed = await access(join(workspace, 'packets', packet, 'persons.age')).then(() => true, () => false)
  return isSealed ? ['--identity', join(workspace, 'keys/opening.age')] : []
}

/** The pseudonyms of a packet, made again with the key of its workspace from the IDs of all rows, and to what they belong. */
async function ownIdsOf({ workspace, rows }: World, packet: string): Promise<ReadonlyMap<string, string>> {
  const { number } = JSON.parse(await readFile(join(workspace, 'packets', packet, 'claim.json'), 'utf8')) as { number: string }
  const { nameOf } = namer(inputsKeyOf((await readRegisterKey(workspace)) as Uint8Array, number).key, `${number}\u0000item`)
  return new Map(rows.map(({ id = '' }) => [nameOf(id), id]))
}

function isSource(path: string): boolean {
  return /\.(csv|xlsx|ods|yaml)$/.test(path) && !path.endsWith('korvaus.yaml')
}

async function requireVerified(world: World, argv: readonly string[], cwd?: string): Promise<void> {
  const { exitCode, stdout, stderr } = await run(world, argv, cwd)
  if (exitCode !== 0) throw new Error(`${argv.join(' ')} ended with ${exitCode}: ${stdout}${stderr}`)
}
