import { resolve } from 'node:path'
import { Argument, Command, Option } from 'commander'
import type { Io } from '../cli/io.js'
import type { Language } from '../model/language.js'
import { exitCodes, KorvausError } from '../model/errors.js'
import { claimStates } from '../model/ledger.js'
import { languages } from '../model/language-codes.js'
import { commandExamples } from '../templates/command-examples.js'
import { commandTexts, optionTexts } from '../templates/command-texts.js'
import { toolVersion } from '../version.js'
import { helpIn } from './help.js'
import type { LogOptions } from '../cli/logged.js'
import { formats, type Format } from '../cli/formats.js'
import type { GlobalOptions } from '../cli/options.js'

type Run = (io: Io, options: GlobalOptions & Record<string, unknown>, operands: string[], program: Command) => Promise<number>

const bookVersion = /^\d{4}\.\d+$/

/** `--book` names a folder or, as `--rules` does, a released version; a folder of such a name is given as `./2026.1`. */
function withNamedBook({ book, ...rest }: GlobalOptions & LogOptions, cwd: string): GlobalOptions & LogOptions {
  if (book === undefined) return rest
  return bookVersion.test(book) ? { ...rest, rules: book } : { ...rest, book: resolve(cwd, book) }
}

const plainFormats: readonly Format[] = ['text', 'json']
/** The formats of the commands that judge; the others write text and JSON. */
const formatsOf: Partial<Record<keyof typeof commandTexts, readonly Format[]>> = { check: formats, prepare: formats, batch: formats, verify: formats }

