import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unclaimedSchema, type Unclaimed } from '../../src/model/unclaimed.js'
import { copyWorkspace } from '../end-to-end/run-built.js'
import { runKorvaus } from './run-korvaus.js'

const asOf = ['--as-of', '2026-11-23']
let folder: string

beforeAll(async () => {
  folder = await copyWorkspace('example')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('korvaus unclaimed', () => {
  it('counts by deadline what check calls claimable while no claim holds any of it', async () => {
    const left = await asJson()
    const { totals } = JSON.parse((await runKorvaus(['check', '--format', 'json', ...asOf], folder)).stdout) as { totals: { claimable: number; claimableAmount: string } }
    expect({ items: left.totals.items, amount: left.totals.amount }).toEqual({ items: totals.claimable, amount: totals.claimableAmount })
    const days = left.deadlines.map(({ deadline }) => deadline)
    expect(days).toEqual(days.toSorted())
  })

  it('shows the deadline that comes first before the others, in each language', async () => {
    for (const [language, heading] of [['fi', 'Haettavissa olevat kustannuserät'], ['sv', 'Kostnadsposter som kan sökas'], ['en', 'Cost items that can be claimed']] as const) {
      const { stdout, exitCode } = await runKorvaus(['unclaimed', '--lang', language, ...asOf], folder)
      expect(exitCode).toBe(1)
      expect(stdout).toContain(heading)
      expect(stdout.indexOf('38')).toBeLessThan(stdout.indexOf('403'))
    }
  })

  it('names an item that lacks nothing but the decision of the authority', async () => {
    const left = await asJson()
    expect(left.missingPapers).toContainEqual(expect.objectContaining({ item: 'K-119', paper: 'decision', amount: '237.00' }))
  })

  it('leaves out what a claim holds', async () => {
    const before = await asJson()
    expect((await runKorvaus(['prepare', '--period', '2026-01', '--yes', ...asOf], folder)).exitCode).toBeLessThan(2)
    const after = await asJson()
    expect(after.totals.items).toBeLessThan(before.totals.items)
    expect(after.deadlines.flatMap(({ items }) => items)).not.toContain('K-112')
  })

  it('writes deadlines to a calendar whose lines are short, whole and the same from run to run', async () => {
    const [first, second] = [join(folder, 'first.ics'), join(folder, 'second.ics')]
    await runKorvaus(['unclaimed', '--calendar', first, '--quiet', ...asOf], folder)
    await runKorvaus(['unclaimed', '--calendar', second, '--quiet', ...asOf], folder)
    const calendar = readFileSync(first, 'utf8')
    expect(readFileSync(second, 'utf8')).toBe(calendar)
    expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(calendar.replaceAll('\r\n', '')).not.toContain('\n')
    expect(calendar).toMatch(/BEGIN:VEVENT\r\nUID:[0-9a-f]{32}@korvaus\r\nDTSTAMP:20261123T000000Z\r\nDTSTART;VALUE=DATE:20261231\r\n/)
    expect(calendar.match(/BEGIN:VEVENT/g)?.length).toBe(calendar.match(/END:VEVENT/g)?.length)
    const identities = new Set(calendar.match(/UID:.*/g))
    expect(identities.size).toBe(calendar.match(/UID:/g)?.length)
  })

  it('sums it up on one page that carries its figures', async () => {
    const path = join(folder, 'summary.pdf')
    await runKorvaus(['unclaimed', '--pdf', path, '--lang', 'en', '--quiet', ...asOf], folder)
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise
    expect(pdf.numPages).toBe(1)
    const attached = (await pdf.getAttachments()) as Record<string, { content: Uint8Array }>
    expect(unclaimedSchema.parse(JSON.parse(new TextDecoder().decode(attached['unclaimed.json']?.content)))).toEqual(await asJson())
  })

  it('says which option is wrong, and writes over no file', async () => {
    const wrong = await runKorvaus(['unclaimed', '--gap', 'many', '--lang', 'en', ...asOf], folder)
    expect(wrong).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('--gap') })
    const taken = await runKorvaus(['unclaimed', '--calendar', 'korvaus.yaml', '--lang', 'en', ...asOf], folder)
    expect(taken).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('korvaus.yaml') })
  })

  it('shows no identity code and no place in any of its outputs', () => {
    const outputs = [join(folder, 'first.ics'), join(folder, 'summary.pdf')].map((path) => readFileSync(path, 'latin1')).join('\n')
    expect(outputs).not.toMatch(/\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]/)
    expect(outputs).not.toMatch(/Turku|Salo\b/)
  })
})

async function asJson(): Promise<Unclaimed> {
  const { stdout } = await runKorvaus(['unclaimed', '--format', 'json', ...asOf], folder)
  return unclaimedSchema.parse(JSON.parse(stdout))
}
