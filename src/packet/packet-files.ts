/** Every file that a packet may hold: what `prepare` writes, what the manifest lists and what `verify` accepts, folder and zip alike. */
export const packetFiles = [
  { name: 'assessment.json', listed: true, always: true },
  { name: 'claim.json', listed: true, always: true },
  { name: 'claim.pdf', listed: true, always: true },
  { name: 'cost-specification.xlsx', listed: true, always: true },
  { name: 'report.html', listed: true, always: true },
  { name: 'reviews.json', listed: true, always: true },
  { name: 'rule-book.json', listed: true, always: true },
  // The manifest cannot list these: they are made from it, or are random.
  { name: 'manifest.json', listed: false, always: true },
  { name: 'manifest-sha256.txt', listed: false, always: true },
  { name: 'manifest.sig', listed: false, always: false },
  { name: 'persons.age', listed: false, always: false },
] as const

const names: ReadonlySet<string> = new Set(packetFiles.map(({ name }) => name))

/** Whether a name, byte for byte, is that of a packet's file. */
export function isPacketFile(name: string): boolean {
  return names.has(name)
}

/** The files that every manifest lists. */
export const listedFiles: readonly string[] = packetFiles.filter(({ listed }) => listed).map(({ name }) => name)

/** The files without which nothing is a packet, beside those that the manifest lists. */
export const unlistedButAlways: readonly string[] = packetFiles.filter(({ listed, always }) => always && !listed).map(({ name }) => name)
