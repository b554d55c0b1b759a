import type { Claim } from '../../model/claim.js'
import { earlierVersions as earlierThanThis, versions } from '../../version.js'
import type { PacketContent } from '../content.js'
import { differs, noted, type Difference } from './difference.js'

/** Parts of a claim that not every claim has: the version that first wrote them. */
const writtenSince: Readonly<Record<OptionalKeys<Claim>, string>> = { signer: '0.2.0', pseudonyms: '0.1.0', inputsKey: '0.4.0', corrections: '0.1.0', rates: '0.4.0', held: '0.4.0' }

/**
 * Whether the program that a packet names can have made it: a version that is known, and none older than the rule book
 * that it carries or than what its claim is written in. Who could call a packet older could excuse it from being compared.
 */
export function checkVersion({ claim, ruleBook }: Pick<PacketContent, 'claim' | 'ruleBook'>, own: string, earlier: readonly string[] = earlierThanThis): Difference[] {
  const { version } = claim.tool
  if (version === own) return []
  if (!earlier.includes(version)) return [differs('tool-unknown', { version, own })]
  const parts = (Object.keys(writtenSince) as OptionalKeys<Claim>[]).filter((key) => claim[key] !== undefined)
  const needed = [[ruleBook.version, firstWith(ruleBook.version)] as const, ...parts.map((key) => [`claim.json ${key}`, writtenSince[key]] as const)]
  const tooOld = needed.flatMap(([what, since]) => (since !== undefined && isOlder(version, since) ? [differs('tool-too-old', { version, what, since })] : []))
  return [...tooOld, noted('tool-other', { version, own })]
}

/** The version of the program that first carried a rule book. */
function firstWith(book: string): string | undefined {
  return versions.find(({ books }: { readonly books: readonly string[] }) => books.includes(book))?.version
}

/** Versions that the table does not have are not compared. */
function isOlder(version: string, other: string): boolean {
  const [left, right] = [version, other].map((one) => versions.findIndex((known) => known.version === one)) as [number, number]
  return left >= 0 && left < right
}

type OptionalKeys<Type> = { [Key in keyof Type]-?: undefined extends Type[Key] ? Key : never }[keyof Type]
