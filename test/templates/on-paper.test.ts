import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columnsOf, sheetKinds, sheetNames } from '../../src/model/columns.js'
import { languages } from '../../src/model/language-codes.js'
import type { Language } from '../../src/model/language.js'
import { helpText } from '../../src/report/blank/blank-guide.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { copyWorkspace } from '../end-to-end/run-built.js'
import { openPdf } from '../packet/pdf-text.js'

/** Points that letters may stand closer than their boxes say. */
const leeway = 1.5
const margins = { left: 47, right: 595.28 - 47, bottom: 20, top: 841.89 - 20 }
let workspace: string
let papers: string
beforeAll(async () => {
  workspace = await copyWorkspace('example')
  papers = await mkdtemp(join(tmpdir(), 'korvaus-paper-'))
})
afterAll(() => Promise.all([workspace, papers].map((folder) => rm(folder, { recursive: true }))))

const makings: readonly [name: string, argv: (file: string) => readonly string[]][] = [
  ['the claim form', () => ['prepare', '--period', '2026-Q1', '--yes', '--quiet']],
  ['the page on what is unclaimed', (file) => ['unclaimed', '--pdf', file, '--quiet']],
  ['the guide', (file) => ['rules', 'guide', file]],
]

describe.each(languages)('in %s', (language: Language) => {
  it.each(makings)('%s has every text between the margins, and none upon another', async (name, argv) => {
    const file = join(papers, `${language}-${makings.findIndex(([one]) => one === name)}.pdf`)
    const config = join(workspace, 'korvaus.yaml')
    await writeFile(config, (await readFile(config, 'utf8')).replace(/^language: .*$/m, `language: ${language}`))
    const { exitCode, stderr } = await runKorvaus([...argv(file), '--lang', language, '--as-of', '2026-11-23'], workspace)
    expect([0, 1], stderr).toContain(exitCode)
    const path = argv(file).includes(file) ? file : join(workspace, 'packets/korvaus_1234567-1_2026-Q1_01/claim.pdf')
    expect(await faultsOf(await readFile(path))).toEqual([])
  })

  it('every heading, sheet name and help text of the blank workbook fits where Excel shows it', () => {
    for (const kind of sheetKinds) {
      expect(sheetNames[kind][language].length, sheetNames[kind][language]).toBeLessThanOrEqual(31)
      for (const column of columnsOf[kind]) {
        expect(column.heading[language].length, column.heading[language]).toBeLessThanOrEqual(32)
        expect(helpText(column, language).length, helpText(column, language)).toBeLessThanOrEqual(255)
      }
    }
  })
})

interface Box {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

async function faultsOf(pdf: Uint8Array): Promise<string[]> {
  const document = await openPdf(pdf)
  const faults: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const boxes = items.flatMap((item): Box[] => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [left, bottom] = [Number(item.transform[4]), Number(item.transform[5])]
      return [{ text: item.str, left, right: left + item.width, bottom, top: bottom + item.height * 0.7 }]
    })
    for (const box of boxes) if (box.left < margins.left || box.right > margins.right || box.bottom < margins.bottom || box.top > margins.top) faults.push(`page ${number}: "${box.text}" beyond the margins`)
    for (const [index, box] of boxes.entries()) for (const other of boxes.slice(index + 1)) if (isUpon(box, other)) faults.push(`page ${number}: "${box.text}" upon "${other.text}"`)
  }
  return faults
}

function isUpon(one: Box, other: Box): boolean {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left) > leeway && Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom) > leeway
}
