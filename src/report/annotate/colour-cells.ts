import { effects, type Effect } from '../../model/values.js'
import { colours, type Mark } from './marks.js'
import { withCount } from './sheet-styles.js'

const mark = '&quot;korvaus&quot;=&quot;korvaus&quot;'
const cellsInRule = 400
const followers = ['conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst']

/** Adds the three fills to the styles and says which number each has. */
export function addFills(styles: string): { xml: string; numbers: Record<Effect, number> } {
  const fills = effects.map((effect) => `<dxf><fill><patternFill patternType="solid"><fgColor rgb="${colours[effect]}"/><bgColor rgb="${colours[effect]}"/></patternFill></fill></dxf>`).join('')
  const existing = /<dxfs\b([^>]*?)(?:\/>|>([\s\S]*?)<\/dxfs>)/.exec(styles)
  const [attributes, inside] = [existing?.[1] ?? '', existing?.[2] ?? '']
  const first = inside.match(/<dxf\b/g)?.length ?? 0
  const written = `<dxfs${withCount(attributes, first + effects.length)}>${inside}${fills}</dxfs>`
  const xml = existing ? styles.replace(existing[0], () => written) : styles.replace(/(?=<tableStyles\b|<colors\b|<extLst\b|<\/styleSheet>)/, () => written)
  return { xml, numbers: Object.fromEntries(effects.map((effect, index) => [effect, first + index])) as Record<Effect, number> }
}

/** Colours the cells by conditional formatting, so that the cells themselves stay as they are; earlier colours of ours go. */
export function colourCells(sheet: string, marks: readonly Mark[], numbers: Record<Effect, number>): string {
  const cleaned = sheet.replace(/<conditionalFormatting\b[^>]*>(?:(?!<\/conditionalFormatting>)[\s\S])*?<\/conditionalFormatting>/g, (block) => (/(?:"|&quot;)korvaus(?:"|&quot;)\s*=\s*(?:"|&quot;)korvaus(?:"|&quot;)/.test(block) ? '' : block))
  const gravest = new Map<string, Effect>()
  for (const { cell, effect } of marks) {
    const known = gravest.get(cell)
    if (known === undefined || effects.indexOf(effect) < effects.indexOf(known)) gravest.set(cell, effect)
  }
  const rules = effects.flatMap((effect) => chunks([...gravest].filter(([, one]) => one === effect).map(([cell]) => cell)).map((cells) => ruleFor(cells, numbers[effect])))
  return insertAfterData(cleaned, rules.join(''), followers)
}

/** Puts an element after the rows of a sheet, before the first of those that must follow it. */
export function insertAfterData(sheet: string, element: string, mustFollow: readonly string[]): string {
  const end = /<\/sheetData>|<sheetData\s*\/>/.exec(sheet)
  if (end === null) return sheet
  const from = end.index + end[0].length
  const at = sheet.slice(from).search(new RegExp(`<(?:${mustFollow.join('|')})\\b|</worksheet>`))
  return at < 0 ? sheet : sheet.slice(0, from + at) + element + sheet.slice(from + at)
}

function ruleFor(cells: readonly string[], fill: number): string {
  return `<conditionalFormatting sqref="${cells.join(' ')}"><cfRule type="expression" dxfId="${fill}" priority="1"><formula>${mark}</formula></cfRule></conditionalFormatting>`
}

function chunks(cells: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(cells.length / cellsInRule) }, (_, index) => cells.slice(index * cellsInRule, (index + 1) * cellsInRule))
}
