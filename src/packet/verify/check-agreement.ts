import canonicalize from 'canonicalize'
import type { PacketContent } from '../content.js'
import type { Manifest } from '../manifest.js'
import { differs, type Difference } from './difference.js'

/** Whether manifest, claim and assessment speak of the same program, book, day, claimant, period and inputs. */
export function checkAgreement({ claim, assessment, ruleBook }: PacketContent, manifest: Manifest | undefined): Difference[] {
  const differences: Difference[] = []
  const tool = (file: string, version: string) => version !== claim.tool.version && differences.push(differs('tool-differs', { file, version, other: claim.tool.version }))
  const clock = (file: string, date: string) => date !== claim.asOf && differences.push(differs('clock-differs', { file, date, other: claim.asOf }))
  const part = (key: string, left: unknown, right: unknown) => !equal(left, right) && differences.push(differs('claim-differs', { key }))

  tool('assessment.json', assessment.tool.version)
  clock('assessment.json', assessment.asOf)
  clock('claim.json', claim.facts.claim.asOf)
  for (const [file, book] of [['claim.json', claim.ruleBook], ['assessment.json', assessment.ruleBook]] as const) {
    if (!equal(book, { version: ruleBook.version, sha256: ruleBook.sha256 })) differences.push(differs('book-differs', { file }))
  }
  part('language', claim.language, assessment.language)
  part('claimant', { kind: claim.claimant.kind, businessId: claim.claimant.businessId }, assessment.claimant)
  part('claimant.kind', claim.claimant.kind, claim.facts.claimant.kind)
  part('period', { from: claim.period.from, to: claim.period.to }, assessment.period)
  part('period', [claim.period.from, claim.period.to], [claim.facts.claim.from ?? claim.period.from, claim.facts.claim.to ?? claim.period.to])
  if (!claim.number.startsWith(`${claim.period.name}/`)) differences.push(differs('claim-differs', { key: 'number' }))
  if (manifest) differences.push(...checkManifestHead(claim, manifest, ruleBook))
  return differences
}

function checkManifestHead(theClaim: PacketContent['claim'], { tool: made, ruleBook: book, claim: head, inputs, signer }: Manifest, resolved: PacketContent['ruleBook']): Difference[] {
  const found: Difference[] = []
  if (theClaim.signer !== undefined && signer === undefined) found.push(differs('signature-missing', {}))
  if (signer !== undefined && theClaim.signer !== signer.publicKey && (theClaim.signer !== undefined || namesSigner(theClaim.tool.version))) found.push(differs('signature-not-claims', {}))
  if (made.version !== theClaim.tool.version) found.push(differs('tool-differs', { file: 'manifest.json', version: made.version, other: theClaim.tool.version }))
  if (!equal(book, { version: resolved.version, sha256: resolved.sha256 })) found.push(differs('book-differs', { file: 'manifest.json' }))
  if (head.asOf !== theClaim.asOf) found.push(differs('clock-differs', { file: 'manifest.json', date: head.asOf, other: theClaim.asOf }))
  if (head.number !== theClaim.number) found.push(differs('manifest-differs', { key: 'number' }))
  if (head.businessId !== theClaim.claimant.businessId) found.push(differs('manifest-differs', { key: 'businessId' }))
  if (head.items !== theClaim.totals.items) found.push(differs('manifest-differs', { key: 'items' }))
  if (head.amount !== theClaim.totals.amount) found.push(differs('manifest-differs', { key: 'amount' }))
  return [...found, ...checkInputs(theClaim.inputs, inputs)]
}

/** Since 0.2.0 the claim itself names the key that signs its packet. */
function namesSigner(version: string): boolean {
  return version !== '0.1.0'
}

function equal(left: unknown, right: unknown): boolean {
  return canonicalize(left) === canonicalize(right)
}

/** The inputs that the claim names against the manifest's. One file may be read twice, as a log and as a table looked up. */
function checkInputs(claimed: Manifest['inputs'], others: Manifest['inputs']): Difference[] {
  const byName = new Map(others.map((input) => [nameOf(input), input]))
  const names = new Set(claimed.map(nameOf))
  return [
    ...claimed.flatMap((input) => {
      const { path } = input
      const other = byName.get(nameOf(input))
      if (other === undefined) return [differs('input-missing', { path })]
      return equal(other, input) ? [] : [differs('input-differs', { path })]
    }),
    ...others.filter((input) => !names.has(nameOf(input))).map(({ path }) => differs('input-added', { path })),
  ]
}

/** What tells an input from the others: what it is, what it is called, and the mapping with which it is read. */
function nameOf({ kind = 'log', path, mapping = '' }: Manifest['inputs'][number]): string {
  return [kind, path, mapping].join('\u0000')
}
