import { isScalar, parseDocument, visit, type Document, type LineCounter } from 'yaml'
import type { WordedReason } from './errors.js'
import { yamlReason } from './reasons.js'

/** What stands in the way of reading a YAML text, and at which of its characters. */
export interface YamlFault {
  readonly offset: number
  readonly reason: WordedReason
}

/**
 * Reads a YAML text that people or strangers wrote, in time that grows with its length: keys that stand twice are found
 * by a set and not by comparing each with each, anchors and aliases are refused, and nothing of the text is ever told to
 * the process as a warning.
 */
export function readYamlDocument(text: string, lineCounter?: LineCounter): { document: Document; faults: readonly YamlFault[] } {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'error', ...(lineCounter ? { lineCounter } : {}) })
  const faults: YamlFault[] = document.errors.map((error) => ({ offset: error.pos[0], reason: yamlReason(error.code) }))
  if (faults.length === 0) {
    visit(document, {
      Alias: (_, node) => void faults.push({ offset: node.range?.[0] ?? 0, reason: { reason: 'no-aliases' } }),
      Map: (_, { items }) => {
        const known = new Set<unknown>()
        for (const { key } of items) {
          const value = isScalar(key) ? key.value : undefined
          if (value !== undefined && known.has(value)) faults.push({ offset: (isScalar(key) && key.range?.[0]) || 0, reason: yamlReason('DUPLICATE_KEY') })
          known.add(value)
        }
      },
    })
  }
  return { document, faults }
}
