import type { Case } from '../../model/service-log.js'

const permitKeys = ['permitBasis', 'permitFrom', 'permitTo'] as const

/**
 * Whether something is entered of a case's residence permit or right of residence; nothing where its table has no column
 * for it. A cell that could not be read has something in it.
 */
export function permitRecorded(one: Case): boolean | undefined {
  if (permitKeys.some((key) => one[key] !== undefined || one.unreadable.includes(key))) return true
  return permitKeys.some((key) => key in one.source.table.columns) ? false : undefined
}

/** The section of the permit basis, without the words around it: `52 a § 2 mom.` is `52a.2`. */
export function permitSection({ permitBasis }: Case): string | undefined {
  const match = /(\d+)(?:\s*([a-z])\b)?(?:\s*§)?(?:\s*(\d+))?/i.exec(permitBasis ?? '')
  if (!match) return undefined
  return `${match[1]}${(match[2] ?? '').toLowerCase()}${match[3] === undefined ? '' : `.${match[3]}`}`
}
