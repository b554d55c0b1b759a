// Writes fixtures/read/ledger-export: what a purchase ledger and a client system hand out, with headings of their own.
//   node scripts/make-ledger-export.js
// A workbook with a sheet per month (titles above, totals below, a summary sheet), the same as csv of Windows, a client
// list with names and identity codes, and a list of decisions. All of it is invented; the codes belong to nobody (900–999).
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'

const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'fixtures/read/ledger-export')
const day = (text) => new Date(`${text}T00:00:00Z`)

const headings = ['Tositenro', 'Tiliöintipvm', 'Toim.pvm', 'Toimittaja', 'Y-tunnus', 'Tilinro', 'Tilin nimi', 'KP', 'Asiakasviite', 'Laskun selite', 'Tarpeen peruste (sos.tt)', 'Määrä', 'Yks.', 'Veroton EUR', 'Alv %', 'Alv EUR', 'Verollinen EUR', 'Tila', 'Asiatarkastaja']
const suppliers = {
  tulkki: ['Lounais-Suomen Tulkkikeskus Oy', '2345671-3', '4470', 'Tulkkauspalvelut'],
  turva: ['Turvasatama ry', '1765432-8', '4385', 'Turvakotipalvelut'],
  kriisi: ['Psykoterapia Meri Oy', '2876543-4', '4340', 'Psykologipalvelut'],
  kaannos: ['Käännös-Åström Ab', '1987654-0', '4471', 'Käännöspalvelut'],
  laaki: ['Lääkäriasema Aava & Kumpp. Oy', '2654321-9', '4340', 'Terveydenhuollon asiantuntijapalvelut'],
}
const grounds = {
  tulkki: 'Ihmiskaupan uhri tarvitsi tulkin, jotta hyväksikäytön seurauksia voitiin hoitaa',
  turva: 'Uhrin turvallisuus edellytti majoitusta poissa hyväksikäyttäjän ulottuvilta',
  kriisi: 'Hyväksikäytöstä johtuvat trauman oireet edellyttivät kriisihoitoa',
  kaannos: 'Uhrin oikeuksien toteutuminen edellytti asiakirjan kääntämistä',
  laaki: 'Hyväksikäytössä saadut vammat tutkittiin ja hoidettiin',
}
// month, voucher, posted, delivered, supplier, client, text, quantity, unit, price in cents, VAT rate
const bills = [
  ['Tammikuu', 260117, '2026-01-21', '2026-01-13', 'tulkki', 'SOS-2231', 'Tulkkaus, sosiaalityöntekijän tapaaminen', 2, 'h', 5200, 25.5],
  ['Tammikuu', 260118, '2026-01-28', '2026-01-19', 'turva', 'SOS-2231', 'Turvakotivuorokaudet 3 kpl', 3, 'vrk', 16500, 0],
  ['Tammikuu', 260131, '2026-01-30', '2026-01-22', 'kriisi', 'SOS-2240', 'Kriisikäynti 60 min', 1, 'käynti', 13500, 0],
  ['Helmikuu', 260204, '2026-02-06', '2026-02-03', 'tulkki', 'SOS-2240', 'Tulkkaus, poliisikuulusteluun valmistautuminen', 1.5, 'h', 5200, 25.5],
  ['Helmikuu', 260219, '2026-02-20', '2026-02-11', 'kaannos', 'SOS-2231', 'Oleskelulupapäätöksen käännös', 4, 'kpl', 4400, 25.5],
  ['Helmikuu', 260226, '2026-02-27', '2026-02-17', 'laaki', 'SOS-2252', 'Lääkärin vastaanotto ja lausunto', 1, 'käynti', 21000, 0],
  ['Maaliskuu', 260305, '2026-03-10', '2026-03-04', 'tulkki', 'SOS-2252', 'Tulkkaus lääkärin vastaanotolla', 1, 'h', 5200, 25.5],
  ['Maaliskuu', 260306, '2026-03-10', '2026-03-05', 'kriisi', 'SOS-2240', 'Kriisikäynti 60 min', 1, 'käynti', 13500, 0],
  ['Maaliskuu', 260318, '2026-03-19', '2026-03-12', 'turva', 'SOS-2252', 'Turvakotivuorokaudet 5 kpl', 5, 'vrk', 16500, 0],
  ['Maaliskuu', 260322, '2026-03-24', '2026-03-17', 'tulkki', 'SOS-2231', 'Tulkkaus, palvelusuunnitelma', 2, 'h', 5200, 25.5],
]
const clients = [
  ['SOS-2231', 'Virtanen-Malli', 'Aina', '010190-999W', day('1990-01-01'), 'Turku', day('2025-06-01'), day('2025-05-12'), undefined, 'Uhri', 'Ei', 'K'],
  ['SOS-2240', 'Esimerkki', 'Otto', '150585-998U', day('1985-05-15'), 'Turku', day('2025-09-15'), day('2025-08-20'), undefined, 'Uhri', 'Ei', 'E'],
  ['SOS-2252', 'Mallikas', 'Iida', '241295-997U', day('1995-12-24'), 'Salo', day('2026-01-10'), day('2025-12-18'), undefined, 'Tutkinta', 'Ei', 'E'],
]
const decisions = [
  ['VARELY/114/2025', 'SOS-2231', 'Varsinais-Suomen ELY-keskus', '2.6.2025', '1.6.2025', '31.12.2026', '', 'Myönnetty'],
  ['VARELY/190/2025', 'SOS-2240', 'Varsinais-Suomen ELY-keskus', '16.9.2025', '15.9.2025', '31.12.2026', '', 'Myönnetty'],
  ['LSEVK/7/2026', 'SOS-2252', 'Lounais-Suomen elinvoimakeskus', '12.1.2026', '10.1.2026', '31.12.2026', '', 'Myönnetty'],
]

