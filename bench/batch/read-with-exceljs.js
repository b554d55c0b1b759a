// Reads the workbooks of a list with exceljs's streaming reader, on two worker threads, and does nothing else.
import { Worker, isMainThread, workerData } from 'node:worker_threads'

if (isMainThread) {
  const files = process.argv.slice(2)
  const halves = [files.filter((_, index) => index % 2 === 0), files.filter((_, index) => index % 2 === 1)]
  await Promise.all(halves.map((half) => new Promise((resolve, reject) => new Worker(new URL(import.meta.url), { workerData: half }).on('exit', resolve).on('error', reject))))
} else {
  const { default: ExcelJS } = await import('exceljs')
  for (const file of workerData) {
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(file, { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit', hyperlinks: 'ignore' })
    let rows = 0
    for await (const sheet of reader) for await (const row of sheet) rows += row.values.length > 0 ? 1 : 0
  }
}
