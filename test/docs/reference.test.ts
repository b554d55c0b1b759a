import { spawnSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { contractPages } from '../../src/commands/contracts.js'
import { referencePages } from '../../src/commands/reference.js'
import { toolAt, used } from '../packet/tools.js'
import { loadRuleBook } from '../../src/rules/load-book.js'
import { releasedVersions } from '../../src/rules/released-books.js'

it('has reference pages that say what the code does; mend with: npm run build && node scripts/make-reference.js', async () => {
  for (const [name, text] of referencePages(await Promise.all((await releasedVersions()).map((version) => loadRuleBook({ version }))))) {
    expect(await readFile(join(import.meta.dirname, '../../docs/reference', name), 'utf8'), name).toBe(text)
  }
})

it.each(['korvaus.1', 'korvaus.fi.1', 'korvaus.sv.1'])('has a manual page that a formatter takes as it stands: %s', async (name) => {
  const path = join(import.meta.dirname, '../../docs/reference', name)
  const lines = (await readFile(path, 'utf8')).split('\n')
  expect(lines.filter((line) => line.startsWith('.') && !/^\.(?:TH|SH|B|TP|RS|RE|nf|fi)(?: |$)/.test(line))).toEqual([])
  if (toolAt('mandoc') === undefined) return used('manual page', ['mandoc'], 'our own look at its macros')
  const { stdout } = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', path], { encoding: 'utf8' })
  used('manual page', ['mandoc'], 'our own look at its macros')
  expect(stdout.split('\n').filter((line) => line !== '' && !line.includes('missing date'))).toEqual([])
})

it('has a JSON Schema for every JSON output; mend with: npm run build && node scripts/make-reference.js', async () => {
  const folder = join(import.meta.dirname, '../../docs/schemas')
  const pages = contractPages()
  for (const [name, text] of pages) expect(await readFile(join(folder, name), 'utf8'), name).toBe(text)
  expect((await readdir(folder)).toSorted()).toEqual([...pages.keys()].toSorted())
})

it('publishes schemas that allow what a later minor version adds', () => {
  const closedPages = [...contractPages()].filter(([, text]) => text.includes('"additionalProperties": false'))
  expect(closedPages.map(([name]) => name)).toEqual([])
})
