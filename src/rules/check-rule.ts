import type { Localized } from '../model/language.js'
import { factSpecs, type FactSpec, type FactType } from '../model/facts.js'
import { placesOf } from '../templates/fill.js'
import type { Policy, Rule } from './book.js'
import { problemText, type BookProblem } from './book-problem.js'
import { compileRule } from './engine/compile-rule.js'
import { typeOfParameter } from './names.js'
import type { YamlFile } from './read-yaml.js'
import { addDays, isIsoDate } from '../model/dates.js'

type Place = YamlFile<Rule>['problem']

/** What a schema cannot say of a rule: expressions, names in texts, dates of parameters, examples that show all sides. */
export function checkRule(file: YamlFile<Rule>, policies: readonly Policy[]): BookProblem[] {
  const rule = file.content
  return [
    ...checkExpressions(rule, policies, file.problem),
    ...checkWhen(rule, file.problem),
    ...checkTexts(rule, file.problem),
    ...checkParameters(rule, file.problem),
    ...checkPolicies(rule, policies, file.problem),
    ...checkExamples(rule, file.problem),
    ...checkExampleFacts(rule, policies, file.problem),
  ]
}

function checkExpressions(rule: Rule, policies: readonly Policy[], place: Place): BookProblem[] {
  if (rule.publishes !== undefined && !(rule.publishes in rule.let)) return [place(['publishes'], problemText('publishes-unknown', { name: rule.publishes }))]
  const compiled = compileRule(rule, policies)
  if ('problems' in compiled) return compiled.problems.map(({ path, problem, offset }) => place(path, problem, offset))
  // A review answers for an item; what is judged once for a case or the claim has no item to answer for.
  if (rule.effect === 'review' && compiled.grain !== 'item') return [place(['effect'], problemText('review-without-item'))]
  return []
}

function checkWhen({ when }: Rule, place: Place): BookProblem[] {
  if (when === undefined) return []
  const problems = []
  if (factAt(when.date)?.type !== 'date') problems.push(place(['when', 'date'], problemText('no-date', { fact: when.date })))
  if (when.from !== undefined && when.to !== undefined && when.from > when.to) problems.push(place(['when', 'to'], problemText('days-reversed')))
  return problems
}

/** The three languages name the same places, and each place is a fact, a parameter or a `let` name. */
function checkTexts(rule: Rule, place: Place): BookProblem[] {
  const known = new Set([...Object.keys(rule.parameters), ...Object.keys(rule.let)])
  return (['message', 'remedy'] as const).flatMap((text) => {
    const problems: BookProblem[] = []
    const expected = placesOf(rule[text].fi).join(', ')
    for (const [language, words] of Object.entries(rule[text])) {
      if (placesOf(words).join(', ') !== expected) problems.push(place([text, language], problemText('places-differ', { names: `{${placesOf(words).join('}, {')}}`, expected: `{${expected}}` })))
      for (const name of placesOf(words).map((one) => one.split(':')[0] as string)) {
        if (!known.has(name) && !factAt(name) && !name.startsWith('policy.') && !name.startsWith('regime.')) problems.push(place([text, language], problemText('unknown-place', { name: `{${name}}` })))
      }
    }
    return problems
  })
}

/** The days of a parameter follow each other without gap or overlap and reach over the days of the rule. */
function checkParameters(rule: Rule, place: Place): BookProblem[] {
  return Object.entries(rule.parameters).flatMap(([name, periods]) => {
    const problems: BookProblem[] = []
    periods.forEach((period, index) => {
      const before = periods[index - 1]
      const path = ['parameters', name, index, 'from']
      if (before === undefined) {
        if (period.from !== undefined && (rule.when?.from === undefined || period.from > rule.when.from)) problems.push(place(path, problemText('begins-late')))
      } else if (before.to === undefined || period.from === undefined || period.from <= before.to) problems.push(place(path, problemText('overlaps')))
      else if (period.from !== addDays(before.to, 1)) problems.push(place(path, problemText('gap')))
      if (typeOfParameter(period.value) !== typeOfParameter((periods[0] as { value: never }).value)) problems.push(place(['parameters', name, index, 'value'], problemText('other-type')))
    })
    const end = periods.at(-1)?.to
    if (end !== undefined && (rule.when?.to === undefined || end < rule.when.to)) problems.push(place(['parameters', name, periods.length - 1, 'to'], problemText('ends-early')))
    return problems
  })
}

