import type { WalkedAssessment } from '../../claim/assess.js'
import { toldFailure } from '../../cli/failure.js'
import type { Io } from '../../cli/io.js'
import type { Language } from '../../model/language.js'
import type { RuleBook } from '../../rules/book.js'
import type { GlobalOptions } from '../../cli/options.js'
import { withDiskFault } from '../../workspace/write-fault.js'

/** The formats that write an assessment piece by piece. */
export type StreamedFormat = 'ndjson' | 'sarif' | 'junit'

export function isStreamed(format: GlobalOptions['format']): format is StreamedFormat {
  return format === 'ndjson' || format === 'sarif' || format === 'junit'
}

const bufferedLength = 1 << 16

/** Writes an assessment for machines as it comes into being. */
export async function printAssessment(io: Io, format: StreamedFormat, running: WalkedAssessment, book: RuleBook, language: Language): Promise<void> {
  let text = ''
  try {
    for (const piece of await piecesOf(io, format, running, book, language)) {
      text += piece
      if (text.length < bufferedLength) continue
      io.stdout(text)
      text = ''
    }
  } finally {
    io.stdout(text)
  }
}

async function piecesOf(io: Io, format: StreamedFormat, running: WalkedAssessment, book: RuleBook, language: Language): Promise<Iterable<string>> {
  const told = (error: unknown) => toldFailure(withDiskFault(error, io.cwd), language)
  switch (format) {
    case 'ndjson':
      return (await import('../../report/ndjson.js')).renderNdjson(running)
    case 'sarif':
      return (await import('../../report/sarif.js')).renderSarif(running, book, language, told)
    case 'junit':
      return (await import('../../report/junit.js')).renderJunit(running, told)
  }
}
