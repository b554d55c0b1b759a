import { readFileSync } from 'node:fs'

/** The version of the program, as packets and outputs name it. */
export const toolVersion: string = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version

/** Earlier versions whose packets this one knows; a version that stands nowhere here may be invented. */
export const earlierVersions: readonly string[] = ['0.1.0', '0.2.0', '0.3.0']
