import { dirname, join, relative, sep } from 'node:path'
import { isOnServer } from '../register/dialects/dialects.js'
import { registerKeyName } from '../register/key.js'
import { configName, pathInside, type Workspace } from '../workspace/load-workspace.js'
import { entriesIfThere, isThere, namesIfThere } from '../workspace/present-file.js'
import { reviewsName } from '../workspace/reviews.js'
import { filesBehind } from './files-behind.js'
import { claimsOfPackets } from './packet-claims.js'
import { registerLocation } from './register-location.js'

export const handoverParts = ['configuration', 'inputs', 'reviews', 'register', 'key', 'publicKeys', 'packets'] as const
type HandoverPart = (typeof handoverParts)[number]

/** One thing that another machine or officer needs. */
export interface HandoverItem {
  readonly part: HandoverPart
  /** From the workspace; the address of a register that is a database. */
  readonly path: string
  /** `elsewhere`: it stays where it is, and the other side needs a way to it; `not-yet`: made with the first claim. */
  readonly state: 'there' | 'missing' | 'not-yet' | 'elsewhere'
}

/** What another machine or officer needs of a workspace: each file that it rests on, its register with the key, and its packets. */
export async function handoverList(workspace: Workspace): Promise<HandoverItem[]> {
  const { root } = workspace
  const [claims, { location, shown }] = [await claimsOfPackets(workspace), registerLocation(workspace)]
  const behind = await filesBehind(workspace, root)
  const [hasRegister, hasKey] = [isOnServer(location) || (await isThere(location)), await isThere(join(root, registerKeyName))]
  const claimed = hasKey || claims.length > 0
  const inputs = await Promise.all([...behind].filter(([name]) => name !== configName && name !== reviewsName).map(async ([name, path]): Promise<HandoverItem> => ({ part: 'inputs', path: name, state: (await isThere(path)) ? 'there' : 'missing' })))
  return [
    { part: 'configuration', path: configName, state: 'there' },
    ...inputs,
    { part: 'reviews', path: reviewsName, state: (await isThere(join(root, reviewsName))) ? 'there' : 'not-yet' },
    { part: 'register', path: shown, state: isOnServer(location) ? 'elsewhere' : hasRegister ? 'there' : claimed ? 'missing' : 'not-yet' },
    { part: 'key', path: registerKeyName, state: hasKey ? 'there' : claimed ? 'missing' : 'not-yet' },
    ...(await publicKeys(workspace)),
    ...claims.map(({ name }): HandoverItem => ({ part: 'packets', path: name, state: 'there' })),
  ]
}

/** The files that go into an archive, by their names in the workspace: all that is there and no register, which goes as lines. */
export async function handoverFiles(workspace: Workspace, list: readonly HandoverItem[]): Promise<Map<string, string>> {
  const { root, config } = workspace
  const own = list.filter(({ part, state }) => state === 'there' && part !== 'register' && part !== 'packets').map(({ path }) => path)
  const packets = await filesBelow(pathInside(root, config.packets, 'packets', 'folder'), root)
  return new Map([...own, ...packets].map((path) => [path, join(root, path)]))
}

async function publicKeys({ root, config }: Workspace): Promise<HandoverItem[]> {
  if (config.signing === undefined) return []
  const folder = dirname(pathInside(root, config.signing.key, 'signing.key'))
  const names = (await namesIfThere(folder)).filter((name) => name.endsWith('.pub.pem')).sort()
  return names.map((name) => ({ part: 'publicKeys', path: relative(root, join(folder, name)).split(sep).join('/'), state: 'there' }))
}

async function filesBelow(folder: string, root: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of (await entriesIfThere(folder)).sort((left, right) => (left.name < right.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name.endsWith('.tmp')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await filesBelow(path, root)))
    else if (entry.isFile()) found.push(relative(root, path).split(sep).join('/'))
  }
  return found
}
