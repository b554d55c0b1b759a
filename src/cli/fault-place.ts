import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Where in the sources a fault of the program is, by its stack: the map beside a bundled file leads back to them. */
export function faultPlace(stack: string): string | undefined {
  const bundled = /file:\/\/[^\s()]*\/bundle\/([\w.-]+\.js):(\d+):(\d+)/.exec(stack)
  return bundled === null ? /\/(?:dist|src)\/([\w./-]+:\d+)/.exec(stack)?.[1] : (sourcePlace(bundled) ?? `${bundled[1]}:${bundled[2]}`)
}

function sourcePlace([found, , line, column]: RegExpExecArray): string | undefined {
  try {
    const map = new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(found.replace(/(?::\d+){2}$/, ''))}.map`, 'utf8')))
    const entry = map.findEntry(Number(line) - 1, Number(column) - 1)
    return 'originalSource' in entry ? `${entry.originalSource.replace(/^.*?src\//, '')}:${entry.originalLine + 1}` : undefined
  } catch {
    return undefined
  }
}
