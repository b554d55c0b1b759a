import { describe, expect, it } from 'vitest'
import { renderUnclaimedPdf } from '../../../src/report/pdf/unclaimed-form.js'
import { aLotUnclaimed } from '../a-lot-unclaimed.js'
import { pdfText } from '../../packet/pdf-text.js'

describe('the page for the head of finance', () => {
  it.each(['fi', 'sv', 'en'] as const)('is one page in %s however much is unclaimed, and says how much more there is', async (language) => {
    const bytes = await renderUnclaimedPdf(aLotUnclaimed(), 'Esimerkin erittäin pitkäniminen hyvinvointialue', language, 'korvaus')
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    expect((await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise).numPages).toBe(1)
    const [text = ''] = (await pdfText(bytes)).split('\n')
    const shown = text.match(/LSEVK\/2026\/\d+/g)?.length ?? 0
    expect(shown).toBeGreaterThan(1)
    expect(text.match(new RegExp(` ${30 - shown} `, 'g')), 'deadlines, lump sums, decisions and gaps').toHaveLength(4)
  })
})
