import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
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

interface Line {
  readonly text: string
  /** Whether it stands apart from the others, in a `text` or `console` block: what it changes is not there for those that follow. */
  readonly apart: boolean
}

/** The command lines of a page in their order, without remarks. */
function commandLines(page: string): Line[] {
  const blocks = [...page.matchAll(/^```(sh|text|console)\n([\s\S]*?)^```/gm)].map(([, kind, block]) => ({ apart: kind !== 'sh', block: block as string }))
  return blocks.flatMap(({ apart, block }) => block.split('\n').map((line) => ({ apart, text: line.replace(/\s+#.*$/, '').trim() }))).filter(({ text }) => text.startsWith('korvaus '))
}

/** What the page tells to do before some of its lines, or what lies ready in an office. */
const before: Readonly<Record<string, (here: string) => Promise<unknown>>> = {
  'korvaus batch . --inbox inbox': async (here) => mkdir(join(here, 'inbox'), { recursive: true }),
  'korvaus register import register.ndjson': async (here) => edit(here, (yaml) => `${yaml.replace(/^register:.*\n/m, '')}register: new.db\n`),
  'korvaus claims other special-costs-2026.xlsx': async (here) => cp(join(here, 'palveluloki.xlsx'), join(here, 'special-costs-2026.xlsx')),
  'korvaus verify packets/korvaus_1234567-1_2026-03_01 --key': protect,
  'korvaus verify packets/korvaus_1234567-1_2026-03_01 --identity': protect,
  'korvaus open packets/korvaus_1234567-1_2026-03_01': protect,
}

async function protect(here: string): Promise<void> {
  const recipient = await readFile(join(here, 'keys/opening.age.pub'), 'utf8').catch(() => '')
  await edit(here, (yaml) => `${yaml}\nsigning: { key: keys/claimant.ed25519 }\n${recipient === '' ? '' : `seal: { recipients: [${recipient.trim()}] }\n`}`)
  expect((await runKorvaus(['prepare', '--period', '2026-03', '--yes'], here)).exitCode).toBeLessThan(2)
}

async function edit(here: string, change: (yaml: string) => string): Promise<void> {
  const path = join(here, 'korvaus.yaml')
  await writeFile(path, change(await readFile(path, 'utf8')))
}

async function runLine({ text, apart }: Line): Promise<void> {
  const here = apart ? `${folder}-apart` : folder
  if (apart) await cp(folder, here, { recursive: true })
  try {
    await Object.entries(before).find(([line]) => text.startsWith(line))?.[1](here)
    const { exitCode, stderr } = await runKorvaus(await withRecipient(wordsOf(text).slice(1), here), here)
    if (asking.has(text)) expect([exitCode, stderr], text).toEqual([2, expect.stringContaining('--yes')])
    else expect([0, 1], `${text}\n${stderr}`).toContain(exitCode)
  } finally {
    if (apart) await rm(here, { recursive: true })
  }
}

/** What asks a person, and cannot without a terminal; its questions have tests of their own. */
const asking = new Set(['korvaus init'])

/** Pages write `age1…` for the key of whoever is to open an archive; here it is the one that the page made. */
async function withRecipient(words: readonly string[], here: string): Promise<string[]> {
  const made = await readFile(join(here, 'keys/opening.age.pub'), 'utf8').catch(() => '')
  return words.map((word) => (word === 'age1…' ? made.trim() : word))
}

function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? (match[2] as string))
}

describe('the pages of the documentation', () => {
  it.each(pages)('%s holds command lines that run', { timeout: 60_000 }, async (name) => {
    const page = await readFile(join(root, 'docs', name), 'utf8')
    const extra = /<!-- starts in an empty folder with (\S+) -->/.exec(page)?.[1]
    if (extra !== undefined) await cp(join(root, 'fixtures/read/erp-export', extra), join(folder, extra))
    else if (!page.includes('<!-- starts in an empty folder -->')) {
      for (const file of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(root, 'fixtures/example/workspace', file), join(folder, file))
    }
    const lines = commandLines(page)
    for (const line of lines) await runLine(line)
    for (const [, line] of page.matchAll(/^(?!```)(?:\$ )?(korvaus [a-z]+ .*)$/gm)) expect(lines.map(({ text }) => text)).toContain((line as string).replace(/\s+#.*$/, '').trim())
  })

  it('of the README run in the order in which a newcomer meets them', { timeout: 60_000 }, async () => {
    for (const file of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(root, 'fixtures/example/workspace', file), join(folder, file))
    const lines = commandLines(await readFile(join(root, 'README.md'), 'utf8'))
    expect(lines.length).toBeGreaterThan(7)
    await rm(join(folder, 'korvaus.yaml'))
    await runLine(lines[0] as Line)
    await cp(join(root, 'fixtures/example/workspace/korvaus.yaml'), join(folder, 'korvaus.yaml'))
    for (const line of lines.slice(1)) await runLine(line)
  })

  it('show the pictures that the script makes, and no others', async () => {
    const script = await readFile(join(root, 'scripts/make-pictures.js'), 'utf8')
    const kept = await readdir(join(root, 'docs/pictures'))
    for (const name of kept) expect(script, name).toMatch(new RegExp(`'${name.replace('.png', '')}(?:\\.png)?'`))
    const shown = await Promise.all([...pages.map((name) => join('docs', name)), 'README.md'].map((name) => readFile(join(root, name), 'utf8')))
    for (const name of kept) expect(shown.join(''), name).toContain(`pictures/${name}`)
  })

  it.each(pages)('%s leads only to pages that exist', async (name) => {
    const page = await readFile(join(root, 'docs', name), 'utf8')
    for (const [, target] of page.matchAll(/\]\((?!https?:)([^)#]+)/g)) await expect(readFile(join(root, 'docs', target as string)), target).resolves.toBeDefined()
  })
})
