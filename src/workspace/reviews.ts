import { z } from 'zod'
import { KorvausError } from '../model/errors.js'
import { reviewSchema, type Review } from '../model/review.js'
import { writeFileAtomically } from './atomic-files.js'
import { pathInside } from './inside.js'
import type { Workspace } from './load-workspace.js'
import { textIfThere } from './present-file.js'
import { reasonOf } from '../model/reasons.js'

export const reviewsName = 'reviews.json'
const reviewsSchema = z.array(reviewSchema)

/** The recorded reviews of a workspace, in the order of their recording. Throws `config-invalid` when they are damaged. */
export async function loadReviews(workspace: Workspace): Promise<Review[]> {
  return readReviews((await textIfThere(pathInside(workspace.root, reviewsName, reviewsName))) ?? '[]')
}

/** Recorded reviews in their text. */
export function readReviews(text: string): Review[] {
  const parsed = reviewsSchema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new KorvausError('config-invalid', { path: reviewsName, line: '1', column: '1', key: issue?.path.map(String).join('.') ?? '', reason: issue === undefined ? '' : reasonOf(issue, reviewsSchema, parseJson(text)) })
}

/** Writes the reviews of a workspace whole. */
export async function saveReviews(workspace: Workspace, reviews: readonly Review[]): Promise<void> {
  await writeFileAtomically(pathInside(workspace.root, reviewsName, reviewsName), `${JSON.stringify(reviews, null, 2)}\n`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
