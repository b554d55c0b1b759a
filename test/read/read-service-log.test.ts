import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readServiceLog } from '../../src/read/read-service-log.js'

const example = (path: string) => ({ path: join(import.meta.dirname, '../../fixtures', path), name: path.split('/').at(-1) as string })

describe('readServiceLog', () => {
  it('reads every row of the example log', async () => {
    const log = await readServiceLog([example('example/workspace/palveluloki.xlsx')])
    expect([log.items.length, log.cases.length, log.residences.length, log.decisions.length]).toEqual([167, 8, 9, 15])
    expect(log.items[0]).toMatchObject({ id: 'K-001', case: 'A-108', serviceDate: '2023-11-20', category: 'INTERPRETING', net: 12480n, vat: 2995n, quantity: '2' })
    expect(log.findings.map(({ rule, at }) => [rule, at.cell])).toEqual([['SRC-010', 'M159'], ['SRC-010', 'N159'], ['SRC-010', 'P159']])
  })
  it('reads the same from the workbook as another program saved it', async () => {
    for (const [folder, file] of [['example', 'palveluloki.xlsx'], ['municipal', 'servicelogg.xlsx']]) {
      const [own, other] = await Promise.all(['workspace', 'libreoffice'].map((where) => readServiceLog([example(`${folder}/${where}/${file}`)])))
      expect(other?.items).toEqual(own?.items)
      expect(other?.cases).toEqual(own?.cases)
      expect(other?.findings).toEqual(own?.findings)
    }
  })
})
