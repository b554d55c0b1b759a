import { html, type Markup } from '../../formats/html/markup.js'

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
  return html`<div class="scroll${rows.length <= fewRows && ' short'}" role="group" aria-label="${label}" tabindex="0"><table>
<thead><tr>${columns.map(({ heading, kind }) => html`<th scope="col"${attribute(kind)}>${heading}</th>`)}</tr></thead>
<tbody>${rows.map(({ id, cells }) => html`<tr${id === undefined ? '' : html` id="${id}"`}>${cells.map((cell, index) => (index === 0 ? html`<th scope="row"${attribute(isShort(cell) ? 'day' : undefined)}>${cell}</th>` : html`<td${attribute(columns[index]?.kind)}>${cell}</td>`))}</tr>
`)}</tbody>${total && html`<tfoot><tr>${total.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td${attribute(columns[index]?.kind)}>${cell}</td>`))}</tr></tfoot>`}
</table></div>`
}

/** Names and values under each other. */
export function factTable(rows: readonly (readonly [name: string, value: string])[]): Markup {
  return html`<table class="facts"><tbody>${rows.filter(([, value]) => value !== '').map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>`
}

const shortName = 24
/** A table of so few rows is not parted on paper. */
const fewRows = 12

/** What names a row is not broken at its hyphens, unless it is so long that the table would grow wide. */
function isShort(cell: Markup | string): boolean {
  return typeof cell === 'string' && cell.length <= shortName
}

function attribute(kind: PageColumn['kind']): Markup | undefined {
  return kind === undefined ? undefined : html` class="${kind === 'number' ? 'n' : 'd'}"`
}
