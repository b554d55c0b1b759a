import { createReadStream } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { writeFileAtomically } from '../workspace/atomic-files.js'
import { dumpLines } from './dump.js'
import type { Engine } from './dialects/engine.js'

/**
 * Keeps a register as it is, before it is changed to a newer version, while nobody else can write to it: the file beside
 * itself, a PostgreSQL register as lines of JSON in the folder, from which `register import` brings it back.
 */
export async function keepBackup({ kind, location, db }: Engine, version: number, folder = '.'): Promise<string> {
  if (kind === 'sqlite') {
    const path = join(dirname(location), `${basename(location)}.version-${version}.backup`)
    await writeFileAtomically(path, createReadStream(location))
    return path
  }
  const path = join(folder, `register.version-${version}.backup.ndjson`)
  const lines: string[] = []
  for await (const line of dumpLines(db, version)) lines.push(line)
  await writeFileAtomically(path, lines.join(''))
  return path
}
