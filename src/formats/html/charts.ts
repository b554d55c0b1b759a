import { html, type Markup } from './markup.js'

/** One bar: its name, its size, and the value as people read it. */
export interface Bar {
  readonly label: string
  readonly cents: bigint
  readonly value: string
  /** The small groups together; drawn paler. */
  readonly together?: boolean
}

const width = 720

/** Horizontal bars, for categories with long names. */
export function barChart(title: string, bars: readonly Bar[]): Markup {
  const [row, left, right] = [34, 190, 110]
  const height = bars.length * row + 8
  const most = largest(bars)
  return html`<figure class="chart"><figcaption>${title}</figcaption>
<svg role="img" aria-label="${inWords(title, bars)}" viewBox="0 0 ${width} ${height}">${bars.map((bar, index) => {
    const y = index * row + 6
    const length = scaled(bar.cents, most, width - left - right)
    return html`<text class="label" x="${left - 10}" y="${y + 16}" text-anchor="end">${bar.label}</text><rect class="${bar.together ? 'bar together' : 'bar'}" x="${left}" y="${y}" width="${length}" height="22" rx="2"/><text class="value" x="${left + length + 8}" y="${y + 16}">${bar.value}</text>`
  })}</svg></figure>`
}

/** Upright bars, for months in their order. */
export function columnChart(title: string, bars: readonly Bar[]): Markup {
  const [height, top, bottom] = [260, 26, 30]
  const step = width / Math.max(bars.length, 1)
  const thick = Math.min(48, step * 0.62)
  const most = largest(bars)
  return html`<figure class="chart"><figcaption>${title}</figcaption>
<svg role="img" aria-label="${inWords(title, bars)}" viewBox="0 0 ${width} ${height}"><line class="axis" x1="0" x2="${width}" y1="${height - bottom}" y2="${height - bottom}"/>${bars.map((bar, index) => {
    const centre = round(step * index + step / 2)
    const length = scaled(bar.cents, most, height - top - bottom)
    return html`<rect class="${bar.together ? 'bar together' : 'bar'}" x="${round(centre - thick / 2)}" y="${round(height - bottom - length)}" width="${round(thick)}" height="${length}" rx="2"/><text class="value small" x="${centre}" y="${round(height - bottom - length - 7)}" text-anchor="middle">${bar.value}</text><text class="label" x="${centre}" y="${height - 9}" text-anchor="middle">${bar.label}</text>`
  })}</svg></figure>`
}

function inWords(title: string, bars: readonly Bar[]): string {
  return `${title}: ${bars.map(({ label, value }) => `${label} ${value}`).join(', ')}`
}

function largest(bars: readonly Bar[]): bigint {
  return bars.reduce((most, { cents }) => (cents > most ? cents : most), 1n)
}

function scaled(cents: bigint, most: bigint, length: number): number {
  return cents <= 0n ? 0 : round((Number((cents * 10_000n) / most) / 10_000) * length)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
