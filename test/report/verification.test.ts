import { describe, expect, it } from 'vitest'
import { verificationJunit, verificationSarif } from '../../src/report/verification.js'

const one = (code: string) => ({ code, kind: 'rendering', message: `about ${code}`, file: 'claim.pdf' })
const nothing = { packet: 'packet', tool: '0.4.0', kinds: ['files', 'rendering'], differences: [], unproven: [], notes: [] }

describe('what was not compared', () => {
  it('is a skipped case in JUnit, never a passed one', () => {
    const xml = verificationJunit({ ...nothing, unproven: [one('form-not-compared')] })
    expect(xml).toContain('name="rendering"><skipped message="not proven: form-not-compared: about form-not-compared"/></testcase>')
    expect(xml).toContain('tests="2" failures="0" errors="0" skipped="1"')
    expect(verificationJunit({ ...nothing, unproven: [one('a')], differences: [one('b')] })).toContain('failures="1" errors="0" skipped="0"')
  })

  it('is a warning in SARIF', () => {
    const { runs } = JSON.parse(verificationSarif({ ...nothing, unproven: [one('form-not-compared')], notes: [one('tool-other')] })) as { runs: { results: { level: string }[] }[] }
    expect(runs[0]?.results.map(({ level }) => level)).toEqual(['warning', 'note'])
  })
})
