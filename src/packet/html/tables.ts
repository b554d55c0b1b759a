import { html, type Markup } from './markup.js'

export interface PageColumn {
  readonly heading: string
  /** `number` stands to the right, `day` is not broken. */
  readonly kind?: 'number' | 'day'
}

export interface PageTable {
  readonly label: string
  readonly columns: readonly PageColumn[]
  readonly rows: readonly { readonly id?: string; readonly cells: readonly (Markup | string)[] }[]
  readonly total?: readonly string[]
}

/** A table with header cells; it scrolls by itself, also with the keyboard, where the screen is narrow. */
export function pageTable({ label, columns, rows, total }: PageTable): Markup {
  return html`<div class="scroll" role="group" aria-label="${label}" tabindex="0"><table>
<thead><tr>${columns.map(({ heading, kind }) => html`<th scope="col"${attribute(kind)}>${heading}</th>`)}</tr></thead>
<tbody>${rows.map(({ id, cells }) => html`<tr${id === undefined ? '' : html` id="${id}"`}>${cells.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td${attribute(columns[index]?.kind)}>${cell}</td>`))}</tr>
`)}</tbody>${total && html`<tfoot><tr>${total.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td${attribute(columns[index]?.kind)}>${cell}</td>`))}</tr></tfoot>`}
</table></div>`
}

/** Names and values under each other. */
export function factTable(rows: readonly (readonly [name: string, value: string])[]): Markup {
  return html`<table class="facts"><tbody>${rows.filter(([, value]) => value !== '').map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>`
}

function attribute(kind: PageColumn['kind']): Markup | undefined {
  return kind === undefined ? undefined : html` class="${kind === 'number' ? 'n' : 'd'}"`
}
