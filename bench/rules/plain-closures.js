// Turns each rule into the function that a person would write for it in plain JavaScript: no evidence, no missing
// facts, no texts, only whether a cost of the day fails the rule. It is what the judging of a book is measured against.
import { factSpecs } from '../../dist/model/facts.js'

/** Functions of (item, case, claimant, claim, policy, regime) that say whether the rule fails. */
export function plainClosures({ rules, book }, dates) {
  return rules.map((compiled) => new Function('dates', `return (item, theCase, claimant, claim, policy, regime) => {\n${bodyOf(compiled, book.policies)}\n}`)(dates))
}

function bodyOf({ rule, trees }, policies) {
  const types = { lets: {}, policies: Object.fromEntries(policies.map(({ name, type }) => [name, type])), rule }
  const lines = []
  if (rule.when) {
    lines.push(`const day = ${place(rule.when.date)}`, 'if (day === undefined) return false')
    if (rule.when.from) lines.push(`if (day < ${JSON.stringify(rule.when.from)}) return false`)
    if (rule.when.to) lines.push(`if (day > ${JSON.stringify(rule.when.to)}) return false`)
  }
  for (const [name, periods] of Object.entries(rule.parameters)) lines.push(`const ${name} = ${parameter(periods)}`)
  for (const [name, tree] of Object.entries(trees.let)) {
    const written = write(tree, types)
    types.lets[name] = written.kind
    lines.push(`const ${name} = () => ${written.text}`)
  }
  if (rule.applies !== 'true') lines.push(`if (!(${write(trees.applies, types).text})) return false`)
  return [...lines, `return !(${write(trees.holds, types).text})`].join('\n')
}

function parameter(periods) {
  if (periods.length === 1) return JSON.stringify(periods[0].value)
  const last = periods.at(-1)
  return periods.slice(0, -1).reduceRight((rest, { to, value }) => `day <= ${JSON.stringify(to)} ? ${JSON.stringify(value)} : ${rest}`, JSON.stringify(last.value))
}

function place(path) {
  const [group, key] = path.split('.')
  return `${group === 'case' ? 'theCase' : group}.${key}`
}

const plain = (text) => ({ text, kind: 'other' })

/** An expression as JavaScript; `kind` tells cents (bigint) from counts (number) and what may be either. */
function write(tree, types) {
  switch (tree.kind) {
    case 'value':
      return typeof tree.value === 'bigint' ? { text: String(tree.value), kind: 'literal' } : plain(JSON.stringify(tree.value))
    case 'list':
      return plain(`[${tree.elements.map((one) => write(one, types).text).join(', ')}]`)
    case 'name':
      if (tree.name in types.lets) return { text: `${tree.name}()`, kind: types.lets[tree.name] }
      return typeof types.rule.parameters[tree.name]?.[0].value === 'number' ? { text: tree.name, kind: 'count' } : plain(tree.name)
    case 'fact':
      return { text: place(`${tree.group}.${tree.key}`), kind: kindOf(tree, types) }
    case 'has':
      return plain(tree.group === 'regime' ? `(regime !== undefined && regime.${tree.key} !== undefined)` : `(${place(`${tree.group}.${tree.key}`)} !== undefined)`)
    case 'not':
      return plain(`!${write(tree.operand, types).text}`)
    case 'negate': {
      const { text, kind } = write(tree.operand, types)
      return { text: `(-${text})`, kind }
    }
    case 'operator':
      return operator(tree, types)
    case 'choose': {
      const [test, yes, no] = [tree.test, tree.yes, tree.no].map((one) => write(one, types))
      return { text: `(${test.text} ? ${yes.text} : ${no.text})`, kind: yes.kind === 'literal' ? no.kind : yes.kind }
    }
    case 'call':
      return call(tree, types)
    default:
      return plain(`${write(tree.list, types).text}.${tree.kind}((${tree.name}) => ${write(tree.test, types).text})`)
  }
}

function operator({ operator: sign, left, right }, types) {
  const [one, other] = [write(left, types), write(right, types)]
  if (sign === 'in') return { text: `${other.text}.includes(${one.text})`, kind: 'other' }
  const cents = [one, other].some(({ kind }) => kind === 'cents')
  const [first, second] = [one, other].map(({ text, kind }) => (!cents || kind === 'cents' ? text : kind === 'literal' ? `${text}n` : `BigInt(${text})`))
  const text = `(${first} ${{ '==': '===', '!=': '!==' }[sign] ?? sign} ${second})`
  return { text, kind: '+-*/%'.includes(sign) ? (cents ? 'cents' : one.kind === 'other' ? 'other' : 'count') : 'other' }
}

function call({ name, operands }, types) {
  const written = operands.map((one) => write(one, types))
  const [one, ...others] = written.map(({ text }) => text)
  if (name === 'size') return { text: `${one}.length`, kind: 'count' }
  if (['startsWith', 'endsWith'].includes(name)) return { text: `${one}.${name}(${others[0]})`, kind: 'other' }
  if (name === 'contains') return { text: `${one}.includes(${others[0]})`, kind: 'other' }
  if (name === 'abs') return { text: `(${one} < 0 ? -${one} : ${one})`, kind: written[0].kind }
  if (name === 'within') return { text: `(${others[0]} <= ${one} && ${one} <= ${others[1]})`, kind: 'other' }
  if (name === 'min' || name === 'max') return { text: `(${one} ${name === 'min' ? '<' : '>'} ${others[0]} ? ${one} : ${others[0]})`, kind: written[0].kind }
  return { text: `dates.${name}(${[one, ...others].join(', ')})`, kind: ['yearOf', 'daysBetween', 'ageOn', 'weekday'].includes(name) ? 'count' : 'other' }
}

function kindOf({ group, key }, types) {
  if (group === 'policy') return types.policies[key] === 'count' ? 'count' : 'other'
  if (group === 'regime') return key === 'deadlineYears' ? 'count' : 'other'
  const { type } = factSpecs[group][key]
  return type === 'cents' || type === 'count' ? type : 'other'
}
