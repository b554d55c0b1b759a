import { readFileSync } from 'node:fs'

/** The version of the program, as packets and outputs name it. */
export const toolVersion: string = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version
