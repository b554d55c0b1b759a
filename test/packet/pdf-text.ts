import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF as a reader of its text sees it. */
export async function openPdf(bytes: Uint8Array) {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: true }).promise
}

/** The text of all pages, and of the files attached to it. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const document = await openPdf(bytes)
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, index) => {
    const content = await (await document.getPage(index + 1)).getTextContent()
    return content.items.map((item) => ('str' in item ? item.str : '')).join(' ')
  }))
  const attachments = Object.values((await document.getAttachments()) as Record<string, { content: Uint8Array }> | null ?? {}).map(({ content }) => new TextDecoder().decode(content))
  return [...pages, ...attachments].join('\n')
}
