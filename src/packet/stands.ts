import { sha256 } from './manifest.js'

/**
 * Whether a packet on disk is the one that would be written now. The sealed annex is random, so it stands when it is
 * the one that the list of hashes beside it names.
 */
export function packetStands(files: ReadonlyMap<string, Uint8Array>, onDisk: ReadonlyMap<string, Uint8Array>): boolean {
  if (files.size !== onDisk.size || [...files.keys()].some((name) => !onDisk.has(name))) return false
  return [...files].every(([name, bytes]) => {
    const found = onDisk.get(name) as Uint8Array
    if (name === 'persons.age') return listOf(onDisk).includes(`${sha256(found)}  ${name}`)
    return name === 'manifest-sha256.txt' ? withoutAnnex(found) === withoutAnnex(bytes) : Buffer.compare(found, bytes) === 0
  })
}

function listOf(files: ReadonlyMap<string, Uint8Array>): string[] {
  return new TextDecoder().decode(files.get('manifest-sha256.txt')).split('\n')
}

function withoutAnnex(list: Uint8Array): string {
  return new TextDecoder().decode(list).replace(/^.*  persons\.age\n/m, '')
}
