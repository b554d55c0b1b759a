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
  readonly kinds: readonly string[]
  readonly differences: readonly FoundDifference[]
  readonly notes: readonly FoundDifference[]
}

/** The proof of a packet as SARIF 2.1.0: each difference an error at its file, each note a note. */
export function verificationSarif({ packet, tool, differences, notes }: Verification): string {
  const result = (level: 'error' | 'note') => ({ code, kind, message, file }: FoundDifference) => ({
    ruleId: code,
    level,
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI([packet.replaceAll('\\', '/'), file].filter((part) => part !== undefined).join('/')) } } }],
    properties: { kind },
  })
  const found = [...differences.map(result('error')), ...notes.map(result('note'))]
  const rules = [...new Set(found.map(({ ruleId }) => ruleId))].map((id) => ({ id }))
  const run = { tool: { driver: { name: 'korvaus', version: tool, semanticVersion: tool, rules } }, columnKind: 'utf16CodeUnits', results: found, invocations: [{ executionSuccessful: true }] }
  return sarifHead + JSON.stringify(run) + sarifEnd
}

/** The proof of a packet as JUnit's XML: a case for each kind of proof, failing with its differences. */
export function verificationJunit({ packet, kinds, differences, notes }: Verification): string {
  const failing = kinds.filter((kind) => differences.some((one) => one.kind === kind))
  const cases = kinds.map((kind) => {
    const [own, said] = [differences, notes].map((found) => found.filter((one) => one.kind === kind)) as [FoundDifference[], FoundDifference[]]
    const failure = own.length === 0 ? '' : `<failure type="${escapeXml(kind)}" message="${own.length}">${linesOf(own)}</failure>`
    const output = said.length === 0 ? '' : `<system-out>${linesOf(said)}</system-out>`
    return `<testcase classname="korvaus.verify" name="${escapeXml(kind)}">${failure}${output}</testcase>\n`
  })
  const counts = `tests="${kinds.length}" failures="${failing.length}" errors="0"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="korvaus verify" ${counts}>\n<testsuite name="${escapeXml(packet)}" ${counts} skipped="0">\n${cases.join('')}</testsuite>\n</testsuites>\n`
}

function linesOf(found: readonly FoundDifference[]): string {
  return escapeXml(found.map(({ code, message }) => `${code}: ${message}`).join('\n'))
}
