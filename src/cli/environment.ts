import type { Io } from './io.js'

const variables = { KORVAUS_WORKSPACE: '--workspace', KORVAUS_LANG: '--lang', KORVAUS_FORMAT: '--format' } as const

/** A command line with what the environment says of workspace, language and format, where the line itself does not. */
export function withEnvironment(argv: readonly string[], env: Io['env'], knowsFormat: (format: string) => boolean): string[] {
  const given = Object.entries(variables).flatMap(([name, option]) => {
    const value = env[name] ?? ''
    const isAsked = argv.some((word) => word === option || word.startsWith(`${option}=`))
    return value === '' || isAsked || (option === '--format' && !knowsFormat(value)) ? [] : [`${option}=${value}`]
  })
  return [...given, ...argv]
}