/** The command line: every command with its options; the code of a command is loaded when it is called. What is wrong with a line is told to the caller alone. */
export function buildProgram(io: Io, shown: Language, done: (exitCode: number) => void): Command {
  const output = { writeOut: io.stdout, writeErr: io.stderr, outputError: () => undefined }
  const described = (command: Command, text: keyof typeof commandTexts) => helpIn(shown, command.description(commandTexts[text][shown]).exitOverride().configureOutput(output), commandExamples[text])
  const option = (flags: string, name: keyof typeof optionTexts) => new Option(flags, optionTexts[name][shown])
  const program = described(new Command('korvaus'), 'korvaus')
    .version(toolVersion, '-V, --version', optionTexts.version[shown])
    .addOption(option('--workspace <folder>', 'workspace'))
    .addOption(option('--lang <language>', 'lang').choices([...languages]))
    .addOption(option('--format <format>', 'format').choices([...formats]).default('text'))
    .addOption(option('--as-of <date>', 'asOf'))
    .addOption(option('--rules <version>', 'rules'))
    .addOption(option('--book <book>', 'book'))
    .addOption(option('-q, --quiet', 'quiet'))
    .addOption(option('--exit-zero', 'exitZero'))
    .addOption(option('--errors <form>', 'errors').choices(['text', 'json']))
    .addOption(option('--log-file <file>', 'logFile'))
    .addOption(option('--log-level <level>', 'logLevel').choices(['error', 'warn', 'info', 'debug']))
    .addOption(option('--no-color', 'noColor'))

  const add = (parent: Command, words: string, text: keyof typeof commandTexts, load: () => Promise<{ run: Run }>) => {
    const command = described(parent.command(words), text)
    return command.action(async () => {
      const { run } = await load()
      const given = command.optsWithGlobals<GlobalOptions & LogOptions>()
      const options = withNamedBook(given, io.cwd)
      const known = formatsOf[text] ?? plainFormats
      if (!known.includes(options.format)) throw new KorvausError('format-unsupported', { format: options.format, formats: known.join(', ') })
      const runIt = (outside: Io) => run(outside, options as never, command.args, program)
      const ended = (code: number) => done(options.exitZero === true && code === exitCodes.attention ? exitCodes.done : code)
      if (options.logFile === undefined && options.logLevel === undefined) return ended(await runIt(io))
      const { runLogged } = await import('../cli/logged.js')
      ended(await runLogged(io, options, commandWords(command), runIt))
    })
  }

  add(program, 'init', 'init', () => import('./init/init.js'))
    .addOption(option('--yes', 'yes'))
    .addOption(option('--claimant <name>', 'claimant'))
    .addOption(option('--kind <kind>', 'kind'))
    .addOption(option('--name <name>', 'name'))
    .addOption(option('--business-id <id>', 'businessId'))
    .addOption(option('--county <code>', 'county'))
    .addOption(option('--municipality <code>', 'municipality'))
    .addOption(option('--agreement <reference>', 'agreement'))
    .addOption(option('--iban <iban>', 'iban'))
    .addOption(option('--email <address>', 'email'))
    .addOption(option('--phone <number>', 'phone'))
    .addOption(option('--input <file...>', 'input'))
    .addOption(option('--sheet <name=table...>', 'sheet'))
    .addOption(option('--map <heading=key...>', 'map'))
    .addOption(option('--constant <key=value...>', 'constant'))
    .addOption(option('--value <key:word=code...>', 'value'))
  add(program, 'map [files...]', 'map', () => import('./init/map.js'))
    .addOption(option('--yes', 'yes'))
    .addOption(option('--map <heading=key...>', 'map'))
    .addOption(option('--constant <key=value...>', 'constant'))
    .addOption(option('--value <key:word=code...>', 'value'))
    .addOption(option('--same <key:id=id...>', 'same'))
    .addOption(option('--id-columns <column+column>', 'idColumns').argParser((text: string) => [text]))
    .addOption(option('--heading-row <sheet=row...>', 'headingRow'))
  add(program, 'template [file]', 'template', () => import('./init/template.js'))
  add(program, 'check [files...]', 'check', () => import('./check/check.js'))
    .addOption(option('--period <period>', 'period'))
    .addOption(option('--annotate <file>', 'annotate'))
    .addOption(option('--watch', 'watch'))
    .addOption(option('--report <file>', 'report'))
    .addOption(option('--open', 'open'))
  add(program, 'review', 'review', () => import('./review/review.js'))
    .addOption(option('--list', 'list'))
    .addOption(option('--item <id...>', 'item'))
    .addOption(option('--from <workbook...>', 'fromWorkbook'))
    .addOption(option('--rule <rule>', 'rule'))
    .addOption(option('--answer <answer>', 'answer').choices(['accept', 'leave-out', 'reopen']))
    .addOption(option('--reason <text>', 'reason'))
    .addOption(option('--by <name>', 'by'))
    .addOption(option('--until <date>', 'until'))
    .addOption(option('--period <period>', 'period'))
  add(program, 'prepare', 'prepare', () => import('./packet/prepare.js'))
    .addOption(option('--period <period>', 'period'))
    .addOption(option('--yes', 'yes'))
    .addOption(option('--leave-unread', 'leaveUnread'))
    .addOption(option('--wait <seconds>', 'wait'))
    .addOption(option('--open', 'open'))
  add(program, 'unclaimed', 'unclaimed', () => import('./check/unclaimed.js'))
    .addOption(option('--ending-within <days>', 'endingWithin'))
    .addOption(option('--gap <days>', 'gap'))
    .addOption(option('--calendar <file>', 'calendar'))
    .addOption(option('--pdf <file>', 'pdf'))
  add(program, 'verify <packet>', 'verify', () => import('./packet/verify.js'))
    .addOption(option('--key <file>', 'key'))
    .addOption(option('--source <file...>', 'source'))
    .addOption(option('--identity <file>', 'identity'))
    .addOption(option('--report <file>', 'proofReport'))
  add(program, 'open <packet>', 'open', () => import('./packet/open.js')).addOption(option('--identity <file>', 'identity').makeOptionMandatory())
  const keys = described(program.command('keys'), 'keys')
  add(keys, 'new [file]', 'keysNew', () => import('./packet/keys-new.js')).addOption(option('--passphrase', 'passphrase')).addOption(option('--opening', 'opening'))
  add(program, 'explain <rule>', 'explain', () => import('./rules/explain.js')).addOption(option('--packet <packet>', 'fromPacket'))
  const rules = described(program.command('rules'), 'rules')
  add(rules, 'list', 'rulesList', () => import('./rules/list.js'))
  add(rules, 'test', 'rulesTest', () => import('./rules/test.js'))
  add(rules, 'diff <from> <to> [logs...]', 'rulesDiff', () => import('./rules/diff.js'))
  add(rules, 'guide [file]', 'rulesGuide', () => import('./rules/guide.js'))
  add(rules, 'new <rule>', 'rulesNew', () => import('./rules/new.js'))
  add(rules, 'coverage', 'rulesCoverage', () => import('./rules/coverage.js'))
  const claims = described(program.command('claims'), 'claims')
  const step = (words: string, text: keyof typeof commandTexts, load: () => Promise<{ run: Run }>) =>
    add(claims, words, text, load).addOption(option('--date <date>', 'stepDate')).addOption(option('--by <name>', 'stepBy')).addOption(option('--reference <text>', 'reference'))
  add(claims, 'list', 'claimsList', () => import('./claims/list.js')).addOption(option('--state <state>', 'state').choices([...claimStates])).addOption(option('--period <period>', 'period'))
  add(claims, 'show <claim>', 'claimsShow', () => import('./claims/show.js'))
  step('file <claim>', 'claimsFile', () => import('./claims/file.js'))
  step('decide <claim>', 'claimsDecide', () => import('./claims/decide.js'))
    .addOption(option('--notice <date>', 'notice'))
    .addOption(option('--granted <part...>', 'granted'))
    .addOption(option('--denied', 'denied'))
    .addOption(option('--reason <text>', 'stepReason'))
    .addOption(option('--decision <file>', 'decisionFile'))
  step('pay <claim>', 'claimsPay', () => import('./claims/pay.js')).addOption(option('--amount <euros>', 'amount'))
  step('recover <claim>', 'claimsRecover', () => import('./claims/recover.js'))
    .addOption(option('--amount <euros>', 'amount'))
    .addOption(option('--notice <date>', 'notice'))
    .addOption(option('--reason <text>', 'stepReason'))
    .addOption(option('--interest-from <date>', 'interestFrom'))
    .addOption(option('--rate <percent...>', 'rate'))
  step('withdraw <claim>', 'claimsWithdraw', () => import('./claims/withdraw.js')).addOption(option('--reason <text>', 'stepReason'))
  step('undo <claim>', 'claimsUndo', () => import('./claims/undo.js')).addOption(option('--reason <text>', 'stepReason'))
  step('other <files...>', 'claimsOther', () => import('./claims/other.js')).addOption(option('--under <compensation>', 'under'))
  add(claims, 'verify', 'claimsVerify', () => import('./claims/verify.js')).addOption(option('--head <hash>', 'head'))
  add(program, 'batch [workspaces...]', 'batch', () => import('./batch/batch.js') as unknown as Promise<{ run: Run }>)
    .addOption(option('--from <file>', 'from'))
    .addOption(option('--out <folder>', 'out'))
    .addOption(option('--period <period>', 'period'))
    .addOption(option('--prepare', 'prepare'))
    .addOption(option('--resume', 'resume'))
    .addOption(option('--forget <workspace...>', 'forget'))
    .addOption(option('--only <which>', 'only').choices(['changed', 'failed', 'attention']))
    .addOption(option('--jobs <number>', 'jobs'))
    .addOption(option('--limit <seconds>', 'limit'))
    .addOption(option('--metrics <file>', 'metrics'))
    .addOption(option('--inbox <folder>', 'inbox'))
    .addOption(option('--quiet-time <seconds>', 'quietTime'))
    .addOption(option('--wait <seconds>', 'wait'))
  add(claims, 'scrub', 'claimsScrub', () => import('./claims/scrub.js'))
    .addOption(option('--by <name>', 'stepBy'))
    .addOption(option('--dry-run', 'dryRun'))
    .addOption(option('--packets', 'packets'))
    .addOption(option('--yes', 'yes'))
  const register = described(program.command('register'), 'register')
  add(register, 'export [file]', 'registerExport', () => import('./register/export.js'))
  add(register, 'import <file>', 'registerImport', () => import('./register/import.js'))
  add(program, 'handover', 'handover', () => import('./handover/handover.js') as unknown as Promise<{ run: Run }>)
    .addOption(option('--archive <file>', 'archive'))
    .addOption(option('--to <recipient...>', 'to'))
    .addOption(option('--open <file>', 'openArchive'))
    .addOption(option('--identity <file>', 'identity'))
  add(program, 'doctor', 'doctor', () => import('./doctor.js'))
  add(program, 'completions', 'completions', () => import('./completions.js')).addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish', 'powershell']))
  return program
}

/** The words that call a command: `rules list`. */
export function commandWords(command: Command): string {
  const above = command.parent
  return above === null || above.parent === null ? command.name() : `${commandWords(above)} ${command.name()}`
}
