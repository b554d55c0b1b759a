// Writes the rules of a book as SQL over csv files: either only how many rules fail over all items, or what the program
// gives of each item, its findings by name and what became of every rule.
import { caseFacts, factSpecs, itemFacts } from '../../dist/model/facts.js'

const sqlTypes = { text: 'VARCHAR', date: 'DATE', cents: 'BIGINT', count: 'BIGINT', 'yes-no': 'BOOLEAN', list: 'VARCHAR' }

/** Every item rule a column that is 1 where it fails, all of them summed up. */
export function countingSql(compiled, context, files) {
  const failing = itemRulesOf(compiled).map(({ rule, trees }) => `CASE WHEN ${failsOf(rule, trees, context)} THEN 1 ELSE 0 END`)
  return `SELECT sum(${failing.join('\n + ')}) FROM ${rowsOf(compiled, files)}`
}

/** For each item the names of the rules that fail, and the state of every rule; then how many findings and different evidence there are. */
export function judgingSql(compiled, context, files) {
  const states = itemRulesOf(compiled).map(({ rule, trees }) => `${stateOf(rule, trees, context)} AS ${column(rule)}`)
  const names = itemRulesOf(compiled).map(({ rule }) => `CASE WHEN ${column(rule)} IN ('f', 'l') THEN ${quoted(rule.rule)} END`)
  const evidence = `concat(${itemRulesOf(compiled).map(({ rule }) => column(rule)).join(', ')})`
  return `SELECT sum(len(findings)), count(DISTINCT evidence) FROM (
    SELECT id, list_filter([${names.join(', ')}], (x) -> x IS NOT NULL) AS findings, ${evidence} AS evidence
    FROM (SELECT item.id AS id, ${states.join(',\n ')} FROM ${rowsOf(compiled, files)}))`
}

function itemRulesOf({ rules }) {
  return rules.filter(({ grain }) => grain === 'item')
}

function column({ rule }) {
  return `"state of ${rule}"`
}

/** Items joined with their cases and regimes. */
function rowsOf({ book }, files) {
  const regimes = book.tables.regimes.map(({ id, from, to, claimants, categories, decides, pays, statementNeeded, decisionNeeded, deadlineYears }) =>
    `(${[quoted(id), `DATE ${quoted(from)}`, to === undefined ? 'NULL::DATE' : `DATE ${quoted(to)}`, list(claimants), list(categories), quoted(decides), quoted(pays), statementNeeded, decisionNeeded, deadlineYears].join(', ')})`)
  return `read_csv(${quoted(files.items)}, header = true, columns = ${columns(itemFacts)}) item
    LEFT JOIN (SELECT *, true AS listed FROM read_csv(${quoted(files.cases)}, header = true, columns = ${columns(caseFacts)})) theCase ON theCase.id = item."case"
    LEFT JOIN (VALUES ${regimes.join(', ')}) regime(id, "from", "to", claimants, categories, decides, pays, statementNeeded, decisionNeeded, deadlineYears)
      ON item.serviceDate >= regime."from" AND (regime."to" IS NULL OR item.serviceDate <= regime."to")`
}

function columns(specs) {
  return `{${Object.entries(specs).map(([key, { type }]) => `${quoted(key)}: ${quoted(sqlTypes[type])}`).join(', ')}}`
}

function failsOf(rule, trees, context) {
  const { applies, holds } = conditionsOf(rule, trees, context)
  return [...applies, `NOT coalesce(${holds}, false)`].join(' AND ')
}

/** `i` where the rule does not apply, `l` where it lacks a fact, else `h` or `f`. */
function stateOf(rule, trees, context) {
  const { applies, holds } = conditionsOf(rule, trees, context)
  const inapplicable = applies.length === 0 ? '' : `WHEN NOT (${applies.join(' AND ')}) THEN 'i' `
  return `CASE ${inapplicable}WHEN (${holds}) IS NULL THEN 'l' WHEN ${holds} THEN 'h' ELSE 'f' END`
}

