import { dirname, relative } from 'node:path'
import type { Join } from '../../read/mapping.js'
import type { OfferedInput, TableDecisions } from './mapping.js'

/**
 * What only another list says of the costs of an input: the decision of each client, by the case ID. A client with
 * several decisions is not guessed at: the check names the rows, and a person writes the number there.
 */
export function joinsFor(costs: OfferedInput, inputs: readonly OfferedInput[]): Join[] {
  const table = costs.tables.find((one) => one.table.kind === 'costs')
  const by = table && headingOf(table, 'case')
  if (table === undefined || by === undefined || headingOf(table, 'decision') !== undefined || table.constants.has('decision')) return []
  const lists = inputs.flatMap((input) => input.tables.filter((one) => one.table.kind === 'decisions').map((list) => ({ input, list })))
  const [found, ...more] = lists.filter(({ list }) => someClientHasOne(list))
  if (found === undefined || more.length > 0 || /[*?[{]/.test(found.input.path)) return []
  const { input, list } = found
  const [match, take] = [headingOf(list, 'case') as string, headingOf(list, 'decision') as string]
  const sheet = list.table.sheets[0] as string
  const place: Pick<Join, 'file' | 'sheet'> = input === costs ? { sheet } : { file: relative(dirname(costs.file), input.file).replaceAll('\\', '/'), ...(sheet === '' ? {} : { sheet }) }
  return place.file?.startsWith('..') === true ? [] : [{ column: 'decision', by, ...place, match, take }]
}

function headingOf({ table, meanings }: TableDecisions, key: string): string | undefined {
  return table.columns.find(({ index }) => meanings.get(index)?.keys.includes(key) === true && meanings.get(index)?.keys !== 'skip')?.heading
}

function someClientHasOne(list: TableDecisions): boolean {
  const index = (key: string) => list.table.columns.find(({ heading }) => heading === headingOf(list, key))?.index
  const [theCase, decision] = [index('case'), index('decision')]
  if (theCase === undefined || decision === undefined) return false
  const numbers = new Map<string, Set<string>>()
  for (const { cells } of list.table.table.rows) {
    const [client, number] = [cells[theCase]?.text.trim() ?? '', cells[decision]?.text.trim() ?? '']
    if (client !== '' && number !== '') numbers.set(client, (numbers.get(client) ?? new Set()).add(number))
  }
  return [...numbers.values()].some((one) => one.size === 1)
}
