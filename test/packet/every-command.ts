import { languages } from '../../src/model/language-codes.js'

const asOf = ['--as-of', '2026-11-23']
const formats = ['text', 'json', 'ndjson', 'sarif', 'junit']
const packet = 'packets/korvaus_1234567-1_2026-03_01'

/**
 * Command lines that call every command, the assessing ones in every format and language, and each with what goes wrong
 * in it: secrets in the place of arguments, files and options, in the order in which an officer would come to them.
 */
export function everyCommandLine(file: string, secrets: readonly string[]): string[][] {
  const secret = (which: number) => secrets[which % secrets.length] as string
  const inEachLanguage = (...argv: string[]) => languages.map((language) => [...argv, '--lang', language, ...asOf])
  return [
    ['keys', 'new'],
    ['keys', 'new', '--opening'],
    ['keys', 'new', `korvaus.yaml/${secret(0)}/key`],
    ['template', 'blank.xlsx'],
    ['template', `korvaus.yaml/${secret(0)}/blank.xlsx`],
    ...formats.map((format, index) => ['check', '--format', format, '--lang', languages[index % 3] as string, ...asOf]),
    ...inEachLanguage('check'),
    ...inEachLanguage('check', '--period', '2026-03', '--format', 'json'),
    ['check', '--period', '2026-03', '--report', 'report-of-check.html', ...asOf],
    ['check', '--annotate', 'annotated-own.xlsx', ...asOf],
    ['check', file, '--log-file', 'korvaus.log', '--log-level', 'debug', ...asOf],
    ['check', `${secret(0)}.xlsx`, '--log-file', 'korvaus.log'],
    ['check', '--period', secret(1)],
    ['check', `--${secret(3)}`],
    ['check', '--report', `korvaus.yaml/${secret(4)}/report.html`],
    ['review', '--list', ...asOf],
    ['review', '--list', '--format', 'json', ...asOf],
    ['review', '--item', secret(0), '--rule', 'CAT-005', '--answer', 'accept', '--reason', secret(1), '--by', secret(2), ...asOf],
    ['review', '--item', 'OK-1', '--rule', 'CAT-005', '--answer', 'accept', '--reason', `Ks. ${secret(1)}`, '--by', 'Johtaja', ...asOf],
    ['review', '--from', `${secret(3)}.xlsx`, ...asOf],
    ...formats.map((format, index) => ['prepare', '--period', '2026-03', '--yes', '--format', format, '--lang', languages[index % 3] as string, '--log-file', 'korvaus.log', ...asOf]),
    ['prepare', '--period', '2019-01', '--yes', ...asOf],
    ['prepare', '--period', secret(0), '--yes', ...asOf],
    ...inEachLanguage('unclaimed'),
    ['unclaimed', '--calendar', 'deadlines.ics', '--pdf', 'unclaimed.pdf', '--format', 'json', ...asOf],
    ['verify', packet, '--source', file, '--lang', 'fi'],
    ['verify', `${packet}.zip`, '--format', 'json', '--lang', 'en', '--rules', '2026.1'],
    ['verify', `packet ${secret(2)}`],
    ['verify', packet, '--key', secret(1)],
    ['open', packet, '--identity', 'keys/claimant.ed25519'],
    ['open', packet, '--identity', secret(1)],
    ['explain', 'PER-013'],
    ['explain', secret(1)],
    ['rules', 'list'],
    ['rules', 'test'],
    ['rules', 'guide', 'guide.md'],
    ['rules', 'coverage'],
    ['rules', 'diff', '2026.1', '2026.2', file, ...asOf],
    ['rules', 'diff', secret(0), secret(1)],
    ['rules', 'new', secret(0), '--book', 'book'],
    ['claims', 'list'],
    ['claims', 'list', '--format', 'json'],
    ['claims', 'show', '2026-03/01'],
    ['claims', 'show', secret(0)],
    ['claims', 'file', '2026-03/01', '--by', secret(2), '--reference', secret(0), ...asOf],
    ['claims', 'file', '2026-03/01', '--by', 'Johtaja', ...asOf],
    ['claims', 'decide', '2026-03/01', '--by', 'Johtaja', '--reference', 'X/1', '--granted', `${secret(0)}=1.00`, '--reason', secret(2), ...asOf],
    ['claims', 'decide', '2026-03/01', '--by', 'Johtaja', '--reference', 'X/1', ...asOf],
    ['claims', 'pay', '2026-03/01', '--by', 'Johtaja', '--reference', secret(3), ...asOf],
    ['claims', 'pay', '2026-03/01', '--by', 'Johtaja', '--reference', 'RF18 5390 0754 7034', ...asOf],
    ['claims', 'recover', '2026-03/01', '--amount', secret(0), '--by', 'Johtaja', '--reference', 'X/2', '--reason', secret(4), ...asOf],
    ['claims', 'withdraw', '2026-03/01', '--by', 'Johtaja', '--reason', secret(1), ...asOf],
    ['claims', 'verify'],
    ['claims', 'verify', '--format', 'json'],
    ['claims', 'scrub', '--dry-run', ...asOf],
    ['register', 'export', 'register.ndjson'],
    ['register', 'import', `${secret(0)}.ndjson`],
    ['batch', '.', '--out', 'batch', ...asOf],
    ['batch', secret(0), '--out', 'batch-2', ...asOf],
    ['doctor'],
    ['doctor', '--format', 'json'],
    ['completions', 'bash'],
    ['completions', secret(0)],
    ['init', '--yes', '--input', file],
    ['help'],
    [secret(0)],
    ['--workspace', secret(0), 'check'],
  ]
}
