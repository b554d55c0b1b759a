import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keys, person } from './person.js'
import { runKorvaus } from './run-korvaus.js'

const { enter, clear, interrupt } = keys
const example = join(import.meta.dirname, '../../fixtures/example/workspace')
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-prepare-'))
  for (const name of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(example, name), join(folder, name))
})
afterEach(() => rm(folder, { recursive: true }))

async function prepareAs(dialogue: readonly (readonly [string, string])[], ...argv: string[]) {
  const someone = person(dialogue)
  const result = await runKorvaus(['prepare', '--period', '2026-03', '--as-of', '2026-06-01', ...argv], folder, { isTerminal: true, width: 72 })
  someone.leave()
  expect(someone.left, someone.screen()).toEqual([])
  return result
}
const packet = () => existsSync(join(folder, 'packets/korvaus_1234567-1_2026-03_01'))

describe('costs that a claim holds already', () => {
  it('are counted by check and its page, and are nothing to mend', async () => {
    await runKorvaus(['prepare', '--period', '2026', '--yes', '--as-of', '2026-06-01'], folder)
    const check = (...argv: string[]) => runKorvaus(['check', '--as-of', '2026-06-01', '--lang', 'en', ...argv], folder, ...(argv.length === 0 ? [{ width: 90, env: { NO_COLOR: '1' } }] : []))
    for (const text of [(await check()).stdout, (await check('--quiet')).stdout]) {
      expect(text).toMatch(/OVL-001 +Cost claimed earlier[^]*\b\d+ items/)
      expect(text.slice(0, text.indexOf('About more than one item'))).not.toContain('OVL-001')
    }
    await check('--report', 'page.html')
    const page = await readFile(join(folder, 'page.html'), 'utf8')
    expect(page).toContain('id="reject-OVL-001"')
    expect(/<section aria-labelledby="first">[^]*?<\/section>/.exec(page)?.[0]).not.toContain('OVL-001')
  })
})

describe('the question of prepare', () => {
  it.each([['fi', 'ei', '(K/e)'], ['sv', 'nej', '(J/n)'], ['en', 'no', '(Y/n)'], ['fi', 'n', '(K/e)']])('takes a no in %s as %s, and writes nothing then', async (language, no, hint) => {
    const { exitCode, stderr } = await prepareAs([[hint, `${no}${enter}`]], '--lang', language)
    expect([exitCode, packet()]).toEqual([1, false])
    expect(stderr).toContain('2026-03/01')
  })

  it('asks again for an answer that is neither, and once only', async () => {
    const { exitCode, stderr } = await prepareAs([['(K/e)', `ehkä${enter}`], ['Vastaa kyllä tai ei', `${clear}kyllä${enter}`]], '--lang', 'fi')
    expect([exitCode, packet()]).toEqual([1, true])
    expect(stderr).toMatch(/Seuraavaksi:\n {2}1\. Lue claim\.pdf/)
    expect(Math.max(...stderr.slice(stderr.indexOf('Seuraavaksi')).split('\n').map((line) => line.length))).toBeLessThanOrEqual(72)
  })

  it('leaves nothing behind when the person stops with Ctrl-C', async () => {
    expect((await prepareAs([['(K/e)', interrupt]], '--lang', 'fi')).exitCode).toBe(1)
    expect([packet(), existsSync(join(folder, '.korvaus.lock'))]).toEqual([false, false])
  })

  it('comes after what will be claimed by category, beside the month before, and what is left out and why', async () => {
    await runKorvaus(['prepare', '--period', '2026-02', '--yes', '--as-of', '2026-06-01'], folder)
    const { stdout, stderr } = await prepareAs([['(K/e)', enter]], '--lang', 'fi')
    expect(stdout).toMatch(/OVL-007[^]*K-127/)
    const said = stderr.replaceAll('\u00A0', ' ')
    expect(said).toMatch(/Kustannuslaji +Eriä +2026-03 +2026-02 +Muutos\n {2}Terveydenhuolto +0 +0,00 € +592,50 € +−592,50 €/)
    expect(said).toMatch(/Yhteensä +7 +3 027,85 € +3 069,10 € +−41,25 €/)
  })
})
