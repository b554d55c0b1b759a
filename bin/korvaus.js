#!/usr/bin/env node
// Written so that an old Node can read it and be told so, and with nothing loaded outside the catch: an end that nobody
// has decided on is a fault of the program (70), never success and never the 1 that says "a person is needed".
import { writeSync } from 'node:fs'

const leastNode = [20, 10]
const codes = { usage: 2, fault: 70 }
const words = {
  node: {
    fi: 'Tämä Node.js ({what}) on liian vanha. korvaus tarvitsee Node.js 20.10:n tai uudemman.',
    sv: 'Denna Node.js ({what}) är för gammal. korvaus behöver Node.js 20.10 eller nyare.',
    en: 'This Node.js ({what}) is too old. korvaus needs Node.js 20.10 or newer.',
  },
  fault: {
    fi: 'Ohjelma ei voinut jatkaa ({what}). Asenna se uudelleen, jos sitä juuri päivitettiin; muuten ilmoita viasta.',
    sv: 'Programmet kunde inte fortsätta ({what}). Installera det på nytt om det just uppdaterades; annars anmäl felet.',
    en: 'The program could not go on ({what}). Install it anew if it was just being updated; otherwise report the fault.',
  },
}

process.exitCode = codes.fault
process.on('uncaughtException', end)
process.on('unhandledRejection', end)
if (isTooOld(process.versions.node)) say('node', process.versions.node, codes.usage)
else Promise.all([import('../bundle/signals.js'), import('../bundle/main.js')]).then(run).then(ended, end)

function run(loaded) {
  loaded[0].endOnSignals()
  return loaded[1].main(process.argv.slice(2))
}

function ended(exitCode) {
  process.exitCode = exitCode
}

function isTooOld(version) {
  const parts = version.split('.').map(Number)
  return parts[0] < leastNode[0] || (parts[0] === leastNode[0] && parts[1] < leastNode[1])
}

/** Names the fault by its kind and place alone: its text may hold facts of persons. */
function end(error) {
  const kind = (error && (error.code || error.name)) || 'Error'
  const place = /\/(?:bundle|node_modules)\/([\w./@-]+:\d+)/.exec(String(error && error.stack))
  say('fault', place ? kind + ', ' + place[1] : String(kind), codes.fault)
  process.exit(codes.fault)
}

function say(what, value, exitCode) {
  process.exitCode = exitCode
  const message = words[what][language()].replace('{what}', value)
  try {
    writeSync(2, (asJson() ? JSON.stringify({ kind: 'error', code: what === 'node' ? 'node-too-old' : 'internal', exitCode, message }) : message) + '\n')
  } catch {
    // Nobody can be told; the exit code says it.
  }
}

function asJson() {
  return process.argv.includes('--errors=json') || process.argv[process.argv.indexOf('--errors') + 1] === 'json'
}

function language() {
  const argv = process.argv
  const asked = (argv.find((word) => word.startsWith('--lang=')) || '').slice(7) || argv[argv.indexOf('--lang') + 1]
  return [asked, process.env.KORVAUS_LANG].find((one) => words.node[one]) || 'en'
}
