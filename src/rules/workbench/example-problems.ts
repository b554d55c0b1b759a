import { blindSpotsOf, blindSpotText } from './blind-spots.js'
import { problemText, type BookProblem } from '../book-problem.js'
import type { ExampleResult } from './examples.js'
import { folderOfVersion, newestVersion } from '../released-books.js'
import { readFolder, resolveFolder } from '../resolve-folder.js'

/** What is wrong with the examples of a book's own rules, each at its place; rules that come from an extended book are that book's matter. */
export interface ExampleProblems {
  /** Examples of which the rule says something else, by the rule and the index of the example. */
  readonly failed: ReadonlyMap<string, BookProblem>
  /** Examples that no longer bite: each small mistake that could be put into a rule without any of its examples noticing. */
  readonly blind: readonly BookProblem[]
}

/** Finds the places of failed examples (`placeOf` gives their key in the result), and the mistakes that no example notices. */
export async function exampleProblemsOf(choice: { readonly version?: string | undefined; readonly folder?: string | undefined }, failed: readonly Pick<ExampleResult, 'rule' | 'index' | 'example' | 'found'>[]): Promise<ExampleProblems> {
  const folder = choice.folder ?? (await folderOfVersion(choice.version ?? (await newestVersion())))
  const { policies, tables, released } = await resolveFolder(folder)
  const { rules } = await readFolder(folder)
  const ownFailed = failed.flatMap(({ rule, index, example, found }) => {
    const file = rules.find(({ content }) => content.rule === rule)
    const said = typeof found === 'string' ? found : found.problem
    return file === undefined ? [] : [[placeOf(rule, index), file.problem(['examples', index, 'expect'], problemText('example-differs', { name: example.name, expected: example.expect, found: said }))] as const]
  })
  const failedRules = new Set(failed.map(({ rule }) => rule))
  const blind = rules.filter(({ content }) => !failedRules.has(content.rule)).flatMap(({ content, problem }) => blindSpotsOf(content, policies, released, tables).map((spot) => problem(spot.path, blindSpotText(spot), spot.offset)))
  return { failed: new Map(ownFailed), blind }
}

/** The key of an example. */
export function placeOf(rule: string, index: number): string {
  return `${rule} ${index}`
}
