import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderOfWorkspaces } from '../batch/tools.js'

const root = join(import.meta.dirname, '../..')
let folder: string
beforeAll(async () => {
  folder = await folderOfWorkspaces(1)
  spawnSync('mkfifo', [join(folder, 'pipe')])
})
afterAll(() => rm(folder, { recursive: true }))

describe.skipIf(!existsSync('/proc/self'))('an output that is no place for a file', () => {
  const lines = (place: string) => [
    ['batch', 'ws-1', '--out', place], ['batch', 'ws-1', '--metrics', place], ['check', '--workspace', 'ws-1', '--report', place], ['check', '--workspace', 'ws-1', '--annotate', `${place}.xlsx`],
    ['check', '--workspace', 'ws-1', '--log-file', place], ['unclaimed', '--workspace', 'ws-1', '--calendar', place], ['template', place], ['rules', 'guide', place],
  ]

  it.each(['/proc/korvaus/x', '/dev/null', '/sys/korvaus'])('is refused at once: %s', (place) => {
    for (const argv of lines(place)) {
      const { status, signal } = spawnSync(process.execPath, [join(root, 'bin/korvaus.js'), ...argv, '--as-of', '2026-11-23'], { cwd: folder, timeout: 30_000, killSignal: 'SIGKILL' })
      expect([argv.join(' '), status, signal]).toEqual([argv.join(' '), 2, null])
    }
    expect(existsSync('/dev/null')).toBe(true)
  })

  it('is refused at once where it is a pipe that nobody reads', () => {
    for (const argv of lines('pipe').filter((line) => !line.includes('--annotate') && !line.includes('--out'))) {
      const { status, signal } = spawnSync(process.execPath, [join(root, 'bin/korvaus.js'), ...argv, '--as-of', '2026-11-23'], { cwd: folder, timeout: 30_000, killSignal: 'SIGKILL' })
      expect([argv.join(' '), status, signal]).toEqual([argv.join(' '), 2, null])
    }
  })
})
