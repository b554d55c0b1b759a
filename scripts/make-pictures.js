// Writes the pictures of the docs from the example workspace: terminal, page, form and workbook.
//   npm run build && node scripts/make-pictures.js
// Chromium comes with npm (@sparticuz/chromium); the workbook is drawn by LibreOffice and left out where there is none.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import { chromium as browsers } from 'playwright-core'
import { main } from '../dist/main.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const target = join(root, 'docs/pictures')
const origin = 'http://korvaus.invalid'
const asOf = '2026-11-23'

const work = mkdtempSync(join(tmpdir(), 'korvaus-pictures-'))
mkdirSync(target, { recursive: true })
for (const name of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) cpSync(join(root, 'fixtures/example/workspace', name), join(work, name))
const browser = await browsers.launch({ executablePath: await chromium.executablePath(), args: chromium.args.filter((argument) => argument !== '--single-process'), headless: true })
try {
  await takeTerminal()
  await run(['check', '--report', 'check.html'])
  await takePage(join(work, 'check.html'), 'check-page')
  await run(['prepare', '--period', '2026-03', '--yes'])
  const packet = join(work, 'packets/korvaus_1234567-1_2026-03_01')
  await takePage(join(packet, 'report.html'), 'packet-page')
  await takePdf(join(packet, 'claim.pdf'), 'claim-form')
  await run(['template', 'malli.xlsx'])
  await takeWorkbook(join(work, 'malli.xlsx'), 'blank-workbook')
} finally {
  await browser.close()
  rmSync(work, { recursive: true, force: true })
}

/** Runs a command line as a terminal of 100 columns would. */
async function run(argv, width) {
  let shown = ''
  const io = { stdout: (text) => (shown += text), stderr: () => undefined, cwd: work, env: {}, isTerminal: false, width, today: () => asOf }
  await main([...argv, '--lang', 'en'], io)
  return shown
}

async function takeTerminal() {
  const lines = (await run(['check', '--period', '2026-03'], 100)).split('\n').slice(0, 34)
  const page = await browser.newPage({ viewport: { width: 900, height: 200 } })
  await page.setContent(`<pre style="margin:0;padding:18px 22px;background:#11181f;color:#e6edf3;font:13px/1.45 'Noto Sans Mono','DejaVu Sans Mono',monospace">${ansiAsHtml(`$ korvaus check --period 2026-03\n\n${lines.join('\n')}`)}</pre>`)
  await page.locator('pre').screenshot({ path: join(target, 'terminal.png') })
  await page.close()
}

async function takePage(path, name) {
  const page = await browser.newPage({ viewport: { width: 1100, height: 820 } })
  await page.setContent(readFileSync(path, 'utf8'))
  await page.screenshot({ path: join(target, `${name}.png`) })
  await page.close()
}

/** Draws the first page of a PDF with pdf.js inside the browser; nothing comes over a network. */
async function takePdf(path, name) {
  const library = join(root, 'node_modules/pdfjs-dist/legacy/build')
  const files = { '/': ['text/html', Buffer.from('<body style="margin:0"><canvas></canvas>')], '/pdf.mjs': ['text/javascript', readFileSync(join(library, 'pdf.min.mjs'))], '/pdf.worker.mjs': ['text/javascript', readFileSync(join(library, 'pdf.worker.min.mjs'))], '/file.pdf': ['application/pdf', readFileSync(path)] }
  const page = await browser.newPage()
  await page.route('**/*', (route) => {
    const [contentType, body] = files[new URL(route.request().url()).pathname] ?? []
    return body === undefined ? route.abort() : route.fulfill({ contentType, body })
  })
  await page.goto(`${origin}/`)
  await page.evaluate(`(async () => {
    const pdf = await import('/pdf.mjs')
    pdf.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs'
    const first = await (await pdf.getDocument('/file.pdf').promise).getPage(1)
    const viewport = first.getViewport({ scale: 1.35 })
    const canvas = document.querySelector('canvas')
    Object.assign(canvas, { width: viewport.width, height: viewport.height })
    await first.render({ canvas, viewport }).promise
  })()`)
  await page.locator('canvas').screenshot({ path: join(target, `${name}.png`) })
  await page.close()
}

async function takeWorkbook(path, name) {
  const { status } = spawnSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', work, path], { stdio: 'ignore' })
  if (status !== 0) return console.error(`No LibreOffice: docs/pictures/${name}.png stays as it is.`)
  await takePdf(join(work, path.split('/').at(-1).replace('.xlsx', '.pdf')), name)
}

/** The colours that the report uses, as HTML. */
function ansiAsHtml(text) {
  const looks = { 1: 'font-weight:700', 2: 'opacity:.65', 31: 'color:#ff7b72', 32: 'color:#7ee787', 33: 'color:#f0b868', 36: 'color:#79c0ff' }
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  let open = 0
  const [before = '', ...rest] = escaped.split('\u001b[')
  const coloured = rest.map((part) => {
    const [, code = '', words = ''] = /^(\d+)m([^]*)$/.exec(part) ?? []
    if (looks[code]) {
      open += 1
      return `<span style="${looks[code]}">${words}`
    }
    if (open === 0) return words
    open -= 1
    return `</span>${words}`
  })
  return before + coloured.join('') + '</span>'.repeat(open)
}
