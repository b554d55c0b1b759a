import chromium from '@sparticuz/chromium'
import axe from 'axe-core'
import { chromium as browsers, type Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '../../src/model/language-codes.js'
import type { Language } from '../../src/model/language.js'
import { renderPage } from '../../src/packet/html/render-page.js'
import { viewOf } from '../../src/packet/view.js'
import { anItem } from '../claim/log-builder.js'
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

  it('draws charts by month and by category with their values in words', () => {
    const html = page('en', { smallestGroup: 1 })
    expect(html).toContain('aria-label="Compensation claimed by month: 3/26')
    expect(html).toMatch(/aria-label="Compensation claimed by category: Health care €75\.00, Interpreting €93\.60/)
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

  it.each(['light', 'dark'] as const)('the page has no problem that axe finds, in %s', { timeout: 60_000 }, async (colorScheme) => {
    const tab = await browser.newPage({ colorScheme, bypassCSP: true, viewport: { width: 1200, height: 900 } })
    await tab.setContent(page('fi', { smallestGroup: 1 }))
    await tab.evaluate(axe.source)
    const violations = (await tab.evaluate('axe.run()')) as { violations: { id: string; nodes: { html: string }[] }[] }
    expect(violations.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await tab.close()
  })

  it('nothing of the page is wider than a telephone, and it prints on paper', { timeout: 60_000 }, async () => {
    const tab = await browser.newPage({ viewport: { width: 390, height: 800 } })
    await tab.setContent(page('sv'))
    expect(await tab.evaluate('document.documentElement.scrollWidth <= 390')).toBe(true)
    expect((await tab.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000)
    await tab.close()
  })
})
