import { sarifEnd, sarifHead } from './sarif.js'
import { escapeXml } from '../formats/xml.js'

/** What a proof of a packet found, in words. */
export interface FoundDifference {
  readonly code: string
  readonly kind: string
  readonly message: string
  /** The file of the packet that it is about. */
  readonly file?: string | undefined
}

export interface Verification {
  /** The packet as it was called. */
  readonly packet: string
  readonly tool: string
  /** Each kind of proof with its result, and in words why it did not run. */
  readonly checks: readonly { readonly kind: string; readonly result: 'passed' | 'failed' | 'unproven' | 'not-run'; readonly because?: string | undefined }[]
  readonly differences: readonly FoundDifference[]
  readonly unproven: readonly FoundDifference[]
  readonly notes: readonly FoundDifference[]
}

/** The proof of a packet as SARIF 2.1.0: each difference an error at its file, what is not proven a warning, each note a note. */
export function verificationSarif({ packet, tool, differences, unproven, notes }: Verification): string {
  const result = (level: 'error' | 'warning' | 'note') => ({ code, kind, message, file }: FoundDifference) => ({
    ruleId: code,
    level,
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI([packet.replaceAll('\\', '/'), file].filter((part) => part !== undefined).join('/')) } } }],
    properties: { kind },
  })
  const found = [...differences.map(result('error')), ...unproven.map(result('warning')), ...notes.map(result('note'))]
  const rules = [...new Set(found.map(({ ruleId }) => ruleId))].map((id) => ({ id }))
  const run = { tool: { driver: { name: 'korvaus', version: tool, semanticVersion: tool, rules } }, columnKind: 'utf16CodeUnits', results: found, invocations: [{ executionSuccessful: true }] }
  return sarifHead + JSON.stringify(run) + sarifEnd
}

/** The proof of a packet as JUnit's XML: a case for each kind of proof, failing with its differences, skipped where something was not compared or the check did not run. */
export function verificationJunit({ packet, checks, differences, unproven, notes }: Verification): string {
  const cases = checks.map(({ kind, result, because }) => {
    const [own, open, said] = [differences, unproven, notes].map((found) => found.filter((one) => one.kind === kind)) as [FoundDifference[], FoundDifference[], FoundDifference[]]
    const isSkipped = result === 'unproven' || result === 'not-run'
    const failure = own.length === 0 ? '' : `<failure type="${escapeXml(kind)}" message="${own.length}">${linesOf([...own, ...open])}</failure>`
    const skipped = isSkipped ? `<skipped message="${result === 'not-run' ? `not checked: ${escapeXml(because ?? '')}` : `not proven: ${linesOf(open)}`}"/>` : ''
    const output = said.length === 0 ? '' : `<system-out>${linesOf(said)}</system-out>`
    return { fails: own.length > 0, isSkipped, xml: `<testcase classname="korvaus.verify" name="${escapeXml(kind)}">${failure}${skipped}${output}</testcase>\n` }
  })
  const counts = `tests="${checks.length}" failures="${cases.filter(({ fails }) => fails).length}" errors="0"`
  const skips = `skipped="${cases.filter(({ isSkipped }) => isSkipped).length}"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="korvaus verify" ${counts}>\n<testsuite name="${escapeXml(packet)}" ${counts} ${skips}>\n${cases.map(({ xml }) => xml).join('')}</testsuite>\n</testsuites>\n`
}

function linesOf(found: readonly FoundDifference[]): string {
  return escapeXml(found.map(({ code, message }) => `${code}: ${message}`).join('\n'))
}
