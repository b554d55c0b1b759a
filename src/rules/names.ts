import { factSpecs, type FactGroup, type FactSpec, type FactType } from '../model/facts.js'
import type { ParameterValue, Policy, Rule } from './book.js'
import type { CelType, Names } from './engine/expression/cel.js'

const typeOfFact: Record<FactType, CelType> = { text: 'string', date: 'string', cents: 'int', count: 'int', 'yes-no': 'bool', list: 'list<string>' }
const typeOfPolicy: Record<Policy['type'], CelType> = { text: 'string', count: 'int', 'yes-no': 'bool', list: 'list<string>' }

/** What the row of the regime table for the item's service day says, and the days on which no time limit ends. */
export const regimeFields: Record<string, CelType> = {
  id: 'string', from: 'string', to: 'string', claimants: 'list<string>', categories: 'list<string>', decides: 'string', pays: 'string',
  statementNeeded: 'bool', decisionNeeded: 'bool', deadlineYears: 'int', daysOff: 'list<string>',
}

const factFields = Object.fromEntries(
  Object.entries(factSpecs).map(([group, specs]) => [group, Object.fromEntries(Object.entries(specs as Record<string, FactSpec>).map(([key, spec]) => [key, typeOfFact[spec.type]]))]),
) as Record<FactGroup, Record<string, CelType>>

const namesByPolicies = new WeakMap<readonly Policy[], Names['groups']>()

/** The groups of facts that every expression may use, with the policies of the book. */
export function groupsOf(policies: readonly Policy[]): Names['groups'] {
  const known = namesByPolicies.get(policies)
  if (known) return known
  const policy = Object.fromEntries(policies.map(({ name, type }) => [name, typeOfPolicy[type]]))
  const groups = { ...factFields, policy, regime: regimeFields }
  namesByPolicies.set(policies, groups)
  return groups
}

/** The plain names that the parameters of a rule give to its expressions. */
export function parameterTypes(rule: Rule): Record<string, CelType> {
  return Object.fromEntries(Object.entries(rule.parameters).map(([name, [first]]) => [name, typeOfParameter((first as { value: ParameterValue }).value)]))
}

export function typeOfParameter(value: ParameterValue): CelType {
  if (typeof value === 'string') return 'string'
  if (typeof value === 'number') return 'int'
  return typeof value === 'boolean' ? 'bool' : 'list<string>'
}
