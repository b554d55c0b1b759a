import { resolve } from 'node:path'
import type { Io } from '../../cli/io.js'
import { exitCodes } from '../../model/errors.js'
import { fill } from '../../templates/fill.js'
import { formatCount } from '../../templates/format.js'
import { registerTexts } from '../../templates/register-texts.js'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { atDesk } from '../claims/desk.js'
import { say, type GlobalOptions } from '../../cli/options.js'
import { requireFree } from '../../workspace/present-file.js'

/** Writes the register as lines of JSON, which a register on another database can take in. */
export function run(io: Io, options: GlobalOptions, [file]: string[]): Promise<number> {
  return atDesk(io, options, async ({ register, language }) => {
    const path = file === undefined ? undefined : resolve(io.cwd, file)
    if (path !== undefined) await requireFree(path)
    const lines = await register.dump()
    if (path === undefined) for (const line of lines) io.stdout(line)
    else await writeFileAtomically(path, lines.join(''))
    say(fill(registerTexts.exported[language], { path: register.engine.location, lines: formatCount(lines.length, language) }), options, io)
    return exitCodes.done
  }, 'export')
}
