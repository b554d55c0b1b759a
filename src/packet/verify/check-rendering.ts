import type { PacketContent } from '../content.js'
import { renderFiles } from '../render-packet.js'
import { same } from './check-manifest.js'
import { checkReadable } from './check-readable.js'
import { differs, unproven, type Difference } from './difference.js'

const forPeople = ['claim.pdf', 'cost-specification.xlsx', 'report.html']

/**
 * Renders the files for people again from the packet's data and compares every byte. Another version of the program
 * may lay them out otherwise; then it is proven that they show the items and sums of the data, and the rest is unproven.
 */
export async function checkRendering(content: PacketContent, files: ReadonlyMap<string, Uint8Array>, toolVersion: string): Promise<Difference[]> {
  const rendered = await renderFiles(content)
  const { version } = content.claim.tool
  const otherwise = forPeople.filter((file) => files.has(file) && !same(files.get(file) as Uint8Array, rendered.get(file) as Uint8Array))
  if (version === toolVersion) return otherwise.map((file) => differs('rendering-differs', { file }))
  if (otherwise.length === 0) return []
  return [...(await checkReadable(content, files)), ...otherwise.map((file) => unproven(file === 'claim.pdf' ? 'form-not-compared' : 'rendering-not-compared', { file, version }))]
}
