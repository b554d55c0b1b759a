import type { IsoDate } from '../model/dates.js'
import { KorvausError } from '../model/errors.js'
import { languages } from '../model/language-codes.js'
import type { Language } from '../model/language.js'
import { writtenDay } from '../model/written-days.js'
import { findRoot } from '../workspace/find-root.js'
import type { Format } from './formats.js'
import type { Io } from './io.js'

/** The options that every command understands. */
export interface GlobalOptions {
  readonly workspace?: string
  readonly lang?: Language
  readonly format: Format
  readonly asOf?: string
  readonly rules?: string
  readonly book?: string
  readonly quiet?: boolean
  readonly exitZero?: boolean
  /** `false` by `--no-color`. */
  readonly color?: boolean
}

/** The as-of date: given, or today. Throws `date-invalid`. */
export function asOfDate(options: Pick<GlobalOptions, 'asOf'>, io: Io): IsoDate {
  return options.asOf === undefined ? io.today() : dayGiven(options.asOf, '--as-of')
}

/** The day that an option names, as people write it in any of the languages. Throws `date-invalid`. */
export function dayGiven(text: string, option: string): IsoDate {
  const day = writtenDay(text)
  if (day === undefined) throw new KorvausError('date-invalid', { option, text })
  return day
}

/**
 * The language of a workspace; where there is none, or it cannot be read, that of the person's system, and English where
 * nobody watches: no output that goes elsewhere than to a terminal depends on the locale.
 */
export async function languageOfWorkspace(workspace: string | undefined, io: Pick<Io, 'cwd' | 'env' | 'isTerminal' | 'width'>, isWatched = io.isTerminal && io.width !== undefined): Promise<Language> {
  const otherwise = () => (isWatched ? languageOfSystem(io.env) : 'en')
  if ((await findRoot({ cwd: io.cwd, workspace }).catch(() => undefined)) === undefined) return otherwise()
  const { loadWorkspace } = await import('../workspace/load-workspace.js')
  return loadWorkspace({ cwd: io.cwd, workspace }).then(({ config }) => config.language, otherwise)
}

/** The language that the person's system speaks, by the variables that name its locale. */
function languageOfSystem(env: Io['env']): Language {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '') ?? ''
  return languages.find((language) => new RegExp(`^${language}(?:[_.@-]|$)`, 'i').test(locale)) ?? 'en'
}

/** A whole number of an option. Throws `number-invalid`. */
export function wholeNumber(option: string, text: string | undefined, least = 0): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (!/^\d{1,9}$/.test(text) || value < least) throw new KorvausError('number-invalid', { option, text })
  return value
}

/** Words to the person watching, unless they asked for quiet. */
export function say(text: string, options: Pick<GlobalOptions, 'quiet'>, io: Io): void {
  if (options.quiet !== true) io.stderr(`${text}\n`)
}
