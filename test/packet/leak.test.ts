import fc from 'fast-check'
import { rm } from 'node:fs/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { identityCodeChecks } from './planted-codes.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { leakingWorkspace } from './leaking-workspace.js'
import { everyFile, withoutSpaces, type Seen } from './every-text.js'
import { newOpeningKey } from '../../src/packet/seal.js'

const asOf = ['--as-of', '2026-11-23']
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const separators = ['+', '-', 'A', 'B', 'C', 'D', 'E', 'F', 'U', 'V', 'W', 'X', 'Y', '\u2013', '\u2212']
const identityCode = fc.record({ day: fc.integer({ min: 1, max: 28 }), month: fc.integer({ min: 1, max: 12 }), year: fc.integer({ min: 0, max: 99 }), number: fc.integer({ min: 900, max: 999 }), separator: fc.constantFrom(...separators) }).map(identityCodeChecks)
const email = fc.tuple(fc.stringMatching(/^[a-z]{3,8}$/), fc.constantFrom('esimerkki.fi', 'mail.example.org')).map(([name, host]) => `${name}.uhri@${host}`)
const phone = fc.tuple(fc.constantFrom('+358 40 ', '040 ', '+35850', '050-'), fc.integer({ min: 1_000_000, max: 9_999_999 })).map(([prefix, number]) => `${prefix}${number}`)
const planted = fc.record({
  codes: fc.array(identityCode, { minLength: 3, maxLength: 3 }),
  emails: fc.array(email, { minLength: 1, maxLength: 1 }),
  phones: fc.array(phone, { minLength: 2, maxLength: 2 }),
  names: fc.array(fc.stringMatching(/^Zq[a-z]{5,9}$/), { minLength: 3, maxLength: 3 }),
})

describe('no command lets out who somebody is', () => {
  it('wherever identity codes, names, e-mails, phone numbers and places were written', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(planted, async ({ codes, emails, phones, names }) => {
        const identifiers = [...codes, ...emails, ...phones]
        const { recipient } = await newOpeningKey()
        const { folder, file } = await leakingWorkspace({ identifiers, names }, `signing: { key: keys/claimant.ed25519 }\nseal: { recipients: [${recipient}] }\nlanguage: fi\n`)
        folders.push(folder)
        const outputs = await runEverything(folder, file, identifiers)
        const seen = [...outputs, ...(await everyFile(folder, [file, 'korvaus.yaml']))]
        for (const { where, text } of seen) for (const secret of [...identifiers, ...names, '010190-901R']) expect(withoutSpaces(text).includes(withoutSpaces(secret)) ? `${where} holds ${secret}` : '').toBe('')
        expect(seen.some(({ where, text }) => where.endsWith('claim.pdf') && text.includes('OK-3'))).toBe(true)
      }),
      { numRuns: 2, seed: 20_261_123, endOnFailure: true },
    )
  })
})

/** Every command in every format and language, with errors on the way. */
async function runEverything(folder: string, file: string, identifiers: readonly string[]): Promise<Seen[]> {
  const commands = [
    ['keys', 'new'],
    ...[['text', 'fi'], ['text', 'sv'], ['json', 'en']].map(([format = '', language = '']) => ['check', '--format', format, '--lang', language, ...asOf]),
    ['check', file, '--period', '2026-03', ...asOf],
    ['prepare', '--period', '2026-03', '--yes', ...asOf],
    ['prepare', '--period', '2026-03', '--yes', '--format', 'json', ...asOf],
    ['verify', 'packets/korvaus_1234567-1_2026-03_01', '--source', file],
    ['verify', 'packets/korvaus_1234567-1_2026-03_01.zip', '--format', 'json', '--lang', 'en'],
    ['explain', 'PER-013'],
    ['rules', 'list'],
    ['check', `${identifiers[0]}.xlsx`],
    ['check', '--period', `${identifiers[1]}`],
    ['prepare', '--period', '2019-01', '--yes', ...asOf],
    ['explain', `${identifiers[1]}`],
    ['verify', `packet ${identifiers[2]}`],
    ['open', 'packets/korvaus_1234567-1_2026-03_01', '--identity', 'keys/claimant.ed25519'],
    [`${identifiers[0]}`],
    ['check', `--${identifiers[3]}`],
  ]
  const seen: Seen[] = []
  for (const argv of commands) {
    const { stdout, stderr, exitCode } = await runKorvaus(argv, folder)
    expect(exitCode, `${argv.join(' ')}: ${stderr}`).not.toBe(70)
    seen.push({ where: `${argv[0]} ${argv[1] ?? ''} stdout`, text: stdout }, { where: `${argv[0]} ${argv[1] ?? ''} stderr`, text: stderr })
  }
  return seen
}
