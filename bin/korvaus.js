#!/usr/bin/env node
import { endOnSignals } from '../dist/cli/signals.js'
import { main } from '../dist/main.js'
endOnSignals()
process.exitCode = await main(process.argv.slice(2))
