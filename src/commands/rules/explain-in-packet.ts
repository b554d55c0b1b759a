import { resolve } from 'node:path'
import type { Io } from '../../cli/io.js'
import { languageOfWorkspace, say, type GlobalOptions } from '../../cli/options.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import { withoutIdentifiers } from '../../model/identifiers.js'
import { packetItem } from '../../packet/packet-item.js'
import { checkManifest } from '../../packet/verify/check-manifest.js'
import { describeDifference } from '../../packet/verify/describe.js'
import { readContent } from '../../packet/verify/read-content.js'
import { readPacket } from '../../packet/verify/read-packet.js'
import { packetItemJson, renderPacketItem } from '../../report/packet-item.js'
import { packetItemTexts } from '../../templates/packet-item-texts.js'

/**
 * Explains one item from a packet alone: what was paid, where it stands, what it rests on, and what each rule of the
 * packet's own book makes of it. A packet whose files are not what its manifest lists is explained as far as it can be
 * read, and the command ends with 4; only `verify` proves a packet.
 */
export async function explainInPacket(io: Io, options: GlobalOptions, wanted: string, packet: string): Promise<number> {
  const { files, differences } = await readPacket(resolve(io.cwd, packet))
  const read = readContent(files)
  const language = options.lang ?? read.content?.claim.language ?? (await languageOfWorkspace(options.workspace, io))
  const found = [...differences, ...checkManifest(files).differences, ...read.differences]
  const path = withoutIdentifiers(packet)
  if (read.content === undefined) throw new KorvausError('packet-unreadable', { path, reason: found.map((one) => describeDifference(one, language)).join(' ') })
  const item = packetItem(read.content, wanted)
  if (item === undefined) throw new KorvausError('packet-item-not-found', { item: withoutIdentifiers(wanted), packet: path })
  io.stdout(options.format === 'json' ? packetItemJson(item, language) : renderPacketItem(item, language))
  if (found.length === 0) return exitCodes.done
  say([packetItemTexts.differs[language], ...found.map((one) => `  ${describeDifference(one, language)}`)].join('\n'), options, io)
  return exitCodes.packet
}