mkdirSync(target, { recursive: true })
await writeLedger()
writeFileSync(join(target, 'ostoreskontra_2026-03.csv'), windows1252(csvOf(bills.filter(([month]) => month === 'Maaliskuu'))))
await writeClients()
writeFileSync(join(target, 'paatokset.csv'), windows1252(['Päätösnro;Asiakasviite;Päätöksen tekijä;Päätöspvm;Voimassa alk.;Voimassa asti;Koskee palveluja;Päätös', ...decisions.map((row) => row.join(';')), ''].join('\r\n')))

async function writeLedger() {
  const book = new ExcelJS.Workbook()
  const summary = book.addWorksheet('Yhteenveto')
  summary.addRows([['Ostoreskontra: tapahtumat kustannuspaikoittain'], ['Ajettu 2.4.2026 klo 8.14'], [], ['Kuukausi', 'Veroton EUR', 'Verollinen EUR']])
  for (const month of ['Tammikuu', 'Helmikuu', 'Maaliskuu']) {
    const rows = bills.filter(([name]) => name === month)
    const sheet = book.addWorksheet(month)
    sheet.addRow(['Ostoreskontra: tapahtumaluettelo'])
    sheet.mergeCells('A1:E1')
    sheet.addRow([`Kausi ${month.toLowerCase()} 2026`, undefined, 'Kustannuspaikka 61204 Ihmiskaupan uhrien palvelut'])
    sheet.addRow([])
    sheet.addRow(headings).font = { bold: true }
    for (const bill of rows) {
      const row = rowOf(bill)
      for (const column of [1, 2]) row[column] = day(row[column])
      sheet.addRow(row)
    }
    const [net, vat, gross] = [13, 15, 16].map((column) => rows.reduce((sum, bill) => sum + rowOf(bill)[column], 0))
    sheet.addRow(['Yhteensä', ...Array(12), net, undefined, vat, gross])
    for (const column of [2, 3]) sheet.getColumn(column).numFmt = 'd.m.yyyy'
    summary.addRow([month, net, gross])
  }
  await book.xlsx.writeFile(join(target, 'ostoreskontra.xlsx'))
}

async function writeClients() {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Asiakkaat 2.4.2026')
  sheet.addRow(['Asiakasluettelo, ihmiskaupan uhrien palvelut'])
  sheet.addRow([])
  sheet.addRow(['Asiakasviite', 'Sukunimi', 'Etunimi', 'Hetu', 'Synt.aika', 'Kotikunta', 'Kotikunta alk.', 'Autt.järj. alkoi', 'Autt.järj. päättyi', 'Peruste', 'Suomen kans.', 'Turvakielto'])
  for (const client of clients) sheet.addRow(client)
  for (const column of [5, 7, 8, 9]) sheet.getColumn(column).numFmt = 'd.m.yyyy'
  await book.xlsx.writeFile(join(target, 'asiakasluettelo.xlsx'))
}

function rowOf([, voucher, posted, delivered, supplier, client, text, quantity, unit, price, rate]) {
  const [name, businessId, account, accountName] = suppliers[supplier]
  const net = (quantity * price) / 100
  const vat = Math.round(net * rate) / 100
  return [voucher, posted, delivered, name, businessId, account, accountName, '61204', client, text, grounds[supplier], quantity, unit, net, rate, vat, net + vat, 'Maksettu', 'ahe']
}

/** Amounts with a comma, days as they are written, a note in quotation marks, a total below. */
function csvOf(rows) {
  const lines = rows.map((bill) => rowOf(bill).map((value, column) => (column === 0 || column === 11 ? String(value).replace('.', ',') : written(value))).map((text) => (/[;"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(';'))
  const total = rows.reduce((sum, bill) => sum + rowOf(bill)[13], 0)
  return ['Ostoreskontra: tapahtumaluettelo – maaliskuu 2026', 'Ajettu 2.4.2026 klo 8.14', '', headings.join(';'), ...lines, `Yhteensä;;;;;;;;;;;;;${written(total)};;;;;`, ''].join('\r\n')
}

function written(value) {
  return typeof value === 'number' ? value.toFixed(2).replace('.', ',') : String(value).replace(/^(\d{4})-(\d\d)-(\d\d)$/, (_, year, month, date) => `${Number(date)}.${Number(month)}.${year}`)
}

/** Bytes of the code page of Windows, in which a dash has one byte. */
function windows1252(text) {
  return Buffer.from(text.replaceAll('–', '\u0096').replaceAll('€', '\u0080'), 'latin1')
}
