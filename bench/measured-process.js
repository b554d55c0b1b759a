// Runs one script in this process and writes its wall-clock seconds and peak memory to stderr when it ends.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const started = performance.now()
const [script, ...rest] = process.argv.slice(2)
process.argv.splice(1, process.argv.length, resolve(script), ...rest)
process.on('exit', (code) => {
  // A check of which something needs a person is done as well; what failed is no measurement.
  if (code > 1) return
  process.stderr.write(`\nmeasured ${(performance.now() - started) / 1000} ${peak() / 1024}\n`)
  process.exitCode = 0
})

/** The most memory that this process held, in kilobytes; what the system calls so counts the process that began it as well. */
function peak() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}

await import(pathToFileURL(resolve(script)).href)
