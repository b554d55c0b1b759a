import type { PacketContent } from '../content.js'
import { renderFiles } from '../render-packet.js'
import { same } from './check-manifest.js'
import { differs, noted, type Difference } from './difference.js'

const forPeople = ['claim.pdf', 'cost-specification.xlsx', 'report.html']

/**
 * Renders the files for people again from the packet's data and compares every byte. Another version of the program
 * may lay them out otherwise; then it is said that they were not compared.
 */
export async function checkRendering(content: PacketContent, files: ReadonlyMap<string, Uint8Array>, toolVersion: string): Promise<Difference[]> {
  const rendered = await renderFiles(content)
  const { version } = content.claim.tool
  return forPeople
    .filter((file) => files.has(file) && !same(files.get(file) as Uint8Array, rendered.get(file) as Uint8Array))
    .map((file) => (version === toolVersion ? differs('rendering-differs', { file }) : noted('rendering-not-compared', { file, version })))
}
