// Writes as many cells as the claim form of so many items has, as untagged text and nothing else.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PdfKit from 'pdfkit'

const count = Number(process.argv[2])
const font = createRequire(import.meta.url).resolve('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff')
const doc = new PdfKit({ margin: 40 })
let bytes = 0
doc.on('data', (chunk) => (bytes += chunk.length))
doc.registerFont('text', readFileSync(font)).font('text').fontSize(7.5)
for (let item = 0; item < count; item++) {
  const y = 40 + (item % 50) * 14
  if (item > 0 && item % 50 === 0) doc.addPage()
  for (let cell = 0; cell < 8; cell++) doc.text(`K-${item} ${cell}`, 40 + cell * 62, y, { lineBreak: false })
}
doc.end()
