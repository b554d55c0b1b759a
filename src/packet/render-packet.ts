import { contentFiles, type PacketContent } from './content.js'
import { renderPage } from './html/render-page.js'
import { manifestOf, sha256, type Protection } from './manifest.js'
import { renderClaimForm } from './pdf/claim-form.js'
import { viewOf } from './view.js'
import { renderSpecification } from './xlsx/render-specification.js'

/**
 * Every file of a packet by its name: the same content gives the same bytes, on any machine. The sealed annex alone is
 * random, and with it its line in the list of hashes.
 */
export async function renderPacket(content: PacketContent, protection: Protection = {}): Promise<Map<string, Uint8Array>> {
  const files = await renderFiles(content)
  return new Map([...files, ...manifestOf(content, files, protection)])
}

/** The files that the manifest lists. */
export async function renderFiles(content: PacketContent): Promise<Map<string, Uint8Array>> {
  const view = viewOf(content)
  const files = contentFiles(content)
  files.set('cost-specification.xlsx', await renderSpecification(view))
  files.set('report.html', renderPage(view))
  const attachments = [...files].map(([path, bytes]) => ({ path, sha256: sha256(bytes) })).sort((left, right) => (left.path < right.path ? -1 : 1))
  files.set('claim.pdf', await renderClaimForm(view, files, attachments))
  return new Map([...files].sort(([left], [right]) => (left < right ? -1 : 1)))
}
