// Runs one script in this process and writes its wall-clock seconds and peak memory to stderr when it ends.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const started = performance.now()
const [script, ...rest] = process.argv.slice(2)
process.argv.splice(1, process.argv.length, resolve(script), ...rest)
process.on('exit', () => {
  process.stderr.write(`\nmeasured ${(performance.now() - started) / 1000} ${process.resourceUsage().maxRSS / 1024}\n`)
  process.exitCode = 0
})
await import(pathToFileURL(resolve(script)).href)
