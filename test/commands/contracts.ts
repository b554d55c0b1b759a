import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

const folder = join(import.meta.dirname, '../../docs/schemas')
const published = new Set(readdirSync(folder))
const compiled = new Map<string, ValidateFunction>()
/** Written for this program alone to read again. */
const internal = new Set(['register-1.json'])

/**
 * Holds every JSON output that a test sees against its published schema; throws for one that breaks it, or that has none.
 * Lines of JSON are held against the schema that their first line names.
 */
export function requireContracts(stdout: string): void {
  if (!stdout.startsWith('{')) return
  const values = parsed(stdout)
  const name = values[0]?.schema
  if (typeof name !== 'string' || !name.startsWith('korvaus/')) return
  const file = `${name.replace('korvaus/', '').replace('/', '-')}.json`
  if (internal.has(file)) return
  if (!published.has(file)) throw new Error(`docs/schemas/${file} is missing`)
  const validate = validatorOf(file)
  for (const value of values) if (!validate(value)) throw new Error(`${name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`)
}

function parsed(stdout: string): Record<string, unknown>[] {
  try {
    return [JSON.parse(stdout) as Record<string, unknown>]
  } catch {
    return stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
  }
}

function validatorOf(file: string): ValidateFunction {
  const known = compiled.get(file)
  if (known) return known
  const validate = new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).compile(closed(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object))
  compiled.set(file, validate)
  return validate
}

/** The published schemas allow what a later version adds; this version itself writes nothing that they do not name. */
function closed(schema: object): object {
  return JSON.parse(JSON.stringify(schema), (_key, value: unknown) => (typeof value === 'object' && value !== null && 'properties' in value && !('additionalProperties' in value) ? { ...value, additionalProperties: false } : value)) as object
}
