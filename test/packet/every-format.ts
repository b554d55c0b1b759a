import { languages } from '../../src/model/language-codes.js'

const asOf = ['--as-of', '2026-11-23']
const formats = ['text', 'json', 'ndjson', 'sarif', 'junit']
const packet = 'packets/korvaus_1234567-1_2026-03_01'

/** Command lines that read and judge, each in every format and in every language, whether the command has the format or not. `prepare` and `unclaimed` stand among the others. */
export function everyFormat(file: string, secrets: readonly string[]): string[][] {
  const lines = [
    ['check', '--period', '2026-03'],
    ['review', '--list'],
    ['explain', 'OK-3'],
    ['explain', 'OK-3', '--packet', packet],
    ['verify', packet, '--source', file],
    ['rules', 'diff', '2026.1', '2026.4', file],
    ['claims', 'list'],
    ['claims', 'show', '2026-03/01'],
    ['claims', 'verify'],
    ['batch', '.', `./${secrets[0] as string}`, '--out', 'batch-formats', '--metrics', 'batch.prom'],
    ...inboxLines(),
    ['doctor'],
  ]
  return lines.flatMap((line) => formats.flatMap((format, index) => languages.filter((_, which) => index === 0 || which === index % languages.length).map((language) => [...line, '--format', format, '--lang', language, ...asOf])))
}

/** Command lines that take what lies in the inbox. */
export function inboxLines(): string[][] {
  return [['batch', '.', '--inbox', 'inbox', '--quiet-time', '0']]
}

/** The refusals of command lines that hold secrets, in every language. */
export function inEveryLanguage(lines: readonly (readonly string[])[]): string[][] {
  return lines.flatMap((line) => languages.map((language) => [...line, '--lang', language]))
}
