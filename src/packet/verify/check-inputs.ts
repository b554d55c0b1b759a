import type { ClaimInput, InputFile } from '../../model/inputs.js'
import { isInput } from '../../model/inputs.js'
import { differs, type Difference } from './difference.js'

/** Whether files at hand are the inputs of a claim; what a file is called does not matter. */
export function checkInputFiles(inputs: readonly ClaimInput[], files: readonly InputFile[]): Difference[] {
  const odd = inputs.filter((input) => !files.some((file) => isInput(input, file)))
  const added = files.filter((file) => !inputs.some((input) => isInput(input, file)))
  const left = [...added]
  const found = odd.map((input) => {
    const other = left.findIndex(({ kind }) => kind === (input.kind ?? 'log'))
    if (other >= 0) left.splice(other, 1)
    return differs(other >= 0 ? 'input-differs' : 'input-missing', { path: input.path })
  })
  return [...found, ...left.map(({ path }) => differs('input-added', { path }))]
}
