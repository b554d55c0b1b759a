import { describe, expect, it } from 'vitest'
import { checksOf } from '../../src/packet/verify/checks.js'
import { differenceKinds, differs, noted, unproven } from '../../src/packet/verify/difference.js'

const everything = { content: true, manifest: true, source: true, register: true, annex: true }
const resultOf = (checks: ReturnType<typeof checksOf>, kind: string) => checks.find((one) => one.kind === kind)

describe('the checks of a proof', () => {
  it('pass where everything was at hand and nothing was found', () => {
    expect(checksOf([], everything)).toEqual(differenceKinds.map((kind) => ({ kind, result: 'passed' })))
  })

  it('never pass where what they need was not at hand', () => {
    const checks = checksOf([noted('signature-unchecked', { key: 'x' })], { content: false, manifest: false, source: false, register: false, annex: false })
    expect(checks.filter(({ result }) => result === 'passed').map(({ kind }) => kind)).toEqual(['files'])
    expect(resultOf(checks, 'input')).toEqual({ kind: 'input', result: 'not-run', because: 'no-source' })
    expect(resultOf(checks, 'signature')).toEqual({ kind: 'signature', result: 'not-run', because: 'no-key' })
  })

  it('fail by a difference, and are unproven by what was not compared', () => {
    const checks = checksOf([differs('total-differs', { name: 'a', packet: '1', judged: '2' }), unproven('inputs-not-compared', {})], everything)
    expect([resultOf(checks, 'totals')?.result, resultOf(checks, 'input')?.result]).toEqual(['failed', 'unproven'])
  })
})
