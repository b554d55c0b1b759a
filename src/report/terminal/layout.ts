import { stripVTControlCharacters } from 'node:util'

/** How many columns a text takes without its colours and links. */
export function shownLength(text: string): number {
  return [...stripVTControlCharacters(text)].length
}

/** Breaks plain words into lines of a width, each after an indent; the first line may begin with a mark of its own. */
export function wrapped(text: string, width: number, indent = '', first = indent): string[] {
  const lines: string[] = []
  let line = ''
  const room = () => Math.max(10, width - shownLength(lines.length === 0 ? first : indent))
  for (let word of text.split(/[ \n]+/)) {
    if (line !== '' && line.length + 1 + word.length > room()) {
      lines.push(line)
      line = ''
    }
    while (word.length > room()) {
      lines.push(word.slice(0, room()))
      word = word.slice(room())
    }
    line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  return lines.map((one, index) => (index === 0 ? first : indent) + one)
}

/** A line in the width of the terminal, broken between words; what is set in, numbered or marked stays set in. */
export function fitted(line: string, width: number | undefined): string[] {
  if (width === undefined || shownLength(line) <= width) return [line]
  const first = /^ *(?:[-–→] |\d+\. )?/.exec(line)?.[0] ?? ''
  return wrapped(line.slice(first.length), width, ' '.repeat(first.length), first)
}

/** A bar of three parts in the proportion of their amounts; each part has a fill of its own, so that no colour is needed. */
export function shareBar(parts: ReadonlyArray<{ readonly amount: bigint; readonly sign: string; readonly paint: (text: string) => string }>, width: number): string {
  const sum = parts.reduce((total, { amount }) => total + (amount > 0n ? amount : 0n), 0n)
  if (sum === 0n || width < 10) return ''
  const wide = parts.map(({ amount }) => (amount <= 0n ? 0 : Math.max(1, Number((amount * BigInt(width)) / sum))))
  wide[wide.indexOf(Math.max(...wide))] = Math.max(...wide) + width - wide.reduce((total, one) => total + one, 0)
  return parts.map(({ sign, paint }, index) => paint(sign.repeat(wide[index] as number))).join('')
}
