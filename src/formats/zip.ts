import { zipSync } from 'fflate'

/** The files of a packet as one zip, in a folder of their own: the same bytes for the same files, in any order. */
export function packetAsZip(files: ReadonlyMap<string, Uint8Array>, folder: string): Uint8Array {
  return zipOf(new Map([...files].map(([name, bytes]) => [`${folder}/${name}`, bytes])))
}

/** A zip with sorted names and fixed times. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...files.keys()].sort()
  // A zip holds local time: noon of its first day is written alike in every zone.
  const fixedTime = new Date(1980, 0, 1, 12)
  return zipSync(Object.fromEntries(names.map((name) => [name, files.get(name) as Uint8Array])), { level: 6, mtime: fixedTime, os: 3 })
}
