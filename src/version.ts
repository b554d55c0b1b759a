import { readFileSync } from 'node:fs'

/** The version of the program, as packets and outputs name it. */
export const toolVersion: string = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version

/** The day of this version, as the manual page names it. */
export const releasedOn = '2026-11-30'

/** The released versions with the rule books that each was the first to carry: no packet is older than what it holds. */
export const versions = [
  { version: '0.1.0', books: ['2026.1', '2026.2'] },
  { version: '0.2.0', books: ['2026.3', '2026.4'] },
  { version: '0.3.0', books: ['2026.5'] },
  { version: '0.4.0', books: ['2026.6'] },
] as const satisfies readonly { readonly version: string; readonly books: readonly string[] }[]

/** Earlier versions whose packets this one knows; a version that stands nowhere here may be invented. */
export const earlierVersions: readonly string[] = versions.map(({ version }) => version as string).filter((version) => version !== toolVersion)
