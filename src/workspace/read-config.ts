import { isMap, isNode, isScalar, LineCounter, type Document } from 'yaml'
import { z } from 'zod'
import { KorvausError } from '../model/errors.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import { nearestOf } from '../model/nearest.js'
import { reasonOf } from '../model/reasons.js'
import { readYamlDocument } from '../model/yaml-document.js'

const longestConfig = 200_000
/** Signs of a key that are shown; a stranger's may be long. */
const longestShown = 200

/**
 * Reads a YAML file that people write by its schema. Throws `config-unreadable` or `config-invalid` with line, column
 * and key of the first thing that is wrong.
 */
export function readConfig<Schema extends z.ZodType>(path: string, text: string, schema: Schema): z.output<Schema> {
  const counter = new LineCounter()
  if (text.length > longestConfig) throw new KorvausError('config-unreadable', { path, line: '1', column: '1', reason: { reason: 'too-long' } })
  const { document, faults: [fault] } = readYamlDocument(text, counter)
  if (fault) throw new KorvausError('config-unreadable', { path, ...position(counter, fault.offset), reason: fault.reason })
  const parsed = schema.safeParse(document.toJS() ?? {})
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0] as z.core.$ZodIssue
  const keys = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] as string] : issue.path
  throw new KorvausError('config-invalid', { path, ...position(counter, issue.code === 'unrecognized_keys' ? offsetOf(document, keys) : offsetOfValue(document, keys)), key: withoutIdentifiers(keys.map(String).join('.')).slice(0, longestShown), reason: issue.code === 'unrecognized_keys' ? unknownKey(keys, schema) : reasonOf(issue, schema, document.toJS() ?? {}) })
}

/** Where a key stands in a YAML file that has been read; the nearest key above it where it does not stand there. */
export function placeOfKey(text: string, keys: readonly PropertyKey[]): { line: string; column: string } {
  const counter = new LineCounter()
  return position(counter, offsetOf(readYamlDocument(text, counter).document, keys))
}

function offsetOf(document: Document, keys: readonly PropertyKey[]): number {
  const above = document.getIn(keys.slice(0, -1), true)
  const own = isMap(above) ? above.items.find(({ key }) => isScalar(key) && key.value === keys.at(-1))?.key : undefined
  return isNode(own) && own.range ? own.range[0] : offsetOfValue(document, keys)
}

/** Where the value of a key begins; the nearest value above it where there is none. */
function offsetOfValue(document: Document, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(keys.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function position(counter: LineCounter, offset: number): { line: string; column: string } {
  const { line, col } = counter.linePos(offset)
  return { line: String(line), column: String(col) }
}

type JsonSchema = { readonly properties?: Record<string, JsonSchema>; readonly items?: JsonSchema; readonly additionalProperties?: JsonSchema | boolean }

/** Says which key was probably meant, or which are known there. */
function unknownKey(keys: readonly PropertyKey[], schema: z.ZodType): string {
  let place: JsonSchema | undefined = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  for (const key of keys.slice(0, -1)) {
    const other: JsonSchema | boolean | undefined = place?.additionalProperties
    place = typeof key === 'number' ? place?.items : (place?.properties?.[String(key)] ?? (typeof other === 'object' ? other : undefined))
  }
  const known = Object.keys(place?.properties ?? {})
  const near = nearestOf(String(keys.at(-1)).toLowerCase(), known, (name) => name.toLowerCase())
  return near === undefined ? known.join(', ') : `→ ${near}?`
}
