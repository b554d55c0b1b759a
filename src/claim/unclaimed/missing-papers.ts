import type { AssessedItem, Assessment } from '../../model/assessment.js'
import { daysBetween } from '../../model/dates.js'
import type { CaseFacts, Facts, ItemFacts } from '../../model/facts.js'
import type { Paper, Unclaimed } from '../../model/unclaimed.js'
import type { CompiledBook } from '../../rules/engine/compile-book.js'
import { deadlineOf } from '../deadline.js'

/** The facts that tell whether a paper is there: absent, `false` or 0 means that it is not. */
const paperOfFact: Readonly<Record<string, Paper>> = {
  'case.admittedOn': 'admission',
  'item.hasResidence': 'residence',
  'item.decisionGiven': 'decision',
  'item.decisionListed': 'decision',
  'item.decisionResult': 'decision',
  'case.hasStatement': 'statement',
  'case.statementOn': 'statement',
  'item.hasVoucher': 'voucher',
  'item.needLength': 'justification',
  'item.hasProvider': 'provider',
  'item.unitTotal': 'prices',
  'item.hasHours': 'hours',
  'item.hasWorker': 'hours',
  'item.hasRate': 'rate',
  'claimant.programmeArranged': 'agreement',
  'claimant.hasAgreement': 'agreement',
  'claimant.hasIban': 'account',
}

/**
 * The items that only one paper keeps out of a claim: every finding that stands in their way asks for the same one.
 * The oldest deadline first.
 */
export function missingPapers(assessment: Assessment, facts: Facts, book: CompiledBook): Unclaimed['missingPapers'] {
  const factsById = new Map(facts.items.map((item) => [item.id, item]))
  const cases = new Map(facts.cases.map((one) => [one.id, one]))
  const reads = new Map(book.rules.map(({ rule, reads: paths }) => [rule.rule, paths]))
  const general = generalObstacles(assessment)
  const found = assessment.items.flatMap((item) => {
    const itemFacts = factsById.get(item.id) as ItemFacts
    const rules = [...new Set([...obstacles(item), ...general.all, ...(general.cases.get(item.case ?? '') ?? [])])]
    const subject: Subject = { item: itemFacts, case: cases.get(item.case ?? ''), claimant: facts.claimant }
    const [paper, ...others] = new Set(rules.map((rule) => missingPaper(reads.get(rule) ?? [], subject)))
    return item.outcome === 'claimable' || paper === undefined || others.length > 0 ? [] : [rowOf(item, itemFacts, paper, rules, assessment, book)]
  })
  return found.sort((left, right) => compare(left.deadline, right.deadline) || compare(left.paper, right.paper) || compare(left.item, right.item))
}

interface Subject {
  readonly item: ItemFacts
  readonly case: CaseFacts | undefined
  readonly claimant: Facts['claimant']
}

/** The paper that a rule asked for in vain: the first of the facts it reads that says so. Only own work is paid by hours. */
function missingPaper(paths: readonly string[], subject: Subject): Paper | undefined {
  const missing = paths.filter((path) => isMissing(valueOf(path, subject))).flatMap((path) => paperOfFact[path] ?? [])
  return missing.find((paper) => subject.item.providerKind === 'own' || (paper !== 'hours' && paper !== 'rate'))
}

function valueOf(path: string, subject: Subject): unknown {
  const [group, key] = path.split('.') as [keyof Subject, string]
  return (subject[group] as Readonly<Record<string, unknown>> | undefined)?.[key]
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === false || value === 0
}

/** The rules that stand in the way of an item, by its own findings. */
function obstacles({ findings }: AssessedItem): string[] {
  return findings.filter(({ effect, reviewed }) => effect === 'reject' || (effect === 'review' && reviewed?.answer !== 'accept')).map(({ rule }) => rule)
}

/** The rules that reject more than one item at once. */
function generalObstacles({ findings }: Assessment): { all: string[]; cases: Map<string, string[]> } {
  const rejecting = findings.filter(({ effect }) => effect === 'reject')
  const cases = new Map<string, string[]>()
  for (const { case: theCase, about, rule } of rejecting) if (about === 'case' && theCase !== undefined) cases.set(theCase, [...(cases.get(theCase) ?? []), rule])
  return { all: rejecting.filter(({ about }) => about === 'claimant' || about === 'claim').map(({ rule }) => rule), cases }
}

function rowOf(item: AssessedItem, { serviceDate }: ItemFacts, paper: Paper, rules: string[], { asOf }: Assessment, { book }: CompiledBook): Unclaimed['missingPapers'][number] {
  const deadline = serviceDate === undefined ? undefined : deadlineOf(serviceDate, book)
  return {
    item: item.id,
    ...(item.case === undefined ? {} : { case: item.case }),
    paper,
    rules: rules.sort(),
    ...(item.amount === undefined ? {} : { amount: item.amount }),
    ...(deadline === undefined ? {} : { deadline, daysLeft: daysBetween(asOf, deadline) }),
  }
}

function compare(left = '9999', right = '9999'): number {
  return left < right ? -1 : left > right ? 1 : 0
}
