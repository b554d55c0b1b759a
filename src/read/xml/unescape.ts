const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Resolves the five named entities and character references of XML. */
export function unescapeXml(text: string): string {
  return text.includes('&') ? text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/g, (_, name: string) => entity(name)) : text
}

/** Resolves the escapes that Excel writes for signs that XML forbids, such as `_x000D_`. */
export function unescapeExcel(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text
}

function entity(name: string): string {
  if (!name.startsWith('#')) return named[name] as string
  const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code)
}
