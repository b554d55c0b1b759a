import { z } from 'zod'
import { en, fi, sv } from 'zod/locales'
import type { ReasonCode, WordedReason } from './errors.js'

const yamlFaults: Readonly<Record<string, ReasonCode>> = { TAB_AS_INDENT: 'yaml-tab', BAD_INDENT: 'yaml-indent', DUPLICATE_KEY: 'yaml-duplicate', MISSING_CHAR: 'yaml-quote' }

/** Why a line is no YAML, by the code that the library gives. */
export function yamlReason(code: string): WordedReason {
  return { reason: yamlFaults[code] ?? 'yaml', code }
}

/** What a schema says of the thing at `index` that is wrong, in each language. A check of our own names a reason of the catalogue. */
export function reasonOf(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, index = 0): WordedReason {
  if (issue.code === 'custom') return { reason: issue.message as ReasonCode, ...(issue.params as Record<string, string> | undefined) }
  const plain = plainReason(issue)
  if (plain !== undefined) return plain
  const said = (locale: () => { localeError: z.core.$ZodErrorMap }) => schema.safeParse(value, { error: locale().localeError }).error?.issues[index]?.message ?? issue.message
  return { fi: said(fi), sv: said(sv), en: said(en) }
}

const needs: Readonly<Record<string, ReasonCode>> = { string: 'needs-text', number: 'needs-number', int: 'needs-number', array: 'needs-list', object: 'needs-keys', record: 'needs-keys' }

/** What goes wrong most, in words that do not speak of types. */
function plainReason(issue: z.core.$ZodIssue): WordedReason | undefined {
  if (issue.code === 'invalid_value') return { reason: 'choose-one', values: issue.values.map(String).join(', ') }
  if (issue.code !== 'invalid_type') return undefined
  if (/received undefined/.test(issue.message)) return { reason: 'missing' }
  const reason = needs[issue.expected]
  return reason === undefined ? undefined : { reason }
}