function checkPolicies(rule: Rule, policies: readonly Policy[], place: Place): BookProblem[] {
  const known = new Set(policies.map(({ name }) => name))
  const texts = [rule.applies, rule.holds, ...Object.values(rule.let)].join(' ')
  const read = [...new Set([...texts.matchAll(/\bpolicy\.(\w+)/g)].map((match) => match[1] as string))]
  return [
    ...rule.policies.flatMap((name, index) => (known.has(name) ? [] : [place(['policies', index], problemText('policy-unknown', { name }))])),
    ...read.filter((name) => !rule.policies.includes(name)).map((name) => place(['policies'], problemText('policy-unlisted', { name }))),
  ]
}

function checkExamples(rule: Rule, place: Place): BookProblem[] {
  const shown = new Set(rule.examples.map(({ expect }) => expect))
  const canBeInapplicable = rule.applies !== 'true' || rule.when?.from !== undefined || rule.when?.to !== undefined
  const needed = ['holds' as const, 'fails' as const, ...(canBeInapplicable ? ['inapplicable' as const] : [])]
  const alwaysFails = rule.holds === 'false'
  const missing = needed.filter((expect) => !shown.has(expect) && !(alwaysFails && expect === 'holds'))
  return missing.map((expect) => place(['examples'], problemText(`no-example-${expect}`)))
}

/** Each fact and policy that an example names exists, and its value is one of its kind. */
function checkExampleFacts(rule: Rule, policies: readonly Policy[], place: Place): BookProblem[] {
  return rule.examples.flatMap((example, index) => exampleGroups.flatMap((group) => Object.entries(example[group] ?? {}).flatMap(([key, value]) => {
    const problem = group === 'policy' ? problemOfPolicy(policies.find(({ name }) => name === key), key, value) : problemOfFact(`${group}.${key}`, factAt(`${group}.${key}`), value)
    return problem === undefined ? [] : [place(['examples', index, group, key], problem)]
  })))
}

const exampleGroups = ['item', 'case', 'claimant', 'claim', 'policy'] as const

function problemOfFact(path: string, spec: FactSpec | undefined, value: unknown): Localized | undefined {
  if (spec === undefined) return problemText('no-fact', { path })
  return isOfType[spec.type](value) ? undefined : problemText(`fact-${spec.type}`, { path })
}

function problemOfPolicy(policy: Policy | undefined, name: string, value: unknown): Localized | undefined {
  if (policy === undefined) return problemText('policy-unknown', { name })
  if (typeof value !== typeof policy.default || Array.isArray(value) !== Array.isArray(policy.default)) return problemText('policy-type', { name })
  return policy.choices !== undefined && typeof value === 'string' && !policy.choices.includes(value) ? problemText('policy-choice', { name, values: policy.choices.join(', ') }) : undefined
}

const isOfType: Readonly<Record<FactType, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  date: (value) => typeof value === 'string' && isIsoDate(value),
  cents: (value) => typeof value === 'string' && /^-?\d+\.\d{2}$/.test(value),
  count: (value) => Number.isInteger(value),
  'yes-no': (value) => typeof value === 'boolean',
  list: Array.isArray,
}

function factAt(path: string): FactSpec | undefined {
  const [group = '', key = ''] = path.split('.')
  return (factSpecs as Record<string, Record<string, FactSpec>>)[group]?.[key]
}
