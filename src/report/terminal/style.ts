import type { Effect, Outcome } from '../../model/values.js'

/** How a terminal shows things: its width, whether it has colours, whether it opens links. */
export interface TerminalStyle {
  readonly width: number
  readonly colours: boolean
  readonly links: boolean
}

type Paint = (text: string) => string

/** Colours by what they mean; each stands beside a sign or a word that says the same. */
export interface Palette {
  readonly bold: Paint
  readonly faint: Paint
  readonly good: Paint
  readonly doubtful: Paint
  readonly bad: Paint
  readonly link: Paint
}

export const outcomeSigns: Record<Outcome, string> = { claimable: '✔', review: '?', rejected: '✘' }
export const effectSigns: Record<Effect, string> = { reject: '✘', review: '?', note: '·' }

/** What a terminal can do, by its environment: `NO_COLOR` and dumb terminals get no colours, known ones get links. */
export function styleOf(width: number, env: Readonly<Record<string, string | undefined>>, options: { color?: boolean | undefined }): TerminalStyle {
  const colours = options.color !== false && !env.NO_COLOR && env.TERM !== 'dumb'
  return { width: Math.max(20, width), colours, links: colours && opensLinks(env) }
}

/** The colours of a style; all of them leave the text as it is when there are none. */
export async function paletteOf({ colours }: TerminalStyle): Promise<Palette> {
  const { default: picocolors } = await import('picocolors')
  const { bold, dim, green, yellow, red, cyan } = picocolors.createColors(colours)
  return { bold, faint: dim, good: green, doubtful: yellow, bad: red, link: cyan }
}

/** The paint of an outcome or effect. */
export function paintOf(palette: Palette, meaning: Outcome | Effect): Paint {
  if (meaning === 'claimable') return palette.good
  if (meaning === 'note') return palette.faint
  return meaning === 'review' ? palette.doubtful : palette.bad
}

/** A text that opens an address where the terminal can (OSC 8), and the text alone elsewhere. */
export function linked(text: string, url: string | undefined, { links }: TerminalStyle): string {
  return links && url !== undefined && /^https?:\/\/[\x21-\x7e]+$/.test(url) ? `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\` : text
}

const linkingPrograms = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'Tabby', 'rio'])

/** Terminals that are known to show links; elsewhere their marks might be seen as signs. */
function opensLinks(env: Readonly<Record<string, string | undefined>>): boolean {
  if (env.TMUX !== undefined || env.STY !== undefined || env.CI !== undefined) return false
  return linkingPrograms.has(env.TERM_PROGRAM ?? '') || Number(env.VTE_VERSION ?? 0) >= 5000 || ['WT_SESSION', 'KITTY_WINDOW_ID', 'KONSOLE_VERSION', 'DOMTERM'].some((name) => env[name] !== undefined)
}
