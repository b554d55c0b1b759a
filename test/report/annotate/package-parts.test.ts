import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { PackageParts } from '../../../src/report/annotate/package-parts.js'

const zip = zipSync({ 'xl/workbook.xml': new TextEncoder().encode('<workbook/>'), 'xl/media/kuva.bin': new Uint8Array(20) }, { level: 0 })

/** The archive with the unpacked size that its directory says of the part at `index` set to another. */
function saying(index: number, size: number): Uint8Array {
  const bytes = Buffer.from(zip)
  let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1')
  for (let part = 0; part < index; part++) at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  bytes.writeUInt32LE(size, at + 24)
  return bytes
}

describe('the parts of a workbook', () => {
  it('are unpacked', () => {
    expect(new PackageParts(zip, 'loki.xlsx').text('xl/workbook.xml')).toBe('<workbook/>')
  })

  it('are refused before anything is unpacked where they would take more than people fill by hand', () => {
    for (const size of [400_000_001, 4_000_000_000]) {
      expect(() => new PackageParts(saying(1, size), 'loki.xlsx')).toThrow(expect.objectContaining({ code: 'input-too-large', values: { path: 'loki.xlsx', limit: '400 MB' } }))
    }
  })
})
