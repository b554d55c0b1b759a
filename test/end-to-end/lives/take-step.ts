import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { elsewhere } from './elsewhere.js'
import { dayOf, euros, rowOf, writeCosts } from './life-files.js'
import type { LifeStep } from './life.js'
import { claimsOf, manifestOf, packetsIn, run, type LifeClaim, type World } from './world.js'

/** Takes a step; throws where a command ends otherwise than it may. */
export async function takeStep(world: World, step: LifeStep): Promise<void> {
  if (step.kind === 'prepare') return prepare(world, step.month)
  if (step.kind === 'answer') return answer(world, step)
  if (step.kind === 'sign' || step.kind === 'seal') return protect(world, step.kind)
  if (step.kind in ledgerSteps) return record(world, step.kind as keyof typeof ledgerSteps)
  world.rows = changedRows(world, step)
  await writeCosts(world.workspace, world.life, world.rows)
}

/** Prepares a period, and in a copy of the workspace in another time zone the very same; but the first time, when the key of pseudonyms and of the inputs' hashes is made at random. */
async function prepare(world: World, month: number): Promise<void> {
  const argv = ['prepare', '--period', `2026-0${month}`, '--yes', '--quiet']
  const copy = join(world.folder, 'copy')
  const hasKey = world.proven.size > 0
  await copyWorkspace(world, copy)
  const { exitCode, stderr } = await run(world, argv)
  // 2 says that the period has no items.
  const hasRows = world.rows.some(({ serviceDate }) => serviceDate?.startsWith(`2026-0${month}`))
  if (exitCode > (hasRows ? 1 : 2)) throw new Error(`prepare ended with ${exitCode}: ${stderr}`)
  const other = await elsewhere(() => run(world, argv, copy))
  const isSame = other.exitCode === exitCode && (!hasKey || (await bytesOf(copy)) === (await bytesOf(world.workspace)))
  if (!isSame) throw new Error(`the same prepared elsewhere has other bytes (${exitCode}, ${other.exitCode})`)
  await rm(copy, { recursive: true })
}

async function copyWorkspace({ workspace, register }: World, copy: string): Promise<void> {
  await cp(workspace, copy, { recursive: true })
  const settings = join(copy, 'korvaus.yaml')
  if (register !== undefined) await writeFile(settings, (await readFile(settings, 'utf8')).replace(register.location, await register.copy()))
}

/** All files of the packets but what is sealed, as the manifests have them. */
async function bytesOf(workspace: string): Promise<string> {
  const manifests = await Promise.all((await packetsIn(workspace)).map((packet) => manifestOf(workspace, packet)))
  return manifests.map((text) => JSON.stringify((JSON.parse(text) as { files: readonly { path: string }[] }).files.filter(({ path }) => path !== 'persons.age'))).join('\n')
}

/** Answers one of the findings that ask a person, or takes back its answer. */
async function answer(world: World, step: Extract<LifeStep, { kind: 'answer' }>): Promise<void> {
  const { stdout } = await run(world, ['review', '--list', '--format', 'json'])
  const { reviews } = JSON.parse(stdout) as { reviews: readonly { item: string; rule: string; state: string }[] }
  const asked = reviews.filter(({ state }) => (state === 'answered') === (step.answer === 'reopen'))
  const one = asked[step.place % Math.max(1, asked.length)]
  if (one === undefined) return
  const { exitCode, stderr } = await run(world, ['review', '--item', one.item, '--rule', one.rule, '--answer', step.answer, '--reason', `Tarkistettu ${step.place}`, '--by', 'H', '--quiet'])
  if (exitCode !== 0) throw new Error(`review ended with ${exitCode}: ${stderr}`)
}

async function protect(world: World, kind: 'sign' | 'seal'): Promise<void> {
  const settings = join(world.workspace, 'korvaus.yaml')
  if ((await readFile(settings, 'utf8')).includes(kind === 'sign' ? 'signing:' : 'seal:')) return
  const { exitCode, stdout, stderr } = await run(world, kind === 'sign' ? ['keys', 'new', '--quiet'] : ['keys', 'new', 'keys/opening.age', '--opening', '--quiet'])
  if (exitCode !== 0) throw new Error(`keys new ended with ${exitCode}: ${stderr}`)
  await appendFile(settings, kind === 'sign' ? 'signing: { key: keys/claimant.ed25519 }\n' : `seal: { recipients: [${/age1\w+/.exec(stdout)?.[0]}] }\n`)
}

/** What is recorded of a claim in which state, with what else the command asks for. */
const ledgerSteps = {
  file: ['prepared', ['file']],
  decide: ['filed', ['decide', '--reference', 'D/1']],
  deny: ['filed', ['decide', '--denied', '--reason', 'Ei', '--reference', 'D/2']],
  pay: ['decided', ['pay', '--reference', 'RF18']],
  withdraw: ['filed', ['withdraw', '--reason', 'Ei']],
} as const satisfies Readonly<Record<string, readonly [LifeClaim['state'], readonly string[]]>>

/** Records a step for the first claim that is in the state for it. */
async function record(world: World, kind: keyof typeof ledgerSteps): Promise<void> {
  const [state, [name, ...options]] = ledgerSteps[kind]
  const claim = (await claimsOf(world)).find((one) => one.state === state)
  if (claim === undefined) return
  const { exitCode, stderr } = await run(world, ['claims', name, claim.number, ...options, '--by', 'H', '--quiet'])
  if (exitCode > 1 && !(kind === 'pay' && exitCode === 2)) throw new Error(`claims ${name} ended with ${exitCode}: ${stderr}`)
}

function changedRows(world: World, step: LifeStep): World['rows'] {
  const { rows } = world
  if (step.kind === 'sort') return rows.toReversed()
  if (step.kind === 'late-bill') return [...rows, rowOf(step.cost, `K-${world.next++}`)]
  if (!('place' in step)) return rows
  const at = step.place % rows.length
  const row = rows[at] as World['rows'][number]
  if (step.kind === 'delete') return rows.length === 1 ? rows : rows.toSpliced(at, 1)
  if (step.kind === 'twin') return [...rows, { ...row, id: `K-${world.next++}` }]
  if (step.kind === 'repeat-id') return [...rows, { ...row, voucher: `${row.voucher}-B`, net: '77,77' }]
  if (step.kind === 'credit') return row.net === '' || row.credits ? rows : [...rows, { ...row, id: `K-${world.next++}`, credits: row.id as string, net: '-5,00', voucher: `${row.voucher}-C` }]
  if (step.kind === 'move-day') return rows.with(at, { ...row, serviceDate: dayOf(Number(row.serviceDate?.slice(5, 7)), step.day) })
  return step.kind === 'edit' ? rows.with(at, { ...row, ...edited(row, step.cents) }) : rows
}

function edited({ net, credits }: World['rows'][number], cents: number): World['rows'][number] {
  if (net === '') return { hours: '3' }
  return { net: credits ? '-4,00' : euros(cents) }
}
