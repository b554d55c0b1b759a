import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { assembleClaim } from '../../src/claim/assemble.js'
import { assess } from '../../src/claim/assess.js'
import { claimDeadline, deadlineOf } from '../../src/claim/deadline.js'
import { scopeOf } from '../../src/claim/scope.js'
import { deriveFacts } from '../../src/claim/derive-facts.js'
import type { PacketContent } from '../../src/packet/content.js'
import { renderPage } from '../../src/packet/html/render-page.js'
import { judgeAgain } from '../../src/packet/verify/judge-again.js'
import { viewOf } from '../../src/packet/view.js'
import { nextSteps } from '../../src/report/next-steps.js'
import { compileRuleBook } from '../../src/rules/engine/compile-book.js'
import { loadRuleBook } from '../../src/rules/load-book.js'
import { aDecision, aLog, anItem } from '../claim/log-builder.js'
import { county } from '../claim/judged.js'

const book = compileRuleBook(await loadRuleBook({ folder: fileURLToPath(new URL('../../fixtures/rules/regime-2027', import.meta.url)) }))

/** A claim of two services, on the last day of the earlier regime and on the first of the new one, filed on a day. */
function lived(asOf: string, { decided = true } = {}) {
  const decision = decided ? 'D1' : (undefined as never)
  const log = aLog([anItem({ serviceDate: '2026-12-31', decision }, 2), anItem({ serviceDate: '2027-01-01', decision }, 3)], { decisions: [aDecision({ validTo: '2027-12-31' })] })
  const policy = Object.fromEntries(book.book.policies.map((one) => [one.name, one.default]))
  const facts = deriveFacts(log, { claimant: county, asOf, policy, tables: book.book.tables, deadline: (day) => deadlineOf(day, book.book) })
  const reviews = decided ? [] : [{ item: '2', rule: 'DEC-017', answer: 'accept' as const, by: 'N.N.', on: asOf, reason: 'Filed to keep the time limit; decision pending', until: '2029-12-31' }]
  const assessment = assess({ log, facts, book, claimant: county, reviews, language: 'en', period: undefined, toolVersion: '0.0.0' })
  const claim = assembleClaim({ ...scopeOf({ log, facts, assessment, reviews }), claimant: county, period: { from: '2026-12-31', to: '2027-01-01', name: '2026-12-31..2027-01-01' }, number: 1, secret: new Uint8Array(32) })
  return { assessment, claim: { ...claim, language: 'en' as const }, content: { claim: { ...claim, language: 'en' as const }, assessment, ruleBook: book.book, reviews: [] } }
}

function pageOf(content: PacketContent): string {
  return new TextDecoder().decode(renderPage(viewOf(content)))
}

describe('a regime from 2027, given as a folder of data alone', () => {
  it('has a time limit of its own, which rules, unclaimed money and forms ask the book for', () => {
    expect([deadlineOf('2025-12-31', book.book), deadlineOf('2026-12-31', book.book), deadlineOf('2027-01-01', book.book), deadlineOf('2028-05-01', book.book)]).toEqual(['2027-12-31', '2029-01-02', '2029-01-02', '2029-12-31'])
    expect(lived('2028-06-01').assessment.items.map(({ outcome, regime }) => [regime, outcome])).toEqual([['R7', 'claimable'], ['R8', 'claimable']])
  })

  it('sends a claim where the law of the day of filing sends it, whatever the day of the service', () => {
    const [before, after] = ['2026-12-31', '2027-01-01'].map((asOf) => viewOf(lived(asOf).content))
    expect([before?.addressee, after?.addressee]).toEqual(['Development and Administration Centre (KEHA Centre)', 'The new payer'])
    expect(nextSteps(lived('2027-06-01').claim, book.book, [], 'en').join('\n')).toContain('The new payer')
    expect(claimDeadline(lived('2027-06-01').claim, book.book)).toBe('2029-01-02')
  })

  it('has its own words on the page, and none of another scheme', () => {
    const page = pageOf(lived('2027-06-01').content)
    expect(page).toContain('<h1>A made-up claim</h1>')
    expect(page.slice(page.indexOf('<header'), page.indexOf('</header>'))).not.toMatch(/trafficking/i)
  })

  it('is judged again from what the packet carries, with the same result', () => {
    const { content, assessment } = lived('2027-06-01')
    expect([...judgeAgain(content, book.book).items.values()].map(({ id, outcome }) => [id, outcome])).toEqual(assessment.items.map(({ id, outcome }) => [id, outcome]))
  })

  it('says on the page which items are claimed to keep the time limit while their decision is pending', () => {
    const { content, claim } = lived('2028-12-15', { decided: false })
    expect(claim.claimed).toEqual(['2'])
    expect(viewOf(content).notes).toEqual([{ text: "Filed to keep the time limit; the authority's decision is pending", items: ['2'] }])
    expect(pageOf(content)).toContain('decision is pending: 2')
  })
})
