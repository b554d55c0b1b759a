/** A short name as a number, so that names are compared without making texts of them. */
export function code(name: string): number {
  const bytes = Buffer.from(name)
  return codeOf(bytes, 0, bytes.length)
}

/** The same of a name that stands among the bytes. */
export function codeOf(block: Buffer, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) value = (Math.imul(value, 257) + (block[at] as number)) | 0
  return value
}
