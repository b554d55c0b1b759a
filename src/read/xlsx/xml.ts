/** A start tag, an end tag or a text of a small XML part. Names come without their namespace prefix. */
export type XmlPiece =
  | { readonly kind: 'start'; readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly empty: boolean }
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

const attributePattern = /([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The pieces of a small XML text, in order. Document types and entities of their own are not understood and skipped. */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    if (open > at || open < 0) yield { kind: 'text', text: unescapeXml(xml.slice(at, open < 0 ? undefined : open)) }
    if (open < 0) return
    if (xml.startsWith('<![CDATA[', open)) {
      const end = xml.indexOf(']]>', open)
      yield { kind: 'text', text: xml.slice(open + 9, end < 0 ? undefined : end) }
      at = end < 0 ? xml.length : end + 3
      continue
    }
    const close = xml.startsWith('<!--', open) ? xml.indexOf('-->', open) + 2 : xml.indexOf('>', open)
    if (close < open) return
    const tag = xml.slice(open + 1, close)
    at = close + 1
    if (tag.startsWith('!') || tag.startsWith('?')) continue
    if (tag.startsWith('/')) yield { kind: 'end', name: localName(tag.slice(1).trim()) }
    else yield startTag(tag)
  }
}

/** Resolves the five named entities and character references, and Excel's `_x000D_` escapes. */
export function unescapeXml(text: string): string {
  const resolved = text.includes('&') ? text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/g, (_, name: string) => entity(name)) : text
  return resolved.includes('_x') ? resolved.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : resolved
}

function startTag(tag: string): XmlPiece {
  const [name = ''] = /^[^\s/]+/.exec(tag) ?? []
  const attributes: Record<string, string> = {}
  for (const [, key = '', double, single] of tag.slice(name.length).matchAll(attributePattern)) attributes[key.includes(':') && !key.startsWith('r:') ? localName(key) : key] = unescapeXml(double ?? single ?? '')
  return { kind: 'start', name: localName(name), attributes, empty: tag.endsWith('/') }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function entity(name: string): string {
  if (!name.startsWith('#')) return named[name] as string
  const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code)
}
