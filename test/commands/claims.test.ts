import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runKorvaus } from './run-korvaus.js'

const example = join(import.meta.dirname, '../../fixtures/example/workspace')
let prepared: string
const folders: string[] = []
beforeAll(async () => {
  prepared = await mkdtemp(join(tmpdir(), 'korvaus-claims-'))
  folders.push(prepared)
  for (const name of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(example, name), join(prepared, name))
  await runKorvaus(['prepare', '--period', '2026-Q1', '--as-of', '2026-04-10', '--yes'], prepared)
})
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const number = '2026-Q1/01'
const who = ['--by', 'Head of finance', '--reference', 'UUD/1/2026']
async function workspace(...steps: string[][]) {
  const folder = await mkdtemp(join(tmpdir(), 'korvaus-claims-'))
  folders.push(folder)
  await cp(prepared, folder, { recursive: true })
  const run = (...argv: string[]) => runKorvaus(['claims', ...argv, ...(argv.includes('--lang') ? [] : ['--lang', 'en'])], folder)
  for (const step of steps) expect([0, 1], step.join(' ')).toContain((await run(...step)).exitCode)
  return { folder, run }
}
const file = ['file', number, '--date', '2026-04-11', ...who]
const decide = ['decide', number, '--date', '2026-06-01', ...who]
const json = (stdout: string) => (JSON.parse(stdout) as { claim: Record<string, unknown> }).claim

