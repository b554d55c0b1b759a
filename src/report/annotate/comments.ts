import { columnIndex } from '../../read/cells.js'
import { effectNames } from '../../model/value-names.js'
import { effects } from '../../model/values.js'
import { xmlText, type Mark } from './marks.js'

const author = 'korvaus'
const ourBeginning = new RegExp(`^[A-Z]{2,4}-\\d{3} \\((?:${effects.flatMap((effect) => Object.values(effectNames[effect])).join('|')})\\): `)

/** The comments of a sheet with ours in place of our earlier ones; what others wrote stays. */
export function addComments(existing: string | undefined, marks: readonly Mark[]): { xml: string; removed: ReadonlySet<string>; added: ReadonlySet<string> } {
  const base = existing ?? '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors><commentList></commentList></comments>'
  const authors = [...base.matchAll(/<author\b[^>]*?(?:\/>|>([^<]*)<\/author>)/g)].map((match) => match[1] ?? '')
  const known = authors.indexOf(author)
  const number = known < 0 ? authors.length : known
  const removed = new Set<string>()
  const kept = base.replace(/<comment\b([^>]*)>[\s\S]*?<\/comment>/g, (comment, attributes: string) => {
    if (!(known >= 0 && new RegExp(`authorId="${known}"`).test(attributes)) && !isOurs(comment)) return comment
    removed.add(/\bref="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '')
    return ''
  })
  const taken = new Set([...kept.matchAll(/<comment\b[^>]*\bref="([A-Z]+\d+)"/g)].map((match) => match[1] as string))
  const texts = new Map<string, string[]>()
  for (const { cell, text } of marks) texts.set(cell, [...(texts.get(cell) ?? []), text])
  const added = new Set([...texts.keys()].filter((cell) => !taken.has(cell)))
  const ours = [...texts].filter(([cell]) => added.has(cell)).map(([cell, lines]) => `<comment ref="${cell}" authorId="${number}"><text>${run(lines)}</text></comment>`).join('')
  const merged = kept.replace(/<comment\b[^>]*\bref="([A-Z]+\d+)"[^>]*>[\s\S]*?<\/comment>/g, (comment, cell: string) => joined(comment, texts.get(cell)))
  const withAuthor = known >= 0 ? merged : merged.replace(/<authors\s*\/>|<authors>([\s\S]*?)<\/authors>/, (_, inside: string | undefined) => `<authors>${inside ?? ''}<author>${author}</author></authors>`)
  return { xml: withAuthor.replace(/<commentList\s*\/>|<\/commentList>/, (end) => (end.startsWith('</') ? `${ours}${end}` : `<commentList>${ours}</commentList>`)), removed, added }
}

/** Whether a comment begins as ours do, with rule and effect: LibreOffice keeps the text of a comment and not who wrote it. */
function isOurs(comment: string): boolean {
  return ourBeginning.test(comment.replace(/<[^>]*>/g, '').trimStart())
}

/** The drawn notes of a sheet: each comment needs one to be seen. */
export function addNotes(existing: string | undefined, removed: ReadonlySet<string>, added: ReadonlySet<string>): string {
  const base = existing ?? `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>`
  const gone = new Set([...removed].map(placeOf))
  const kept = base.replace(/<v:shape\b[\s\S]*?<\/v:shape>/g, (shape) => (gone.has(`${/<x:Row>(\d+)/.exec(shape)?.[1]},${/<x:Column>(\d+)/.exec(shape)?.[1]}`) ? '' : shape))
  const shapes = [...added].map((cell, index) => noteFor(cell, index)).join('')
  return kept.replace(/<\/xml>\s*$/, () => `${shapes}</xml>`)
}

const ourMark = '– korvaus –'

/** A comment of somebody else at the same cell: ours stands under it, once. */
function joined(comment: string, lines: readonly string[] | undefined): string {
  const without = comment.replace(new RegExp(`<r><t xml:space="preserve">\\n${ourMark}[\\s\\S]*?</t></r>`), '').replace(new RegExp(`\\n?${ourMark}[^<]*`), '')
  if (lines === undefined) return without
  return without.replace(/<\/text>/, () => `<r><t xml:space="preserve">\n${ourMark}\n${lines.map(xmlText).join('\n')}</t></r></text>`)
}

function run(lines: readonly string[]): string {
  return `<r><rPr><sz val="9"/><rFont val="Tahoma"/></rPr><t xml:space="preserve">${lines.map(xmlText).join('\n')}</t></r>`
}

function noteFor(cell: string, index: number): string {
  const [row, column] = placeOf(cell).split(',').map(Number) as [number, number]
  return `<v:shape id="_x0000_k${index + 1}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:280pt;height:110pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row}, 4, ${column + 6}, 31, ${row + 6}, 9</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
}

/** Row and column as notes count them, from 0. */
function placeOf(cell: string): string {
  const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  return `${Number(row) - 1},${columnIndex(letters)}`
}
