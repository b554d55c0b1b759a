import PdfKit from 'pdfkit'
import type { IsoDate } from '../../model/dates.js'
import type { Language } from '../../model/language.js'
import { compressPdf } from './compress.js'
import type { Weight } from './fonts.js'
import { createType } from './type.js'

/** Colours and measures of the form, in points. */
export const ink = { text: '#1b2733', soft: '#51606e', accent: '#12476b', line: '#c3cdd6', fill: '#eef3f7', bar: '#2b6a97' } as const
export const page = { left: 48, right: 48, top: 54, bottom: 58, width: 595.28, height: 841.89 } as const
export const contentWidth = page.width - page.left - page.right

/** How a stretch of text looks. */
export interface TextStyle {
  readonly size: number
  readonly weight?: Weight
  readonly color?: string
}

type Struct = PDFKit.PDFStructureElement

/** A tagged PDF/A-3 in the making, with the place where the next thing is put. */
export interface Paper {
  readonly doc: PDFKit.PDFDocument
  readonly root: Struct
  y: number
  /** Begins a new page unless so much height is left on this one; tells whether it did. */
  room(height: number): boolean
  width(text: string, style: TextStyle): number
  /** Draws one line of text; the place is the left end of its baseline box. */
  line(text: string, x: number, y: number, style: TextStyle): void
  /** The text in lines no wider than the width, each with the space at its end; words too long are broken. */
  wrap(text: string, width: number, style: TextStyle): string[]
  /** Marks what `draw` draws as content of a structure element of the type. */
  tagged(parent: Struct, type: string, options: object, draw: () => void): Struct
  /** Marks what `draw` draws as decoration that readers skip. */
  artifact(draw: () => void, type?: 'Layout' | 'Pagination'): void
  finish(footer: (page: number, pages: number) => string): Promise<Uint8Array>
}

export interface PaperOptions {
  readonly title: string
  readonly author: string
  readonly language: Language
  readonly date: IsoDate
  readonly producer: string
  readonly attachment: { readonly name: string; readonly bytes: Uint8Array; readonly description: string }
}

/** A4 paper whose bytes depend on what is put on it alone. */
export function createPaper(options: PaperOptions): Paper {
  const date = new Date(`${options.date}T00:00:00Z`)
  const doc = new PdfKit({
    size: [page.width, page.height],
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a' as never,
    tagged: true,
    lang: options.language,
    displayTitle: true,
    bufferPages: true,
    compress: false,
    font: null as never,
    info: { Title: options.title, Author: options.author, Creator: options.producer, Producer: options.producer, CreationDate: date, ModDate: date },
  })
  // The library would load a font that the form has no use for, and number it first.
  Object.assign(doc, { _fontCount: 1 })
  const bytes = collect(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const { name, description } = options.attachment
  doc.file(Buffer.from(options.attachment.bytes), { name, type: 'application/json', description, creationDate: date, modifiedDate: date, relationship: 'Source' } as never)

  const printer = createType(doc)

  const paper: Paper = {
    doc,
    root,
    y: page.top,
    room(height) {
      if (paper.y + height <= page.height - page.bottom) return false
      doc.addPage()
      paper.y = page.top
      return true
    },
    width: (text, { size, weight = 'normal' }) => (printer.set(text, weight).width * size) / 1000,
    line(text, x, y, { size, weight = 'normal', color = ink.text }) {
      printer.draw(printer.set(text, weight), x, y, size, color)
    },
    wrap: (text, width, style) => wrapLines(text, width, (part) => paper.width(part, style)),
    tagged(parent, type, structOptions, draw) {
      const content = doc.markStructureContent(type)
      draw()
      doc.endMarkedContent()
      const struct = doc.struct(type, structOptions as never, [content as never])
      parent.add(struct)
      return struct
    },
    artifact(draw, type = 'Layout') {
      doc.markContent('Artifact', { type } as never)
      draw()
      doc.endMarkedContent()
    },
    async finish(footer) {
      const { count } = doc.bufferedPageRange()
      for (let index = 0; index < count; index += 1) {
        doc.switchToPage(index)
        paper.artifact(() => drawFooter(paper, options.title, footer(index + 1, count)), 'Pagination')
      }
      root.end()
      doc.end()
      return compressPdf(await bytes)
    },
  }
  return paper
}

function drawFooter(paper: Paper, title: string, text: string) {
  const style = { size: 7.5, color: ink.soft }
  const y = page.height - 38
  paper.doc.moveTo(page.left, y - 6).lineTo(page.width - page.right, y - 6).lineWidth(0.5).strokeColor(ink.line).stroke()
  paper.line(title, page.left, y, style)
  paper.line(text, page.width - page.right - paper.width(text, style), y, style)
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}

/** Lines no wider than the width; each keeps the space at which it was parted, so that readers of the text do not run its words together. */
function wrapLines(text: string, width: number, measure: (part: string) => number): string[] {
  if (text === '') return []
  if (measure(text) <= width && !text.includes('\n')) return [text]
  return text.replace(/(?<=\S)\n/g, ' \n').split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const part of paragraph.split(/(?<= )/).flatMap((word) => brokenWord(word, width, measure))) {
      if (line === '' || measure((line + part).trimEnd()) <= width) line += part
      else {
        lines.push(line)
        line = part
      }
    }
    return [...lines, line]
  })
}

/** A word wider than the column in pieces that fit, parted after a dash or slash where there is one. */
function brokenWord(word: string, width: number, measure: (part: string) => number): string[] {
  if (measure(word.trimEnd()) <= width) return [word]
  const parts = word.split(/(?<=[\u2013/_@-])/).flatMap((part) => (measure(part) <= width ? [part] : [...part]))
  const pieces: string[] = []
  let piece = ''
  for (const part of parts) {
    if (piece !== '' && measure(piece + part) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += part
  }
  return [...pieces, piece]
}
