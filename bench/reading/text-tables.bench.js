// Reading the rows of a csv file, as typed cells with their addresses, beside papaparse alone on the same file.
//   npm run bench -- text-tables          200 000 items of 18 columns
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printRatios, sideBySide } from '../measure.js'

const items = Number(process.argv[2] ?? 200_000)
const here = dirname(fileURLToPath(import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'korvaus-bench-'))

try {
  for (const [kind, description] of [['plain', 'Käynti kotona, tulkki mukana'], ['quoted', '"Käynti; ""kotona"", tulkki mukana"']]) {
    const path = join(folder, `${kind}.csv`)
    writeFileSync(path, [headings(), ...Array.from({ length: items }, (_, index) => line(index, description))].join('\r\n'))
    console.log(`  ${items} items of 18 columns, ${kind}, whole processes, medians of nine rounds`)
    printRatios(
      sideBySide({
        'papaparse, whole file': [join(here, 'rows-with-papaparse-whole.js'), path],
        'papaparse, row by row': [join(here, 'rows-with-papaparse.js'), path],
        'the same, and the hash of the file': [join(here, 'rows-with-papaparse.js'), path, 'hashed'],
        'korvaus, rows as they come': [join(here, 'text-rows-with-korvaus.js'), path],
      }, 9),
      'papaparse, whole file',
    )
  }
} finally {
  rmSync(folder, { recursive: true })
}

function headings() {
  return 'Tunnus;Asiakas;Palvelupäivä;Kustannuslaji;Palvelu;Tuottaja;Tuottajan laji;Netto;Alv;Brutto;Tosite;Tositepäivä;Selite;Määrä;Yksikkö;Yksikköhinta;Maksettu;Tili'
}

function line(index, description) {
  const day = `${(index % 28) + 1}.${(index % 12) + 1}.2026`
  return `K-${index};A-${index % 300};${day};Tulkkaus;Tulkkikäynti;Tulkkitoimisto Oy;yritys;${index % 900},50;${index % 90},12;${index % 990},62;V${index};${day};${description};${(index % 7) + 1};h;58,00;kyllä;4300`
}
