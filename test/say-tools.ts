import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Tests note which tools of the machine they used; the run ends by saying it. */
export default function sayTools(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'korvaus-tools-'))
  process.env.KORVAUS_TOOLS_LOG = join(folder, 'tools.txt')
  return () => {
    const lines = read(process.env.KORVAUS_TOOLS_LOG as string)
    rmSync(folder, { recursive: true, force: true })
    if (lines.length > 0) process.stdout.write(`Tools used by the tests:\n${[...new Set(lines)].sort().map((line) => `  ${line}\n`).join('')}`)
  }
}

function read(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').trim().split('\n')
  } catch {
    return []
  }
}
