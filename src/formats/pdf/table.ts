import { contentWidth, ink, page, type Paper, type TextStyle } from './paper.js'
import { lineHeight } from './flow.js'

export interface TableColumn {
  readonly heading: string
  /** Share of the width of the table. */
  readonly share: number
  readonly align?: 'left' | 'right'
}

export interface Table {
  readonly columns: readonly TableColumn[]
  readonly rows: ReadonlyArray<readonly string[]>
  /** A last row of sums. */
  readonly total?: readonly string[]
  /** What the table shows, for those who do not see it. */
  readonly summary: string
  /** Whether the first cell of a row is its heading. */
  readonly rowHeadings?: boolean
  readonly size?: number
  readonly left?: number
  readonly width?: number
}

interface Placed extends TableColumn {
  readonly x: number
  readonly width: number
}

const padding = { x: 4, y: 3.2 }
type Struct = PDFKit.PDFStructureElement

/** A tagged table of hand-placed cells; its headings stand again on each page that it reaches. */
export function table(paper: Paper, content: Table): void {
  const { doc } = paper
  const style: TextStyle = { size: content.size ?? 8.5 }
  const columns = place(content)
  const struct = doc.struct('Table', { title: content.summary } as never)
  paper.root.add(struct)
  const section = (type: string) => {
    const made = doc.struct(type as never)
    struct.add(made)
    return made
  }
  const headings = content.columns.map(({ heading }) => heading)
  const hasHead = headings.some((text) => text !== '')

  if (hasHead) {
    const head = cellsOf(paper, headings, columns, { ...style, weight: 'bold' })
    paper.room(head.height + 30)
    const row = openRow(paper, section('THead'))
    drawRow(paper, head, columns, { ...style, weight: 'bold', color: ink.accent }, { struct: row, heading: 'Column', fill: ink.fill })
    row.end()
  }
  const body = section('TBody')
  for (const cells of content.rows) addRow(cells, style)
  if (content.total) addRow(content.total, { ...style, weight: 'bold' }, ink.fill)
  body.end()
  struct.end()
  paper.y += 6

  function addRow(cells: readonly string[], rowStyle: TextStyle, fill?: string) {
    const wrapped = cellsOf(paper, cells, columns, rowStyle)
    if (paper.room(wrapped.height) && hasHead) repeatHead(paper, headings, columns, style)
    const row = openRow(paper, body)
    drawRow(paper, wrapped, columns, rowStyle, { struct: row, ...(content.rowHeadings ? { heading: 'Row' as const } : {}), ...(fill === undefined ? {} : { fill }) })
    row.end()
  }
}

interface Wrapped {
  readonly lines: readonly (readonly string[])[]
  readonly height: number
}

interface RowOptions {
  readonly struct?: Struct
  readonly heading?: 'Column' | 'Row'
  readonly fill?: string
}

function place({ columns, left = page.left, width = contentWidth }: Table): Placed[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  let x = left
  return columns.map((column) => {
    const placed = { ...column, x, width: (column.share / shares) * width }
    x += placed.width
    return placed
  })
}

function openRow(paper: Paper, parent: Struct): Struct {
  const row = paper.doc.struct('TR')
  parent.add(row)
  return row
}

function cellsOf(paper: Paper, cells: readonly string[], columns: readonly Placed[], style: TextStyle): Wrapped {
  const lines = columns.map(({ width }, index) => paper.wrap(cells[index] ?? '', width - 2 * padding.x, style))
  const most = Math.max(1, ...lines.map(({ length }) => length))
  return { lines, height: most * lineHeight(style) + 2 * padding.y }
}

function drawRow(paper: Paper, { lines, height }: Wrapped, columns: readonly Placed[], style: TextStyle, { struct, heading, fill }: RowOptions) {
  const top = paper.y
  paper.artifact(() => drawGround(paper, columns, top, height, fill))
  columns.forEach((column, index) => {
    const draw = () => drawCell(paper, lines[index] ?? [], column, top, style)
    if (struct === undefined) return draw()
    const isHeading = heading === 'Column' || (heading === 'Row' && index === 0)
    return paper.tagged(struct, isHeading ? 'TH' : 'TD', isHeading ? { scope: heading } : {}, draw)
  })
  paper.y = top + height
}

function drawCell(paper: Paper, lines: readonly string[], column: Placed, top: number, style: TextStyle) {
  lines.forEach((line, index) => {
    const x = column.align === 'right' ? column.x + column.width - padding.x - paper.width(line.trimEnd(), style) : column.x + padding.x
    paper.line(line, x, top + padding.y + index * lineHeight(style), style)
  })
}

function drawGround(paper: Paper, columns: readonly Placed[], top: number, height: number, fill?: string) {
  const [first, last] = [columns[0], columns.at(-1)]
  const [left, right] = [first?.x ?? 0, (last?.x ?? 0) + (last?.width ?? 0)]
  if (fill !== undefined) paper.doc.rect(left, top, right - left, height).fill(fill)
  paper.doc.moveTo(left, top + height).lineTo(right, top + height).lineWidth(0.5).strokeColor(ink.line).stroke()
}

/** Headings on a further page are decoration: the structure has them once. */
function repeatHead(paper: Paper, headings: readonly string[], columns: readonly Placed[], style: TextStyle) {
  const bold: TextStyle = { ...style, weight: 'bold', color: ink.accent }
  const head = cellsOf(paper, headings, columns, bold)
  const top = paper.y
  paper.artifact(() => {
    drawGround(paper, columns, top, head.height, ink.fill)
    columns.forEach((column, index) => drawCell(paper, head.lines[index] ?? [], column, top, bold))
  })
  paper.y = top + head.height
}
