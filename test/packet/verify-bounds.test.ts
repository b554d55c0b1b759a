import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentFiles } from '../../src/packet/content.js'
import { renderPacket } from '../../src/packet/render-packet.js'
import { toolVersion } from '../../src/version.js'
import { smallContent } from './small-packet.js'
import { remade, text, withAssessment, withBook, withClaim, type Files } from './tampering.js'

const root = join(import.meta.dirname, '../..')
const mostSeconds = 5
const mostMegabytes = 512
const largest = 200_000
const version = (of: string) => withAssessment(withClaim(smallContent(), (json) => void (json.tool.version = of)), (copy) => void (copy.tool.version = of))
const content = version(toolVersion)
const older = version('0.3.0')
let folder: string
let files: Files
let olderFiles: Files
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'korvaus-bounds-'))
  files = await renderPacket(content)
  olderFiles = await renderPacket(older)
})
afterAll(() => rmSync(folder, { recursive: true }))

const bytes = (of: string) => new TextEncoder().encode(of)
const instead = (name: string, of: string) => () => new Map([...files, [name, bytes(of)]])
const inClaim = (key: string, of: string) => () => new Map([...files, ['claim.json', bytes(text(files.get('claim.json')).replace(`"${key}":`, `"${key}":${of},"${key}":`))]])
/** Items that a forger repeats, with every hash made to agree. */
const manyItems = () => remade(files, content, [['claim.json', text(files.get('claim.json')).replace('"items":[{', `"items":[${`${/"items":\[(\{[^}]*\})/.exec(text(files.get('claim.json')))?.[1]},`.repeat(4000)}{`)]])
const doubling = () => {
  const changed = withBook(content, (book) => void (book.rules = book.rules.map((rule) => ({ ...rule, let: Object.fromEntries(Array.from({ length: 39 }, (_, index) => [`n${index}`, `${'item.needLength + '.repeat(20)}1`])) }))))
  return remade(files, changed)
}
/** Rules that double a sum again and again, each within the bounds of an expression, judged for thousands of items of their own names. */
const heavyForAll = () => {
  const lets = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`n${index}`, index === 0 ? 'item.needLength' : `n${index - 1} + n${index - 1}`]))
  const changed = withBook(content, (book) => {
    const [rule] = book.rules
    book.rules = Array.from({ length: 150 }, (_, index) => ({ ...(rule as (typeof book.rules)[number]), rule: `AMT-${index + 100}`, let: lets, holds: 'n12 >= 0' }))
  })
  const claim = text(contentFiles(changed).get('claim.json') as Uint8Array)
  const item = /"items":\[(\{[^}]*\})/.exec(claim)?.[1] as string
  const many = Array.from({ length: 3000 }, (_, index) => item.replace(/"id":"[^"]*"/, `"id":"X-${index}"`)).join()
  const assessment = JSON.parse(text(contentFiles(changed).get('assessment.json') as Uint8Array)) as { items: { id: string }[] }
  const [judged] = assessment.items
  assessment.items.push(...Array.from({ length: 3000 }, (_, index) => ({ ...(judged as { id: string }), id: `X-${index}` })))
  return remade(files, changed, [...contentFiles(changed), ['claim.json', claim.replace('"items":[{', `"items":[${many},{`)], ['assessment.json', canonicalize(assessment) as string]])
}
const longOrder = () => remade(files, withBook(content, (book) => void (book.rules = book.rules.slice(0, 1).map((rule) => ({ ...rule, let: Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`n${index}`, `n${index + 1}`])) })))))

describe('a packet of two hundred kilobytes that is there to exhaust whoever verifies it', () => {
  it.each<[string, () => ReadonlyMap<string, Uint8Array>]>([
    ['a file that unpacks to twenty megabytes', instead('report.html', ' '.repeat(20_000_000))],
    ['every file a bomb', () => new Map([...files.keys()].map((name) => [name, new Uint8Array(18_000_000)]))],
    ['lists in lists without end', instead('assessment.json', '['.repeat(3_000_000))],
    ['a claim of lists in lists', inClaim('claimed', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)],
    ['reviews that are none', instead('reviews.json', `[${'{},'.repeat(1_500_000)}{}]`)],
    ['reviews that are numbers', instead('reviews.json', `[${'1,'.repeat(2_000_000)}1]`)],
    ['a manifest of numbers', instead('manifest.json', `{"files":[${'1,'.repeat(2_000_000)}1]}`)],
    ['a claim of one text', inClaim('number', `"${'a'.repeat(9_000_000)}"`)],
    ['one item four thousand times', manyItems],
    ['a book whose rules name far too much', doubling],
    ['a rule of twenty thousand names', longOrder],
    ['a book of heavy rules for thousands of items', heavyForAll],
    ['a page of rows that never end', () => remade(olderFiles, older, [['report.html', `<h2 id="items">${'<tr id="item-'.repeat(200_000)}${'<td'.repeat(200_000)}<h2 id="left-out">`]])],
    ['a page of signs that begin tags', () => remade(olderFiles, older, [['report.html', `<h2 id="items"><tr id="item-"><td>${'<'.repeat(1_000_000)}</td></tr><h2 id="left-out">`]])],
    ['a workbook that unpacks to sixty megabytes', () => remade(olderFiles, older, [['cost-specification.xlsx', text(zipSync({ 'xl/workbook.xml': new Uint8Array(60_000_000) }))]])],
  ])('as %s costs little, and is no fault of ours', (name, make) => {
    const path = join(folder, `${name.replaceAll(' ', '-')}.zip`)
    const zip = zipSync(Object.fromEntries([...make()].map(([one, of]) => [`packet/${one}`, of])), { level: 9 })
    expect(zip.length).toBeLessThan(largest)
    writeFileSync(path, zip)
    const { exitCode, stderr, seconds, megabytes } = verify(path)
    expect([exitCode, stderr.replace(/\n.*/s, '')]).toEqual([4, ''])
    expect(megabytes).toBeLessThan(mostMegabytes)
    expect(seconds).toBeLessThan(mostSeconds)
  })
})

/** At its end a process tells the most memory that it held and the seconds that it worked itself. */
const watch = `data:text/javascript,${encodeURIComponent(`import { readFileSync } from 'node:fs'
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  let most = maxRSS
  try { most = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))[1]) } catch {}
  process.stderr.write('\\npeak ' + most / 1024 + ' ' + (userCPUTime + systemCPUTime) / 1e6)
})`)}`

function verify(path: string) {
  const { status, stderr } = spawnSync(process.execPath, ['--import', watch, join(root, 'bin/korvaus.js'), 'verify', path, '--lang', 'en'], { encoding: 'utf8', timeout: 60_000 })
  const [said = '', peak = ''] = stderr.split('\npeak ')
  const [megabytes = Number.NaN, seconds = Number.NaN] = peak.split(' ').map(Number)
  return { exitCode: status, stderr: said, seconds, megabytes }
}
