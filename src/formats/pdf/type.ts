import { fontBytes, runsOf, type Weight } from './fonts.js'

/** A text as glyphs, set once however often it is drawn; widths are in thousandths of the type size. */
export interface SetText {
  readonly width: number
  readonly runs: readonly { readonly font: PdfFont; readonly glyphs: string; readonly width: number }[]
}

export interface Type {
  set(text: string, weight: Weight): SetText
  /** Draws a set text with the upper left corner of its line at a place. */
  draw(text: SetText, x: number, y: number, size: number, color: string): void
}

/** What of the library's fonts is used here: glyphs by text, their places, and the reference that a page needs. */
interface PdfFont {
  readonly id: string
  readonly ascender: number
  encode(text: string): [glyphs: string[], positions: { xAdvance: number; advanceWidth: number; xOffset: number; yOffset: number }[]]
  ref(): unknown
}

/**
 * Sets type on the pages of a document. The library lays a text out anew each time it is drawn, which costs most of the
 * time of a long form; here each text is laid out once, with its kerning.
 */
export function createType(doc: PDFKit.PDFDocument): Type {
  const fonts = new Map<string, PdfFont>()
  const texts: Record<Weight, Map<string, SetText>> = { normal: new Map(), bold: new Map() }
  const fontOf = (name: string): PdfFont => {
    const known = fonts.get(name)
    if (known) return known
    doc.registerFont(name, fontBytes(name)).font(name)
    const font = (doc as unknown as { _font: PdfFont })._font
    fonts.set(name, font)
    return font
  }
  return {
    set(text, weight) {
      const known = texts[weight].get(text)
      if (known) return known
      const runs = runsOf(text, weight).map((run) => glyphRun(fontOf(run.font), run.text))
      const made = { runs, width: runs.reduce((sum, { width }) => sum + width, 0) }
      texts[weight].set(text, made)
      return made
    },
    draw({ runs }, x, y, size, color) {
      const page = doc.page as unknown as { fonts: Record<string, unknown>; height: number; write(content: string): void }
      let at = x
      for (const { font, glyphs, width } of runs) {
        page.fonts[font.id] ??= font.ref()
        const baseline = page.height - y - (font.ascender / 1000) * size
        page.write(`q 1 0 0 -1 0 ${number(page.height)} cm ${rgb(color)} rg BT 1 0 0 1 ${number(at)} ${number(baseline)} Tm /${font.id} ${number(size)} Tf ${glyphs} TJ ET Q`)
        at += (width * size) / 1000
      }
    },
  }
}

/** Glyphs in hexadecimal, parted where the font's kerning moves the next one. */
function glyphRun(font: PdfFont, text: string): SetText['runs'][number] {
  const [glyphs, positions] = font.encode(text)
  let [shown, stretch, width] = ['[', '', 0]
  glyphs.forEach((glyph, index) => {
    const { xAdvance = 0, advanceWidth = 0 } = positions[index] ?? {}
    stretch += glyph
    width += xAdvance
    if (xAdvance !== advanceWidth) {
      shown += `<${stretch}> ${number(advanceWidth - xAdvance)} `
      stretch = ''
    }
  })
  return { font, glyphs: `${shown}${stretch === '' ? '' : `<${stretch}>`}]`, width }
}

/** A number as PDFs write it. */
function number(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

/** `#12476b` as three parts of one. */
function rgb(color: string): string {
  return [1, 3, 5].map((start) => number(Number.parseInt(color.slice(start, start + 2), 16) / 255)).join(' ')
}
