import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import axe from 'axe-core'
import { chromium as browsers } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assessment } from '../../../src/model/assessment.js'
import { languages } from '../../../src/model/language-codes.js'
import { runKorvaus } from '../../commands/run-korvaus.js'
import { runBuilt } from '../../end-to-end/run-built.js'

const example = join(import.meta.dirname, '../../../fixtures/example/workspace')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-page-'))
  for (const name of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(example, name), join(folder, name))
  for (const language of languages) await runKorvaus(['check', '--report', `${language}.html`, '--lang', language], folder)
})
afterAll(() => rm(folder, { recursive: true }))
const page = (language: string) => readFile(join(folder, `${language}.html`), 'utf8')

describe('check --report', () => {
  it.each(languages)('writes one page in %s that loads nothing and runs nothing', async (language) => {
    const html = await page(language)
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).not.toMatch(/<script|<link|<img|<iframe|javascript:|\son\w+=|url\(|@import|src=/i)
    expect(html).not.toMatch(/\{\w+\}|undefined|NaN/)
  })

  it('says of each rule how many findings it has, and leads to it', async () => {
    const html = await page('en')
    const { items } = JSON.parse((await runKorvaus(['check', '--format', 'json'], folder)).stdout) as Assessment
    const counts = new Map<string, number>()
    for (const { rule, effect, reviewed } of items.flatMap(({ findings }) => findings)) if (!reviewed) counts.set(`${effect}-${rule}`, (counts.get(`${effect}-${rule}`) ?? 0) + 1)
    for (const [anchor, count] of counts) expect(html, anchor).toMatch(new RegExp(`<h3 id="${anchor}">.*?</h3>\\n<p><span class="tag">\\w+</span> ${count} item${count === 1 ? '' : 's'},`))
    const places = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))
    for (const [, link] of html.matchAll(/href="#([^"]+)"/g)) expect(places).toContain(link)
  })

  it('takes the place of its own earlier page and of no other file', async () => {
    expect((await runKorvaus(['check', '--report', 'en.html'], folder)).exitCode).toBe(1)
    await writeFile(join(folder, 'notes.html'), '<p>mine</p>')
    expect((await runKorvaus(['check', '--report', 'notes.html'], folder)).exitCode).toBe(2)
    expect(await readFile(join(folder, 'notes.html'), 'utf8')).toBe('<p>mine</p>')
  })

  it('is shown with --open, and says where it lies when nothing can show it', async () => {
    const script = join(folder, 'browser.sh')
    await writeFile(script, `#!/bin/sh\necho "$1" > "${join(folder, 'opened')}"\n`)
    await chmod(script, 0o700)
    const opened = await runKorvaus(['check', '--report', 'fi.html', '--open'], folder, { env: { BROWSER: script } })
    expect([opened.exitCode, (await readFile(join(folder, 'opened'), 'utf8')).trim()]).toEqual([1, join(folder, 'fi.html')])
    const failed = await runKorvaus(['check', '--report', 'fi.html', '--open', '--lang', 'en'], folder, { env: { BROWSER: join(folder, 'none') } })
    expect([failed.exitCode, failed.stderr]).toEqual([1, expect.stringContaining('Open it yourself')])
    await runKorvaus(['check', '--open'], folder, { env: { BROWSER: script } })
    await expect.poll(() => readFile(join(folder, 'opened'), 'utf8')).toContain('check.html')
  })

  it('is shown by a process of its own too, which ends as without it; so is the page of a packet', async () => {
    const script = join(folder, 'browser.sh')
    await writeFile(script, `#!/bin/sh\nsleep 1\necho "$1" >> "${join(folder, 'shown')}"\n`)
    await chmod(script, 0o700)
    for (const argv of [['check', '--open'], ['prepare', '--period', '2026-03', '--yes', '--open']]) expect((await runBuilt([...argv, '--as-of', '2026-06-01'], { cwd: folder, env: { BROWSER: script } })).exitCode, argv[0]).toBe(1)
    expect((await readFile(join(folder, 'shown'), 'utf8')).trim().split('\n')).toEqual([join(folder, 'check.html'), join(folder, 'packets/korvaus_1234567-1_2026-03_01/report.html')])
  })

  it('has no problem that axe finds and is no wider than a telephone', { timeout: 90_000 }, async () => {
    const browser = await browsers.launch({ executablePath: await chromium.executablePath(), args: chromium.args.filter((argument) => argument !== '--single-process'), headless: true })
    const tab = await browser.newPage({ bypassCSP: true, viewport: { width: 390, height: 800 } })
    await tab.setContent(await page('sv'))
    expect(await tab.evaluate('document.documentElement.scrollWidth <= 390')).toBe(true)
    await tab.evaluate(axe.source)
    const { violations } = (await tab.evaluate('axe.run()')) as { violations: { id: string; nodes: { html: string }[] }[] }
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await browser.close()
  })
})
