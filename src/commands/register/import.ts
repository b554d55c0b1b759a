import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Io } from '../../cli/io.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import { fill } from '../../templates/fill.js'
import { formatCount } from '../../templates/format.js'
import { registerTexts } from '../../templates/register-texts.js'
import { atDesk } from '../claims/desk.js'
import { say, type GlobalOptions } from '../../cli/options.js'

/** Fills the register that `korvaus.yaml` names, still empty, from the lines that `register export` wrote. */
export function run(io: Io, options: GlobalOptions, [file = '']: string[]): Promise<number> {
  return atDesk(io, options, async ({ register, language }) => {
    const path = resolve(io.cwd, file)
    await access(path).catch((error: unknown) => {
      throw new KorvausError('input-missing', { path: file }, { cause: error })
    })
    const { claims, events, head } = await register.import(linesOf(path), file)
    say(fill(registerTexts.imported[language], { path: register.engine.location, claims: formatCount(claims, language), events: formatCount(events, language), head: head ?? '–' }), options, io)
    return exitCodes.done
  }, 'import')
}

/** The lines of a file. Reading begins with the first one asked for: lines read before that would be lost. */
async function* linesOf(path: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })
}
