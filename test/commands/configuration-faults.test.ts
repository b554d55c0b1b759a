import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runKorvaus } from './run-korvaus.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-faults-'))
  await writeFile(join(folder, 'log.csv'), 'x')
})
afterEach(() => rm(folder, { recursive: true }))

const claimant = 'claimant:\n  kind: municipality\n  name: Mallila\n  businessId: 1234567-1\n  municipality: "541"\n'

describe('a fault in korvaus.yaml', () => {
  it.each([
    ['a kind that there is not', claimant.replace('kind: municipality', 'kind: parish'), 'rivi 2, sarake 9', 'valitse jokin näistä: municipality, ', 'välj något av: municipality, '],
    ['a key that is missing', claimant.replace('  businessId: 1234567-1\n', ''), 'rivi 2, sarake 3', '(puuttuu)', '(saknas)'],
    ['a number where text belongs', claimant.replace('"541"', '541'), 'rivi 5, sarake 17', 'kirjoita luku lainausmerkkeihin', 'skriv ett tal inom citattecken'],
    ['an account with a wrong digit', `${claimant}  iban: FI21 1234 5600 0007 86\n`, 'rivi 6, sarake 9', 'tilinumero ei täsmää', 'kontonumret stämmer inte'],
    ['a tab before a key', claimant.replace('  kind', '\tkind'), 'rivi 2, sarake 1', 'sisennetty sarkaimella', 'indragen med tabb'],
    ['a key that stands twice', `${claimant}  name: Mallila\n`, 'rivi 6, sarake 3', 'kahdesti', 'två gånger'],
    ['a path that leads out', `${claimant}packets: ../elsewhere\n`, 'rivi 6, sarake 1', 'työtilan ulkopuolelle', 'ut ur arbetsytan'],
    ['a policy of another type', `${claimant}inputs: [{ path: log.csv }]\npolicies: { deadlineWarningDays: soon }\n`, 'rivi 7, sarake 13', 'kokonaisluku', 'heltal'],
  ])('is said in the language of the file, at its place: %s', async (_, text, place, finnish, swedish) => {
    for (const [language, words] of [['fi', finnish], ['sv', swedish]] as const) {
      await writeFile(join(folder, 'korvaus.yaml'), `${text}language: ${language}\n`)
      const { exitCode, stderr } = await runKorvaus(['check'], folder)
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining(words)])
      if (language === 'fi') expect(stderr).toContain(place)
    }
  })
})
