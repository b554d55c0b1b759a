import type { CommanderError } from 'commander'
import type { Language } from '../model/language.js'
import { fill } from '../templates/fill.js'
import { placeholdersIn, placeholderTexts, usageTexts } from '../templates/help-texts.js'

/** Says in a language what was wrong with a command line, what was probably meant, and where the help is. */
export function usageFailureText({ code, message }: CommanderError, command: string, language: Language): string {
  const kind = code.replace(/^commander\./, '') as keyof typeof usageTexts
  const said = fill((usageTexts[kind] ?? usageTexts.other)[language], kind === 'invalidArgument' ? wrongValue(message, language) : { what: named(/'([^']*)'/.exec(message)?.[1] ?? '', kind, language) })
  const meant = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1]
  const choices = /Allowed choices are (.*)\.$/.exec(message)?.[1]
  return [
    said,
    ...(meant === undefined ? [] : [fill(usageTexts.meant[language], { words: meant })]),
    ...(choices === undefined ? [] : [fill(usageTexts.choices[language], { values: choices })]),
    fill(usageTexts.seeHelp[language], { command }),
  ].join(' ')
}

function named(what: string, kind: string, language: Language): string {
  return kind === 'missingArgument' ? (placeholderTexts[what]?.[language] ?? what) : placeholdersIn(language, what)
}

/** Of an option: `option '--lang <language>' argument 'xx' is invalid`; of an operand: `command-argument value 'xx' is invalid for argument 'shell'`. */
function wrongValue(message: string, language: Language): { what: string; value: string } {
  const ofOption = /option '([^']*)' argument '(.*)' is invalid/.exec(message)
  if (ofOption) return { what: placeholdersIn(language, ofOption[1] as string), value: ofOption[2] as string }
  const [, value = '', what = ''] = /value '(.*)' is invalid for argument '([^']*)'/.exec(message) ?? []
  return { what: placeholderTexts[what]?.[language] ?? what, value }
}
