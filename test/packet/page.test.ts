import chromium from '@sparticuz/chromium'
import axe from 'axe-core'
import { chromium as browsers, type Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '../../src/model/language-codes.js'
import type { Language } from '../../src/model/language.js'
import { renderPage } from '../../src/packet/html/render-page.js'
import { viewOf } from '../../src/packet/view.js'
import { anItem } from '../claim/log-builder.js'
import { openPdf } from './pdf-text.js'
import { smallContent, smallLog } from './small-packet.js'
import { used } from './tools.js'

const page = (language: Language, policy = {}) => new TextDecoder().decode(renderPage(viewOf(smallContent({ language, policy }))))

describe('the page', () => {
  it.each(languages)('is one file in %s that loads nothing and runs nothing', (language) => {
    const html = page(language)
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).not.toMatch(/<script|<link|<img|<iframe|javascript:|\son\w+=|url\(|@import|src=/i)
    expect(html).not.toMatch(/\{\w+\}|undefined|NaN/)
  })

  it('leads from each item to its findings and back, each place there once', () => {
    const html = page('en')
    const places = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(places).size).toBe(places.length)
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
    expect(links.filter((link) => !places.includes(link))).toEqual([])
    expect(links.filter((link) => link?.startsWith('finding-')).length).toBeGreaterThanOrEqual(smallContent().assessment.items.flatMap(({ findings }) => findings).length)
  })

  it('leads from each item to what is found of its case, and of all items', () => {
    const { claim, assessment, ...rest } = smallContent()
    const general = [
      { rule: 'CLM-001', effect: 'reject' as const, message: 'About the claim.', about: 'claim' as const },
      { rule: 'PER-014', effect: 'note' as const, message: 'About a person.', about: 'case' as const, case: 'B' },
    ]
    const html = new TextDecoder().decode(renderPage(viewOf({ ...rest, claim, assessment: { ...assessment, findings: general } })))
    const row = (id: string) => new RegExp(`<tr id="[^"]*"><th[^>]*>${id}</th>.*?</tr>`, 's').exec(html)?.[0] ?? ''
    expect(row('INT-1')).toContain('<a href="#finding-about-2">PER-014</a>')
    expect(row('HEA-1')).not.toContain('PER-014')
    for (const id of ['INT-1', 'HEA-1', 'NOD-1']) expect(row(id)).toContain('<a href="#finding-about-1">CLM-001</a>')
    expect(html).toMatch(/<li id="finding-about-2">PER-014 · B: .*About a person\./)
  })

  it('draws charts by month and by category with their values in words', () => {
    const html = page('en', { smallestGroup: 1 })
    expect(html).toContain('aria-label="Compensation claimed by month: 3/26 819"')
    expect(html).toMatch(/aria-label="Compensation claimed by category: Health care €75\.00, Interpreting €93\.60/)
  })

  it('shows the euros of a month above its bar, rounded and never cut', () => {
    const view = viewOf(smallContent({ policy: { smallestGroup: 1 } }))
    const months = [{ key: '2026-02', amount: 302785n }, { key: '2026-03', amount: -50n }].map((month) => ({ ...view.summary.month[0], ...month }) as (typeof view.summary.month)[number])
    expect(new TextDecoder().decode(renderPage({ ...view, summary: { ...view.summary, month: months } }))).toMatch(/: 2\/26 3.028, 3\/26 [-\u2212]1"/)
  })

  it('shows no group of few persons in its summaries', () => {
    const summary = (html: string) => html.slice(html.indexOf('id="overview"'), html.indexOf('id="basis"'))
    expect(summary(page('en', { smallestGroup: 5 }))).not.toMatch(/Health care|Interpreting|Safety/)
    expect(summary(page('en', { smallestGroup: 5 }))).toContain('Small groups together')
    expect(summary(page('en', { smallestGroup: 1 }))).toContain('Health care')
    expect(page('en', { smallestGroup: 5 })).toContain('fewer than 5')
  })

  it('shows what a stranger wrote as text', () => {
    const log = smallLog([anItem({ id: '<b>X</b>', description: '<script>alert(1)</script>"\'&' }, 30)])
    const html = new TextDecoder().decode(renderPage(viewOf(smallContent({ log }))))
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;')
  })
})

describe('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await browsers.launch({ executablePath: await chromium.executablePath(), args: chromium.args.filter((argument) => argument !== '--single-process'), headless: true })
    used('browser', [], `Chromium ${browser.version()} of @sparticuz/chromium, axe-core ${axe.version}`)
  }, 60_000)
  afterAll(() => browser.close())

  it.each(languages.flatMap((language) => (['light', 'dark'] as const).map((colorScheme) => ({ language, colorScheme }))))('the page has no problem that axe finds, in $language and $colorScheme', { timeout: 60_000 }, async ({ language, colorScheme }) => {
    const tab = await browser.newPage({ colorScheme, bypassCSP: true, viewport: { width: 1200, height: 900 } })
    await tab.setContent(page(language, { smallestGroup: 1 }))
    await tab.evaluate(axe.source)
    const violations = (await tab.evaluate('axe.run()')) as { violations: { id: string; nodes: { html: string }[] }[] }
    expect(violations.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await tab.close()
  })

  it('nothing of the page is wider than a telephone', { timeout: 60_000 }, async () => {
    const tab = await browser.newPage({ viewport: { width: 390, height: 800 } })
    await tab.setContent(page('sv'))
    expect(await tab.evaluate('document.documentElement.scrollWidth <= 390')).toBe(true)
    await tab.close()
  })

  it.each(['light', 'dark'] as const)('it prints on white paper from a %s screen, with headings on each page and the total once, at the end', { timeout: 60_000 }, async (colorScheme) => {
    const tab = await browser.newPage({ colorScheme })
    const log = smallLog(Array.from({ length: 60 }, (_, index) => anItem({ id: `HEA-${index + 100}`, serviceDate: '2026-03-02', voucher: `V-${index}` }, 20 + index)))
    await tab.setContent(new TextDecoder().decode(renderPage(viewOf(smallContent({ log, language: 'en' })))))
    await tab.emulateMedia({ media: 'print', colorScheme })
    expect(await tab.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
    const paper = await openPdf(await tab.pdf({ preferCSSPageSize: true }))
    await tab.close()
    const pages: string[] = []
    for (let number = 1; number <= paper.numPages; number += 1) pages.push((await (await paper.getPage(number)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' '))
    const items = pages.filter((text) => /HEA-1\d\d +A /.test(text))
    expect(items.length).toBeGreaterThan(1)
    for (const text of items) expect(text).toContain('Provider kind')
    const section = items.join(' ').split('Claimed cost items').at(-1)?.split('Items left out')[0] ?? ''
    expect(section.split('€6,819.10')).toHaveLength(2)
  })
})
