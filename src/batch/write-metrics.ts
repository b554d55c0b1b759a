import { writeFileAtomically } from '../workspace/atomic-files.js'

/** Collectors run as another user. */
const readableByAll = 0o644

/** Writes the figures of a run whole or not at all, for whoever collects them. Throws `folder-not-writable`. */
export function writeMetrics(path: string, figures: string): Promise<void> {
  return writeFileAtomically(path, figures, readableByAll)
}
