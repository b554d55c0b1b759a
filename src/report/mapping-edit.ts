import { isMap, parseDocument } from 'yaml'
import { KorvausError } from '../model/errors.js'

/** One thing that a mapping is to say: where, and what. */
export interface MappingAnswer {
  /** `values`, `category`, `kuljetus`: the way to the place. */
  readonly path: readonly string[]
  readonly value: string | number | readonly string[]
}

/**
 * A mapping with more answers. Everything that it said stays, with its comments and its order; only the places that are
 * answered anew change. Throws `config-unreadable` for a text that is no mapping.
 */
export function withAnswers(text: string, answers: readonly MappingAnswer[], name: string): string {
  const document = parseDocument(text)
  if (document.errors.length > 0) throw new KorvausError('file-unreadable', { path: name, reason: 'YAML' })
  for (const { path, value } of answers) {
    for (let depth = 1; depth < path.length; depth++) {
      const above = path.slice(0, depth)
      if (!isMap(document.getIn(above))) document.setIn(above, document.createNode({}))
    }
    document.setIn(path, document.createNode(value))
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}
