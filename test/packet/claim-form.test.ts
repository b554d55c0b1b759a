import { book } from '../claim/judged.js'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { languages } from '../../src/model/language-codes.js'
import type { Language } from '../../src/model/language.js'
import { renderPacket } from '../../src/packet/render-packet.js'
import { sha256 } from '../../src/packet/manifest.js'
import { fileDescriptions, formTexts } from '../../src/templates/packet-form.js'
import { packetTexts } from '../../src/templates/packet-texts.js'
import { anItem } from '../claim/log-builder.js'
import { openPdf, pdfText } from './pdf-text.js'
import { smallContent, smallLog } from './small-packet.js'
import { toolAt, used } from './tools.js'

const packets = new Map<Language, ReadonlyMap<string, Uint8Array>>()
const form = (language: Language) => packets.get(language)?.get('claim.pdf') as Uint8Array
beforeAll(async () => {
  for (const language of languages) packets.set(language, await renderPacket(smallContent({ language, policy: { smallestGroup: 1 } })))
})

describe('the claim form', () => {
  it.each(languages)('tells in %s who claims what, by which law, on which decisions, with every item and attachment', async (language) => {
    const text = (await pdfText(form(language))).replaceAll('\u00A0', ' ')
    const compact = text.replace(/\s+/g, '')
    const sum = language === 'en' ? '€819.10' : '819,10€'
    for (const expected of [book.book.title[language], sum, '1234567-1', 'FI21 1234 5600 0007 85', packetTexts.legalBasis[language], '681/2023 68 §', 'D1', 'D2', packetTexts.byYear[language], packetTexts.byProviderKind[language], formTexts.attestFinance[language], formTexts.attestProfessional[language]]) expect(compact).toContain(expected.replace(/\s+/g, ''))
    for (const item of ['HEA-1', 'SOC-1', 'INT-1', 'LEG-1', 'HEA-2']) expect(text).toContain(item)
    expect(text).not.toContain('Hidden shelter')
    for (const name of ['claim.json', 'assessment.json', 'rule-book.json', 'reviews.json', 'cost-specification.xlsx', 'report.html']) expect(compact).toContain(sha256(packets.get(language)?.get(name) as Uint8Array))
    expect(text).not.toMatch(/\{\w+\}|undefined|NaN|\uFFFD/)
  })

  it('is tagged: headings, tables with header cells, an alternative text, its language and title, page x of y', async () => {
    const document = await openPdf(form('sv'))
    const roles = new Map<string, number>()
    const alternatives: string[] = []
    for (let page = 1; page <= document.numPages; page += 1) count(await (await document.getPage(page)).getStructTree(), roles, alternatives)
    for (const role of ['H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure']) expect(roles.get(role) ?? 0, role).toBeGreaterThan(0)
    expect(roles.get('H1')).toBe(1)
    expect(alternatives).toEqual([expect.stringMatching(/^Stapeldiagram .* enligt kostnadsslag: Hälso- och sjukvård 75,00\s€, .*Säkerhet 100,00\s€, Socialvård 250,50\s€\.$/)])
    const { info, metadata } = await document.getMetadata()
    expect(info).toMatchObject({ Language: 'sv', Title: expect.stringContaining('2026-03/01') as string })
    expect(String(metadata?.getRaw())).toMatch(/<pdfaid:part>3<[\s\S]*<pdfaid:conformance>A</)
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
    expect(await pdfText(form('sv'))).toContain(`Sida 1/${document.numPages}`)
    expect(await document.getOutline()).not.toHaveLength(0)
  })

  it.each(languages)('is read out in %s word by word, also where a line ends', async (language) => {
    const texts = await textsByRole(form(language))
    expect(texts.H1).toEqual([book.book.title[language]])
    expect(texts.P?.map((text) => text.replaceAll('\u00A0', ' '))).toEqual(expect.arrayContaining([formTexts.attestFinanceText[language], formTexts.attestProfessionalText[language], formTexts.assessedText[language], formTexts.attachmentsText[language], `${packetTexts.items[language]}: 6`]))
    expect(texts.TH).toEqual(expect.arrayContaining([packetTexts.iban[language], packetTexts.legalBasis[language], formTexts.voucher[language], 'HEA-1']))
    expect(texts.TD).toEqual(expect.arrayContaining(['FI21 1234 5600 0007 85', fileDescriptions['rule-book.json']?.[language]]))
  })

  it.each(languages)('keeps every text in %s between the margins', async (language) => {
    const document = await openPdf(form(language))
    for (let page = 1; page <= document.numPages; page += 1) {
      const { items } = await (await document.getPage(page)).getTextContent()
      const beyond = items.filter((item) => 'str' in item && item.str.trim() !== '' && (Number(item.transform[4]) < 47 || Number(item.transform[4]) + item.width > 595.28 - 47 + (item.str.endsWith(' ') ? 3 : 0)))
      expect(beyond.map((item) => ('str' in item ? item.str : ''))).toEqual([])
    }
  })

  it('carries claim.json inside, byte for byte', async () => {
    const attached = (await (await openPdf(form('fi'))).getAttachments()) as Record<string, { content: Uint8Array }>
    expect(Object.keys(attached)).toEqual(['claim.json'])
    expect(Buffer.from(attached['claim.json']?.content as Uint8Array).equals(packets.get('fi')?.get('claim.json') as Uint8Array)).toBe(true)
  })

  it('shows letters of other alphabets, and never an empty box', async () => {
    const log = smallLog([anItem({ id: 'Ł-Ж-Ω-中', voucher: 'Őž' }, 9)])
    const text = await pdfText((await renderPacket(smallContent({ log }))).get('claim.pdf') as Uint8Array)
    expect(text.replace(/\s+/g, '')).toContain('Ł-Ж-Ω-?')
    expect(text).toContain('Ő')
  })

  it('passes qpdf, embeds every font and says what pdfinfo reads, where these tools are', () => {
    const folder = mkdtempSync(join(tmpdir(), 'korvaus-pdf-'))
    const path = join(folder, 'claim.pdf')
    writeFileSync(path, form('fi'))
    const run = (tool: string, ...more: string[]) => (toolAt(tool) ? execFileSync(tool, more, { encoding: 'utf8' }) : undefined)
    const [checked, info, fonts, attached] = [run('qpdf', '--check', path), run('pdfinfo', path), run('pdffonts', path), run('pdfdetach', '-list', path)]
    const [structure, meta, reading] = [run('pdfinfo', '-struct-text', path), run('pdfinfo', '-meta', path), run('pdftotext', '-enc', 'UTF-8', path, '-')]
    run('pdfdetach', '-save', '1', '-o', join(folder, 'attached.json'), path)
    const detached = toolAt('pdfdetach') ? readFileSync(join(folder, 'attached.json')) : undefined
    rmSync(folder, { recursive: true })
    used('pdf', ['qpdf', 'pdfinfo', 'pdffonts', 'pdfdetach', 'pdftotext'], 'pdfjs-dist')
    if (checked !== undefined) expect(checked).toContain('No syntax or stream encoding errors')
    if (info !== undefined) expect(info).toMatch(/Tagged: +yes[\s\S]*JavaScript: +no[\s\S]*Page size: +595\.28 x 841\.89/)
    if (fonts !== undefined) expect(fonts.trim().split('\n').slice(2).every((line) => line.includes('NotoSans') && /yes yes yes/.test(line))).toBe(true)
    if (attached !== undefined) expect(attached).toContain('claim.json')
    if (detached !== undefined) expect(detached.equals(packets.get('fi')?.get('claim.json') as Uint8Array)).toBe(true)
    if (meta !== undefined) expect(meta).toMatch(/<pdfaid:part>3<[\s\S]*<pdfaid:conformance>A</)
    if (structure !== undefined) expect(structure).toMatch(/^ {2}H1[\s\S]*^ {2}H2[\s\S]*^ {2}Table[\s\S]*^ {8}TH[\s\S]*^ {2}Figure/m)
    for (const text of [structure, reading]) if (text !== undefined) expect(inOrder(text, headingsInOrder)).toEqual(headingsInOrder)
    expect(form('fi').length).toBeGreaterThan(10_000)
  })
})

