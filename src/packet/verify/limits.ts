/** The largest file that a packet may hold. */
export const largestPacketFile = 64_000_000
/** The largest zip that is read at all. */
export const largestPacket = 256_000_000
const unpackedAnyway = 4_000_000
/** JSON of many like rows packs to a twentieth of its size; what packs far better is there to exhaust the reader. */
const mostPackedTimes = 40

/** How many bytes a zip of a size may unpack to. */
export function unpackedLimit(packed: number): number {
  return unpackedAnyway + packed * mostPackedTimes
}
