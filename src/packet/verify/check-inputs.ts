import type { Claim } from '../../model/claim.js'
import type { InputFile, InputsKey } from '../../model/inputs.js'
import { isInput } from '../../model/inputs.js'
import { differs, unproven, type Difference } from './difference.js'

/**
 * Whether files at hand are the inputs of a claim; what a file is called does not matter. Without the key of the claim's
 * hashes that cannot be told.
 */
export function checkInputFiles({ inputs, inputsKey }: Pick<Claim, 'inputs' | 'inputsKey'>, files: readonly InputFile[], key: InputsKey | undefined): Difference[] {
  if (inputs.some((input) => 'keyedHash' in input) && (key === undefined || key.mark !== inputsKey)) return [unproven('inputs-not-compared', {})]
  const odd = inputs.filter((input) => !files.some((file) => isInput(input, file, key)))
  const added = files.filter((file) => !inputs.some((input) => isInput(input, file, key)))
  const left = [...added]
  const found = odd.map((input) => {
    const other = left.findIndex(({ kind }) => kind === (input.kind ?? 'log'))
    if (other >= 0) left.splice(other, 1)
    return differs(other >= 0 ? 'input-differs' : 'input-missing', { path: input.path })
  })
  return [...found, ...left.map(({ path }) => differs('input-added', { path }))]
}