function conditionsOf(rule, trees, context) {
  const names = { rule, context, lets: {} }
  const parts = []
  if (rule.when) {
    const date = place(rule.when.date, context)
    parts.push(`${date} IS NOT NULL`)
    if (rule.when.from) parts.push(`${date} >= DATE ${quoted(rule.when.from)}`)
    if (rule.when.to) parts.push(`${date} <= DATE ${quoted(rule.when.to)}`)
  }
  for (const [name, tree] of Object.entries(trees.let)) names.lets[name] = write(tree, names)
  if (rule.applies !== 'true') parts.push(`coalesce(${write(trees.applies, names)}, false)`)
  return { applies: parts, holds: write(trees.holds, names) }
}

function place(path, context) {
  const [group, key] = path.split('.')
  if (group === 'item' && itemFacts[key].type === 'list') return `string_split(coalesce(item."${key}", ''), '|')`
  if (group === 'item' || group === 'regime') return `${group}."${key}"`
  if (group === 'case') return `theCase."${key}"`
  return literal(context[group][key], group === 'policy' ? undefined : factSpecs[group][key].type)
}

function literal(value, type) {
  if (value === undefined) return 'NULL'
  if (Array.isArray(value)) return list(value)
  if (typeof value === 'string') return type === 'date' || /^\d{4}-\d{2}-\d{2}$/.test(value) ? `DATE ${quoted(value)}` : quoted(value)
  return String(value)
}

function write(tree, names) {
  switch (tree.kind) {
    case 'value':
      return literal(tree.value)
    case 'list':
      return `[${tree.elements.map((one) => write(one, names)).join(', ')}]`
    case 'name':
      return names.lets[tree.name] ?? parameter(names)(tree.name)
    case 'fact':
      return place(`${tree.group}.${tree.key}`, names.context)
    case 'has':
      return `(${place(`${tree.group}.${tree.key}`, names.context)} IS NOT NULL)`
    case 'not':
      return `(NOT ${write(tree.operand, names)})`
    case 'negate':
      return `(-${write(tree.operand, names)})`
    case 'operator':
      return operator(tree, names)
    case 'choose':
      return `(CASE WHEN ${write(tree.test, names)} THEN ${write(tree.yes, names)} ELSE ${write(tree.no, names)} END)`
    case 'call':
      return call(tree.name, tree.operands.map((one) => write(one, names)), tree.operands)
    default:
      throw new Error(`${names.rule.rule}: no SQL for ${tree.kind}`)
  }
}

function operator({ operator: sign, left, right }, names) {
  const [one, other] = [write(left, names), write(right, names)]
  if (sign === 'in') return `list_contains(${other}, ${one})`
  const written = { '&&': 'AND', '||': 'OR', '==': '=', '!=': '<>' }[sign] ?? sign
  return `(${one} ${written} ${other})`
}

function parameter({ rule, context }) {
  return (name) => {
    const periods = rule.parameters[name]
    const last = literal(periods.at(-1).value)
    return periods.slice(0, -1).reduceRight((rest, { to, value }) => `CASE WHEN ${place(rule.when.date, context)} <= DATE ${quoted(to)} THEN ${literal(value)} ELSE ${rest} END`, last)
  }
}

function call(name, [one, other, third], operands) {
  switch (name) {
    case 'addDays':
      return `(${one} + CAST(${other} AS INTEGER))`
    case 'addMonths':
      return `CAST(${one} + to_months(CAST(${other} AS INTEGER)) AS DATE)`
    case 'addYears':
      return `CAST(${one} + to_years(CAST(${other} AS INTEGER)) AS DATE)`
    case 'endOfYear':
      return `make_date(year(${one}), 12, 31)`
    case 'endOfMonth':
      return `last_day(${one})`
    case 'yearOf':
      return `year(${one})`
    case 'daysBetween':
      return `(${other} - ${one})`
    case 'weekday':
      return `isodow(${one})`
    case 'within':
      return `(${one} BETWEEN ${other} AND ${third})`
    case 'min':
      return `least(${one}, ${other})`
    case 'max':
      return `greatest(${one}, ${other})`
    case 'abs':
      return `abs(${one})`
    case 'size':
      return operands[0].key === 'identifiersIn' || operands[0].key === 'unreadable' ? `len(list_filter(${one}, (x) -> x <> ''))` : `len(${one})`
    default:
      throw new Error(`no SQL for ${name}`)
  }
}

function list(values) {
  return values.length === 0 ? '[]::VARCHAR[]' : `[${values.map(quoted).join(', ')}]`
}

function quoted(text) {
  return `'${String(text).replaceAll("'", "''")}'`
}
