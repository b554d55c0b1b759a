import type { Assessment } from '../model/assessment.js'

/** The assessment as JSON for scripts: the contract `korvaus/assessment/1`. */
export function renderJson(assessment: Assessment): string {
  return `${JSON.stringify(assessment, null, 2)}\n`
}
