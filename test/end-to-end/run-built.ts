import { spawn } from 'node:child_process'
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireContracts } from '../commands/contracts.js'

const root = join(import.meta.dirname, '../..')

export interface ProcessResult {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built command as a child process, with no terminal attached. */
export function runBuilt(argv: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'bin/korvaus.js'), ...argv], { cwd: options.cwd ?? root, env: { PATH: process.env.PATH, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const caught = { stdout: '', stderr: '' }
    child.stdout.on('data', (piece: Buffer) => (caught.stdout += piece.toString()))
    child.stderr.on('data', (piece: Buffer) => (caught.stderr += piece.toString()))
    child.on('error', reject)
    child.on('close', (exitCode) => {
      try {
        requireContracts(caught.stdout)
        resolve({ exitCode, ...caught })
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    })
  })
}

/** A copy of a fixture's workspace, without what earlier runs left in it. */
export async function copyWorkspace(theme: 'example' | 'municipal'): Promise<string> {
  const source = join(root, 'fixtures', theme, 'workspace')
  const folder = await mkdtemp(join(tmpdir(), 'korvaus-run-'))
  await cp(source, folder, { recursive: true, filter: (path) => !/[/\\](packets|keys|\.korvaus|korvaus\.db.*)$/.test(path) })
  return folder
}