describe('claims', () => {
  it('follows a claim from prepare to the money paid back, in text and JSON', async () => {
    const { run } = await workspace(file, [...decide, '--granted', 'HEALTH=0', '--reason', 'No decision'], ['pay', number, '--date', '2026-06-20', ...who])
    const recovered = await run('recover', number, '--amount', '156.00', '--date', '2026-11-23', ...who, '--reason', 'Paid by another', '--interest-from', '2026-07-01', '--rate', '9.5')
    expect(recovered).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('Interest: €5.89') as string })
    expect(recovered.stdout).toContain('Remedy against the recovery: request for administrative review, 30 days from notice, at least until 23 December 2026')
    expect(json((await run('show', number, '--format', 'json')).stdout)).toMatchObject({
      number, state: 'recovered', granted: '8189.55', paid: '8189.55', recovered: '156.00', interest: '5.89', recoverableUntil: '2031-12-31', keepUntil: '2032-12-31',
      parts: [{ category: 'HEALTH', granted: '0.00', reason: 'No decision' }],
      remedy: { name: 'request for administrative review', lastDay: '2026-07-01', open: false },
      recoveryRemedy: { name: 'request for administrative review', lastDay: '2026-12-23', open: true },
    })
    const listed = await run('list')
    expect(listed.stdout).toMatch(/2026-Q1\/01 +recovered +€8,782.05 +€8,189.55 +€8,189.55 +€156.00/)
    expect(await run('verify')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('5 events, 1 claims') as string })
  })

  it('needs a person while a remedy against a partial denial is open, and says until when by the law of the day', async () => {
    const { run } = await workspace(file)
    const decided = await run('decide', number, '--date', '2026-11-20', ...who, '--notice', '2026-11-23', '--denied', '--reason', 'Too late')
    expect(decided).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('at least until 23 December 2026 (681/2023 95 §)') as string })
    expect((await run('list')).stdout).toContain('request for administrative review → 23 December 2026')
    expect((await run('list', '--lang', 'sv')).stdout).toContain('begäran om omprövning → 23.12.2026')
    expect((await run('show', number, '--lang', 'fi')).stdout).toContain('oikaisuvaatimus, 30 päivää tiedoksisaannista, ainakin 23.12.2026 asti')
  })

  it('moves a last day off, and names the next remedy once the first was decided on', async () => {
    const { run } = await workspace(file)
    const denied = ['--denied', '--reason', 'Too late']
    expect((await run('decide', number, '--date', '2026-05-20', ...who, ...denied, '--as-of', '2026-06-22')).stdout).toContain('at least until 22 June 2026 (681/2023 95 §; 150/1930 5 §)')
    expect((await run('decide', number, '--date', '2026-08-03', ...who, ...denied)).stdout).toContain('The time for a remedy ended on 2 September 2026 (appeal to the administrative court')
    expect(json((await run('show', number, '--format', 'json')).stdout)).toMatchObject({ remedy: { name: 'appeal to the administrative court', lastDay: '2026-09-02', certainty: 'verified' } })
  })

  it('counts interest by the tables where they know the rate, and by a given one only where they do not', async () => {
    const { run } = await workspace(file, decide, ['pay', number, '--date', '2026-06-20', ...who])
    const rates = async (...rate: string[]) => {
      const { stdout } = await run('recover', number, '--amount', '1.00', '--date', '2026-07-02', ...who, '--reason', 'x', '--interest-from', '2026-06-28', ...(rate.length > 0 ? ['--rate', ...rate] : []), '--format', 'json')
      const { steps } = json(stdout) as { steps: { interest?: { parts: { percent: string; days: number }[] } }[] }
      return steps.at(-1)?.interest?.parts.map(({ percent, days }) => `${days} days ${percent} %`)
    }
    expect(await rates('11.5')).toEqual(['2 days 9.5 %', '2 days 11.5 %'])
    expect(await rates('2026-06-30=12', '11')).toEqual(['1 days 9.5 %', '3 days 12 %'])
  })

  it('says for each claim what comes next', async () => {
    const { run } = await workspace()
    expect((await run('list')).stdout).toMatch(/8,782.05 +to be filed\n/)
    await run(...file)
    expect((await run('list')).stdout).toMatch(/8,782.05 +decision awaited\n/)
    await run(...decide)
    await run('pay', number, '--date', '2026-06-20', ...who, '--amount', '0.45')
    expect((await run('list')).stdout).toContain('payment of €8,781.60 awaited')
  })

  it('reads a decision from a file, with a reason for each part', async () => {
    const { folder, run } = await workspace(file)
    await writeFile(join(folder, 'decision.yaml'), 'date: 2026-06-01\nreference: UUD/2/2026\nby: Finance\nparts:\n  - { category: HEALTH, granted: "500.00", reason: Half }\n  - { category: SAFETY, granted: "0", reason: None }\n')
    const { exitCode, stdout, stderr } = await run('decide', number, '--decision', join(folder, 'decision.yaml'), '--format', 'json')
    expect(exitCode, stderr).toBe(0)
    expect(json(stdout)).toMatchObject({ parts: [{ category: 'HEALTH', granted: '500.00', reason: 'Half' }, { category: 'SAFETY', granted: '0.00', reason: 'None' }] })
    await writeFile(join(folder, 'bad.yaml'), 'parts:\n  - { category: SWEETS, granted: "0", reason: None }\n')
    expect(await run('decide', number, '--decision', join(folder, 'bad.yaml'))).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/line 2.*parts\.0\.category/s) as string })
    expect(await run('decide', number, '--decision', 'missing.yaml')).toMatchObject({ exitCode: 3 })
  })

  it('grants single items by their IDs', async () => {
    const { run, folder } = await workspace(file)
    const database = new Database(join(folder, 'korvaus.db'))
    const { item, amount } = database.prepare('select item, amount from claim_items order by item').get() as { item: string; amount: string }
    database.close()
    expect(json((await run(...decide, '--granted', `${item}=0.01`, '--reason', 'x', '--format', 'json')).stdout)).toMatchObject({ parts: [{ item, claimed: amount, granted: '0.01' }] })
  })

  it.each<[string, string[], number, RegExp]>([
    ['a claim that is not there', ['show', '2026-Q2/01'], 2, /no claim 2026-Q2\/01. Known claims: 2026-Q1\/01/],
    ['a step that comes too early', ['pay', number, ...who], 5, /“prepared”, so the step “paid” cannot/],
    ['a day that has not come', ['file', number, '--date', '2026-11-24', ...who], 2, /after the as-of date 2026-11-23/],
    ['a day that does not exist', ['file', number, '--date', '2026-02-30', ...who], 2, /2026-02-30/],
    ['nobody responsible', ['file', number], 2, /--by is missing/],
    ['no reference of the decision', ['decide', number, '--by', 'x'], 2, /--reference is missing/],
    ['an identity code in a text', ['withdraw', number, '--by', 'x', '--reason', 'asked by 131052-308T'], 2, /identity code/],
    ['an amount that is none', ['decide', number, ...who, '--granted', 'HEALTH=lots', '--reason', 'x'], 2, /“lots” for --granted is no amount/],
    ['a part without a reason', ['decide', number, ...who, '--granted', 'HEALTH=0'], 2, /--reason is missing/],
    ['notice before the recovery', ['recover', number, ...who, '--amount', '1', '--reason', 'x', '--notice', '2026-11-01'], 2, /--notice/],
    ['notice before the decision', ['decide', number, ...who, '--notice', '2026-11-01'], 2, /--notice/],
  ])('says what is wrong with %s, and changes nothing', async (_, argv, exitCode, message) => {
    const { run } = await workspace()
    expect(await run(...argv)).toMatchObject({ exitCode, stderr: expect.stringMatching(message) as string })
    expect((await run('verify')).stdout).toContain('1 events, 1 claims')
  })

  it('does not guess a rate that the rule book does not know', async () => {
    const { run } = await workspace(file, decide, ['pay', number, '--date', '2026-06-20', ...who])
    const asked = await run('recover', number, '--amount', '1.00', ...who, '--reason', 'x', '--interest-from', '2026-07-01', '--rules', '2026.1')
    expect(asked).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('2026.1 knows no reference rate of the Interest Act for 2026-07-02') as string })
    expect(asked.stderr).toContain('--rate')
  })

  it('says when a claim was filed after the deadline of its earliest service', async () => {
    const { run } = await workspace()
    // The last of December 2028 is a Sunday, the day after it New Year's Day.
    const late = await run('file', number, '--date', '2029-01-03', '--as-of', '2029-01-03', '--by', 'x')
    expect(late).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('2 January 2029') as string })
  })

  it('shows a register that was changed by hand, and an end that was cut off', async () => {
    const { folder, run } = await workspace(file)
    const head = /[0-9a-f]{64}/.exec((await run('verify')).stdout)?.[0] as string
    expect(await run('verify', '--head', head)).toMatchObject({ exitCode: 0 })
    const database = new Database(join(folder, 'korvaus.db'))
    database.exec("delete from events where seq = 2; update claims set state = 'prepared'")
    database.close()
    expect(await run('verify')).toMatchObject({ exitCode: 5, stdout: expect.stringContaining('shows that the register is older') as string })
    await rm(join(folder, 'keys/register.head'))
    expect(await run('verify')).toMatchObject({ exitCode: 0 })
    expect(await run('verify', '--head', head)).toMatchObject({ exitCode: 5, stdout: expect.stringContaining('cut off') as string })
    const again = new Database(join(folder, 'korvaus.db'))
    again.exec("update events set on_date = '2026-04-01'")
    again.close()
    expect(await run('verify')).toMatchObject({ exitCode: 5, stdout: 'event 1: the event was changed\n' })
  })

  it.each(["update register_settings set value = 'x'", 'delete from register_settings'])('shows that what the register remembers of its key is another or gone: %s', async (statement) => {
    const { folder, run } = await workspace(file)
    const database = new Database(join(folder, 'korvaus.db'))
    database.exec(statement)
    database.close()
    expect(await run('verify')).toMatchObject({ exitCode: 5, stdout: expect.stringContaining('the key of the fingerprints is not the one') as string })
  })

  it('scrubs what retention no longer needs by the dated table, packets too when asked, and records it', async () => {
    const { folder, run } = await workspace(file, decide, ['pay', number, '--date', '2026-06-20', ...who])
    expect(await run('scrub', '--as-of', '2032-12-31', '--by', 'x')).toMatchObject({ exitCode: 0, stdout: 'No claim is beyond its time of retention.\n' })
    expect(await run('scrub', '--as-of', '2033-01-01', '--dry-run')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('16 items and the details of 4 steps can be removed') as string })
    expect(await run('scrub', '--as-of', '2033-01-01')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--by is missing') as string })
    const left = await run('scrub', '--as-of', '2033-01-01', '--by', 'Records officer')
    expect(left).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('2026-Q1/01: to be kept until 31 December 2032; 16 items') as string, stderr: expect.stringContaining('korvaus_1234567-1_2026-Q1_01') as string })
    expect(await run('verify')).toMatchObject({ exitCode: 0 })
    expect((await run('show', number, '--as-of', '2033-01-02')).stdout).not.toContain('Head of finance')
    expect((await run('list')).stdout).toMatch(/2026-Q1\/01 +paid +€8,782.05 +€8,782.05 +€8,782.05/)
    const database = new Database(join(folder, 'korvaus.db'))
    expect(database.prepare("select details from events where kind = 'scrubbed'").get()).toMatchObject({ details: expect.stringContaining('PKT-008, 2026') as string })
    database.close()
  })

  it('removes the packets with the rest when asked', async () => {
    const { folder, run } = await workspace(['withdraw', number, '--by', 'x', '--reason', 'y'])
    expect(await run('scrub', '--as-of', '2040-01-01', '--by', 'Records officer', '--packets', '--format', 'json')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('"done": true') as string })
    expect(await readdir(join(folder, 'packets'))).toEqual([])
  })

  it('files only the packet that was recorded', async () => {
    const { folder, run } = await workspace()
    await writeFile(join(folder, 'packets/korvaus_1234567-1_2026-Q1_01/manifest.json'), '{}')
    expect(await run('file', number, '--by', 'x')).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('is not the one that was recorded') as string })
    await rm(join(folder, 'packets'), { recursive: true })
    expect(await run('file', number, '--by', 'x')).toMatchObject({ exitCode: 0 })
  })

  it('counts interest by the rate of each half-year when several are given', async () => {
    const { run } = await workspace(file, decide, ['pay', number, '--date', '2026-06-20', ...who])
    const recover = (...rates: string[]) => run('recover', number, '--amount', '1000.00', '--date', '2026-07-10', ...who, '--reason', 'x', '--interest-from', '2026-06-20', '--rate', ...rates, '--format', 'json')
    expect(await recover('2026-07-01=9.5', '--rules', '2026.1')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('2026-06-21') as string })
    expect(await recover('2026-02-30=9.5')).toMatchObject({ exitCode: 2 })
    expect(await recover('much')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('“much” for --rate') as string })
    expect(json((await recover('2026-01-01=11.5', '2026-07-01=11')).stdout)).toMatchObject({ interest: '6.16' })
  })

  it('lets doctor see a register that does not prove itself', async () => {
    const { folder } = await workspace()
    const database = new Database(join(folder, 'korvaus.db'))
    database.exec("update claims set amount = '1.00'")
    database.close()
    expect(await runKorvaus(['doctor', '--lang', 'en'], folder)).toMatchObject({ exitCode: 5, stdout: expect.stringContaining('does not prove it (1 places)') as string })
  })

  it('makes no register where there is none yet', async () => {
    const { folder, run } = await workspace()
    for (const name of ['korvaus.db', 'keys', 'packets']) await rm(join(folder, name), { recursive: true })
    expect(await run('list')).toMatchObject({ exitCode: 0, stdout: 'The register has no claims.\n' })
    expect(await run('file', number, '--by', 'x')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Known claims: –') as string })
    expect(await readdir(folder)).not.toContain('korvaus.db')
  })

  it('takes no part beside a denial of the whole', async () => {
    const { run } = await workspace(file)
    expect(await run(...decide, '--denied', '--granted', 'HEALTH=0', '--reason', 'x')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('only once') as string })
  })
})
