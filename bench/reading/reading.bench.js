// Reading rows, a service log and a whole check, beside exceljs's streaming reader and others on the same workbook.
//   npm run bench -- reading          200 000 items of 18 columns
//   node bench/reading/reading.bench.js 20000
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printRatios, sideBySide } from '../measure.js'
import { largeServiceLog } from '../service-log.js'

const items = Number(process.argv[2] ?? 200_000)
const here = dirname(fileURLToPath(import.meta.url))
const log = largeServiceLog(items)
const workspace = checkWorkspace(log)

console.log(`  ${items} items of 18 columns, whole processes, medians of three rounds`)
printRatios(
  sideBySide({
    'exceljs, streaming': [join(here, 'rows-with-exceljs.js'), log],
    'korvaus, rows as they come': [join(here, 'rows-with-korvaus.js'), log],
    'korvaus, a service log': [join(here, 'read-with-korvaus.js'), log],
    'korvaus, a whole check': [join(here, '../../bin/korvaus.js'), 'check', '--workspace', workspace, '--as-of', '2026-11-23'],
  }),
  'exceljs, streaming',
)

console.log('  the other readers, one round')
const openpyxl = spawnSync('python3', ['-c', 'import openpyxl']).status === 0 ? { openpyxl: [join(here, 'rows-with-openpyxl.py'), log] } : {}
printRatios(
  sideBySide({
    'exceljs, streaming': [join(here, 'rows-with-exceljs.js'), log],
    'exceljs, whole workbook': [join(here, 'rows-with-exceljs-whole.js'), log],
    SheetJS: [join(here, 'rows-with-sheetjs.js'), log],
    'read-excel-file': [join(here, 'rows-with-read-excel-file.js'), log],
    ...openpyxl,
  }, 1),
  'exceljs, streaming',
)

/** The example workspace with the large log in the place of its own. */
function checkWorkspace(path) {
  const folder = join(dirname(path), `workspace-${items}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const example = join(here, '../../fixtures/example/workspace')
  cpSync(join(example, 'rates.yaml'), join(folder, 'rates.yaml'))
  cpSync(path, join(folder, basename(path)))
  writeFileSync(join(folder, 'korvaus.yaml'), `claimant: { kind: wellbeing-services-county, name: County, businessId: 1234567-1, county: "05" }\npolicies: { ownWorkRates: rates.yaml }\ninputs: [ { path: ${basename(path)} } ]\n`)
  return folder
}
