import { effects, type Effect } from '../../model/values.js'
import { colours } from './marks.js'

/** Numbers of the cell formats that the sheet of findings uses. */
export interface SheetStyles {
  readonly heading: number
  readonly text: number
  readonly amount: number
  readonly link: number
  /** Cells that wait for an answer, and the one of them that holds a day. */
  readonly answer: number
  readonly answerDay: number
  readonly day: number
  readonly effect: Record<Effect, number>
}

/** Amounts with two decimals and short dates, as the program that opens the workbook writes them. */
const [amountForm, dayForm] = [4, 14]

/** The styles of a workbook with those of the sheet of findings behind its own, whose numbers stay as they are. */
export function addSheetStyles(styles: string): { xml: string; styles: SheetStyles } {
  let xml = styles
  const add = (list: string, item: string): number => {
    const added = withItem(xml, list, item)
    xml = added.xml
    return added.number
  }
  const format = ({ font = 0, fill = 0, form = 0 }: { font?: number; fill?: number; form?: number } = {}) =>
    add('cellXfs', `<xf numFmtId="${form}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`)
  const solid = (colour: string) => add('fills', `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`)
  const bold = add('fonts', '<font><b/><sz val="11"/><name val="Calibri"/></font>')
  const underlined = add('fonts', '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font>')
  const waiting = solid('FFFFF2CC')
  return {
    styles: {
      heading: format({ font: bold, fill: solid('FFDCE6F1') }), text: format(), amount: format({ form: amountForm }), link: format({ font: underlined }),
      answer: format({ fill: waiting }), answerDay: format({ fill: waiting, form: dayForm }), day: format({ form: dayForm }),
      effect: Object.fromEntries(effects.map((effect) => [effect, format({ fill: solid(colours[effect]) })])) as Record<Effect, number>,
    },
    xml,
  }
}

/** The styles with one more item in a list of theirs, and its number. */
function withItem(xml: string, list: string, item: string): { xml: string; number: number } {
  const found = new RegExp(`<${list}\\b([^>]*)>([\\s\\S]*?)</${list}>`).exec(xml)
  const [whole, attributes = '', inside = ''] = found ?? []
  const count = topLevel(inside)
  return { xml: whole === undefined ? xml : xml.replace(whole, () => `<${list}${withCount(attributes, count + 1)}>${inside}${item}</${list}>`), number: count }
}

/** The attributes of a list with another count; all others stay. */
export function withCount(attributes: string, count: number): string {
  return /\bcount="\d*"/.test(attributes) ? attributes.replace(/\bcount="\d*"/, `count="${count}"`) : `${attributes} count="${count}"`
}

/** How many elements stand directly inside. */
function topLevel(inside: string): number {
  let depth = 0
  let count = 0
  for (const [tag] of inside.matchAll(/<[^!?][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1
    else {
      if (depth === 0) count += 1
      if (!tag.endsWith('/>')) depth += 1
    }
  }
  return count
}
