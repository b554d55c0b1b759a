import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runKorvaus } from '../commands/run-korvaus.js'

const root = join(import.meta.dirname, '../..')
const pages = (await readdir(join(root, 'docs'))).filter((name) => name.endsWith('.md'))
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-docs-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** The lines of the `sh` blocks, in their order, without remarks. */
function commandLines(page: string): string[] {
  const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map((match) => match[1] as string)
  return blocks.flatMap((block) => block.split('\n')).map((line) => line.replace(/\s+#.*$/, '').trim()).filter((line) => line !== '' && !line.startsWith('#'))
}

function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? (match[2] as string))
}

describe('the pages of the documentation', () => {
  it.each(pages)('%s holds command lines that run', async (name) => {
    const page = await readFile(join(root, 'docs', name), 'utf8')
    const extra = /<!-- starts in an empty folder with (\S+) -->/.exec(page)?.[1]
    if (extra !== undefined) await cp(join(root, 'fixtures/read/erp-export', extra), join(folder, extra))
    else if (!page.includes('<!-- starts in an empty folder -->')) {
      for (const file of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(root, 'fixtures/example/workspace', file), join(folder, file))
    }
    for (const line of commandLines(page)) {
      const [program, ...argv] = wordsOf(line)
      expect(program, line).toBe('korvaus')
      const { exitCode, stderr } = await runKorvaus(argv, folder)
      expect([0, 1], `${line}\n${stderr}`).toContain(exitCode)
    }
  })

  it.each(pages)('%s leads only to pages that exist', async (name) => {
    const page = await readFile(join(root, 'docs', name), 'utf8')
    for (const [, target] of page.matchAll(/\]\((?!https?:)([^)#]+)/g)) await expect(readFile(join(root, 'docs', target as string)), target).resolves.toBeDefined()
  })
})