const headingsInOrder = [
  book.book.title.fi, formTexts.claimAndClaimant.fi, packetTexts.legalBasis.fi, packetTexts.decisions.fi, formTexts.summary.fi, packetTexts.byCategory.fi, packetTexts.byYear.fi,
  packetTexts.byProviderKind.fi, formTexts.assessed.fi, formTexts.attestation.fi, formTexts.attachments.fi, formTexts.specification.fi,
]

/** Those of the texts that stand after each other, as a screen reader would read them. */
function inOrder(text: string, texts: readonly string[]): string[] {
  const words = text.replace(/["\s]+/g, ' ')
  let at = 0
  return texts.filter((one) => {
    const found = words.indexOf(one, at)
    if (found >= 0) at = found + one.length
    return found >= 0
  })
}

/** The glyphs of each structure element that holds text itself, by its role: all that a screen reader has. */
async function textsByRole(pdf: Uint8Array): Promise<Record<string, string[]>> {
  const document = await openPdf(pdf)
  const texts: Record<string, string[]> = {}
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { fnArray, argsArray } = await page.getOperatorList()
    const marked = new Map<string, string>()
    let open: string | undefined
    fnArray.forEach((operator, at) => {
      if (operator === OPS.beginMarkedContentProps) open = String(argsArray[at][1])
      else if (operator === OPS.endMarkedContent) open = undefined
      else if (operator === OPS.showText && open !== undefined) marked.set(open, (marked.get(open) ?? '') + (argsArray[at][0] as { unicode?: string }[]).map(({ unicode = '' }) => unicode).join(''))
    })
    collect(await page.getStructTree(), marked, texts)
  }
  return texts
}

function collect(node: Node, marked: ReadonlyMap<string, string>, texts: Record<string, string[]>): void {
  const own = (node?.children ?? []).flatMap((child) => marked.get(/_mc(\d+)$/.exec((child as { id?: string }).id ?? '')?.[1] ?? '') ?? [])
  if (node?.role !== undefined && own.length > 0) texts[node.role] = [...(texts[node.role] ?? []), own.join('')]
  for (const child of node?.children ?? []) collect(child as Node, marked, texts)
}

type Node = { role?: string; alt?: string; children?: readonly unknown[] } | null | undefined
function count(node: Node, roles: Map<string, number>, alternatives: string[]): void {
  if (node?.role !== undefined) roles.set(node.role, (roles.get(node.role) ?? 0) + 1)
  if (node?.alt !== undefined) alternatives.push(node.alt)
  for (const child of node?.children ?? []) count(child as Node, roles, alternatives)
}
