import { withUnseenShown } from '../../model/unseen.js'

/** A piece of HTML whose texts are escaped. */
export interface Markup {
  readonly html: string
}

type Part = Markup | string | number | undefined | false | readonly Part[]

/** HTML from a template: what is put in is escaped unless it is markup itself, and nothing in it hides or turns what stands around it. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: strings.reduce((text, string, index) => text + rendered(parts[index - 1]) + string) }
}

/** Markup taken as it stands; for constants only. */
export function raw(text: string): Markup {
  return { html: text }
}

function rendered(part: Part): string {
  if (part === undefined || part === false) return ''
  if (Array.isArray(part)) return part.map(rendered).join('')
  if (typeof part === 'object') return (part as Markup).html
  return escapeHtml(withUnseenShown(String(part)))
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string)
}
