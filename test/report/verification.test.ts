import { describe, expect, it } from 'vitest'
import { verificationJunit, verificationSarif } from '../../src/report/verification.js'

const one = (code: string) => ({ code, kind: 'rendering', message: `about ${code}`, file: 'claim.pdf' })
const nothing = { packet: 'packet', tool: '0.4.0', checks: [{ kind: 'files', result: 'passed' }, { kind: 'rendering', result: 'unproven' }] as const, differences: [], unproven: [], notes: [] }

describe('what was not compared', () => {
  it('is a skipped case in JUnit, never a passed one', () => {
    const xml = verificationJunit({ ...nothing, unproven: [one('form-not-compared')] })
    expect(xml).toContain('name="rendering"><skipped message="not proven: form-not-compared: about form-not-compared"/></testcase>')
    expect(xml).toContain('tests="2" failures="0" errors="0" skipped="1"')
    expect(verificationJunit({ ...nothing, checks: [{ kind: 'files', result: 'passed' }, { kind: 'rendering', result: 'failed' }], unproven: [one('a')], differences: [one('b')] })).toContain('failures="1" errors="0" skipped="0"')
  })

  it('is a skipped case too where the check did not run, with the reason', () => {
    const xml = verificationJunit({ ...nothing, checks: [{ kind: 'input', result: 'not-run', because: 'the service log was not named: --source' }] })
    expect(xml).toContain('name="input"><skipped message="not checked: the service log was not named: --source"/></testcase>')
  })

  it('is a warning in SARIF', () => {
    const { runs } = JSON.parse(verificationSarif({ ...nothing, unproven: [one('form-not-compared')], notes: [one('tool-other')] })) as { runs: { results: { level: string }[] }[] }
    expect(runs[0]?.results.map(({ level }) => level)).toEqual(['warning', 'note'])
  })
})
