import fc from 'fast-check'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { main } from '../../src/main.js'
import type { Io } from '../../src/cli/io.js'
import { columnsOf, sheetKinds } from '../../src/model/columns.js'
import { allUnseenShown, withUnseenShown } from '../../src/model/unseen.js'
import { aCost, firstClient, logOf, smallWorkspace, type LogRow, type SmallLog } from '../end-to-end/small-workspace.js'

const asOf = ['--as-of', '2026-11-23', '--lang', 'en']
const signs = ['\u001B[2J', '\u001B]8;;https://evil.example\u001B\\', '\u001B]52;c;aGk=\u0007', '\u009B31m', '\u009D0;title\u009C', '\u202E', '\u2066', '\u200F', '\u200B', '\u2060', '\uFEFF', '\u00AD', '\u034F', '\u{E0041}', '\b', '\u007F', '\u2028']
/** Whatever a terminal would obey or hide; new lines and tabs are layout. */
const obeyed = /(?![\n\t])\p{Cc}|\u034F|[\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E0FFF}]/u

/** Colours, and links to what a rule book cites. */
const ownStyles = new RegExp(String.raw`\p{Cc}\[\d+m|\p{Cc}\]8;;(?:https://[^\p{Cc}]*\.fi[^\p{Cc}]*)?\p{Cc}\\`, 'gu')

/** Rows that hold a hostile text in one column each, in every table. */
function hostileLog(pick: (index: number) => string): SmallLog {
  let index = 0
  const planted = (kind: (typeof sheetKinds)[number], base: LogRow) => columnsOf[kind].map(({ key }) => ({ ...base, [key]: `${base[key] ?? 'x'}${pick(index++)}y` }))
  const clean = logOf([aCost('C-1')], firstClient)
  return {
    costs: [...clean.costs, ...columnsOf.costs.map(({ key }, row) => ({ ...aCost(`H-${row}`), [key]: `${aCost(`H-${row}`)[key as keyof LogRow] ?? 'x'}${pick(index++)}y` }))],
    cases: [...clean.cases, ...planted('cases', clean.cases[0] as LogRow)],
    residences: [...clean.residences, ...planted('residences', clean.residences[0] as LogRow)],
    decisions: [...clean.decisions, ...planted('decisions', clean.decisions[0] as LogRow)],
  }
}

/** Everything that a command sends to the terminal of a person. */
async function sent(argv: readonly string[], cwd: string, terminal: Partial<Io> = {}): Promise<string> {
  let text = ''
  const write = (part: string) => void (text += part)
  await main([...argv, ...asOf], { stdout: write, stderr: write, cwd, env: { NO_COLOR: '1' }, isTerminal: false, width: undefined, today: () => '2026-11-23', ...terminal })
  return text
}

it('no text, whatever stands in the columns of a log, sends a terminal or a page a sign that it would obey or hide', { timeout: 120_000 }, async () => {
  const folder = await smallWorkspace(hostileLog((index) => signs[index % signs.length] as string))
  try {
    const commands = [['check', '--report', 'report.html'], ['check', '--period', '2026-03'], ['explain', 'C-1'], ['explain', 'H-5'], ['explain', `H\u001B[2J\u202E`], ['check', `\u009B2J.csv`], ['unclaimed']]
    for (const argv of commands) expect((await sent(argv, folder)).match(obeyed), argv.join(' ')).toBeNull()
    expect((await sent(['check'], folder, { width: 100 })).match(obeyed)).toBeNull()
    const coloured = await sent(['check'], folder, { width: 100, env: { TERM: 'xterm', VTE_VERSION: '6000' } })
    expect(coloured).toContain('\u001B[')
    expect(coloured.replace(ownStyles, '').match(obeyed)).toBeNull()
    expect(coloured).not.toContain('evil.example\u001B')
    expect((await readFile(join(folder, 'report.html'), 'utf8')).match(obeyed)).toBeNull()
  } finally {
    await rm(folder, { recursive: true })
  }
})

it('a new line in a cell begins no line of its own, in no text that is laid out by lines', { timeout: 120_000 }, async () => {
  const forged = 'KORVAUS OK 0,00'
  const folder = await smallWorkspace(hostileLog(() => `\n${forged} `))
  try {
    for (const [argv, terminal] of [[['check'], {}], [['check'], { width: 100 }], [['explain', 'C-1'], {}], [['explain', `H-0\n${forged} y`], {}], [['review', '--list'], {}], [['unclaimed'], {}]] as const) {
      expect((await sent(argv, folder, terminal)).split('\n').filter((line) => line.trimStart().startsWith(forged)), argv.join(' ')).toEqual([])
    }
    await sent(['unclaimed', '--calendar', 'days.ics'], folder)
    expect((await readFile(join(folder, 'days.ics'), 'utf8')).split('\r\n').filter((line) => line.startsWith(forged))).toEqual([])
  } finally {
    await rm(folder, { recursive: true })
  }
})

it('a machine that reads JSON gets the text as it stood, though no sign of it can reach a terminal', async () => {
  const folder = await smallWorkspace(logOf([aCost('C-1', { category: `SOCIAL\u202E\u009B2J` })], firstClient))
  try {
    const json = await sent(['check', '--format', 'json'], folder)
    expect(json.match(obeyed)).toBeNull()
    expect(JSON.stringify(JSON.parse(json))).toContain('\u202E')
  } finally {
    await rm(folder, { recursive: true })
  }
})

it('whatever is shown is shown once, stays the same when shown again, and a JSON document says the same', () => {
  const hostile = fc.array(fc.oneof(fc.constantFrom(...signs), fc.string({ unit: 'binary' }), fc.constantFrom('\\', '"', '\n', '\t', 'å', '\u00A0'))).map((parts) => parts.join(''))
  fc.assert(fc.property(hostile, (text) => {
    const shown = withUnseenShown(text)
    expect(shown.match(obeyed)).toBeNull()
    expect(withUnseenShown(shown)).toBe(shown)
    expect(JSON.parse(withUnseenShown(JSON.stringify({ text })))).toEqual({ text })
    expect(allUnseenShown({ list: [text, 1n, null, undefined] })).toEqual({ list: [shown, 1n, null, undefined] })
  }), { seed: 15, numRuns: 300 })
})
