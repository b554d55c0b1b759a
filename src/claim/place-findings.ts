import { nearestOf } from '../model/nearest.js'
import { cellOf, type Residence, type ServiceLog, type SourceFinding } from '../model/service-log.js'
import { disagreeing, findMunicipality } from '../rules/tables/municipalities.js'
import type { Tables } from '../rules/tables/tables.js'

type Places = Pick<Tables, 'municipalities'>

/**
 * The log with what the dated tables say of its municipalities: a name and a code that disagree, and the nearest known
 * name where one is not known. Each residence says so at its own cell, about its case.
 */
export function withPlaceFindings(log: ServiceLog, tables: Places): ServiceLog {
  const found = log.residences.flatMap((residence) => placeFinding(residence, tables) ?? [])
  return found.length === 0 ? log : { ...log, findings: [...log.findings, ...found] }
}

function placeFinding(residence: Residence, tables: Places): SourceFinding | undefined {
  const { municipality, from, source } = residence
  const said = (rule: SourceFinding['rule'], effect: SourceFinding['effect'], values: Record<string, string>): SourceFinding => ({ rule, effect, at: cellOf(source, 'municipality'), case: residence.case, values: { column: 'municipality', ...values } })
  if (disagreeing(tables, municipality)) return said('SRC-051', 'reject', {})
  if (findMunicipality(tables, municipality, from) !== undefined || municipality.length > longestName) return undefined
  const name = nearestOf(municipality.toLowerCase(), namesIn(tables), (one) => one.toLowerCase())
  return name === undefined ? undefined : said('SRC-052', 'note', { name })
}

const longestName = 40

function namesIn({ municipalities }: Places): string[] {
  return [...new Set(municipalities.flatMap(({ nameFi, nameSv, otherNames }) => [nameFi, nameSv, ...otherNames]))].filter((name) => name !== '')
}
