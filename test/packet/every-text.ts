import { unzipSync } from 'fflate'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pdfText } from './pdf-text.js'

/** A text that somebody could read, and where. */
export interface Seen {
  readonly where: string
  readonly text: string
}

/** The text of every file below a folder but some, and the names of all: zips unpacked, PDFs read, attachments of PDFs too. */
export async function everyFile(folder: string, except: readonly string[] = []): Promise<Seen[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const seen: Seen[] = []
  for (const entry of entries.filter((one) => one.isFile() && !except.includes(one.name))) {
    const path = join(entry.parentPath, entry.name)
    seen.push({ where: 'a file name', text: path.slice(folder.length) }, ...(await textsOf(path.slice(folder.length), new Uint8Array(await readFile(path)))))
  }
  return seen
}

/** Line breaks and spaces do not hide anything. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '')
}

async function textsOf(where: string, bytes: Uint8Array): Promise<Seen[]> {
  const own = [{ where, text: new TextDecoder().decode(bytes) }, { where, text: Buffer.from(bytes).toString('utf16le') }]
  if (/\.(zip|xlsx)$/.test(where)) return (await Promise.all(Object.entries(unzipSync(bytes)).map(([name, part]) => textsOf(`${where}!${name}`, part)))).flat()
  return where.endsWith('.pdf') ? [...own, { where, text: await pdfText(bytes) }] : own
}
