import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runOnLanes } from '../../src/batch/lanes.js'
import { KorvausError } from '../../src/model/errors.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-lanes-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs tasks on a worker of so many lines, and gives what was told of each. */
async function told(script: string, tasks: readonly number[], lanes: number, others: { limit?: number; abandoned?: (task: number) => Promise<void> } = {}): Promise<Record<number, unknown>> {
  const file = join(folder, `${Math.random()}.mjs`)
  await writeFile(file, script)
  const results: Record<number, unknown> = {}
  await runOnLanes<number, unknown>((async function* () {
    yield* tasks
  })(), { worker: pathToFileURL(file), lanes, ...others }, async (task, result) => {
    results[task] = result instanceof KorvausError ? `${result.code} ${Object.values(result.values as object).join(' ')}` : result
  })
  return results
}

const answering = (over: string) => `import { parentPort } from 'node:worker_threads'\nparentPort.on('message', (task) => { ${over}; parentPort.postMessage(task * 10) })\nparentPort.postMessage('ready')\n`

describe('lanes', () => {
  it.each([
    ['an exception', "if (task === 2) throw new RangeError('x')", 'worker-died RangeError'],
    ['a promise that nobody waits for', "if (task === 2) { void Promise.reject(new RangeError('x')); return }", 'worker-died RangeError'],
    ['an end without a word', 'if (task === 2) process.exit(0)', 'worker-died exit 0'],
    ['an answer that cannot be sent', 'if (task === 2) parentPort.postMessage(() => 1)', 'worker-died Error'],
  ])('fail the task whose worker dies of %s, and do all others', async (_, over, reason) => {
    for (const lanes of [1, 3]) expect(await told(answering(over), [1, 2, 3, 4, 5], lanes)).toEqual({ 1: 10, 2: reason, 3: 30, 4: 40, 5: 50 })
  })

  it.each([
    ['waits for ever', 'if (task === 2) return'],
    ['is busy for ever', 'while (task === 2);'],
  ])('end a task that takes longer than its limit, though it %s, give back what it held, and do all others', async (_, over) => {
    const abandoned: number[] = []
    const results = await told(answering(over), [1, 2, 3], 2, { limit: 1, abandoned: async (task) => void abandoned.push(task) })
    expect(results).toEqual({ 1: 10, 2: 'workspace-limit 1', 3: 30 })
    expect(abandoned).toEqual([2])
  })

  it('end where their thread cannot begin, and leave its task to the others', async () => {
    const tries = JSON.stringify(join(folder, 'tries'))
    const script = `import { appendFileSync, readFileSync } from 'node:fs'\nappendFileSync(${tries}, '.')\nif (readFileSync(${tries}).length <= 3) throw Object.assign(new Error('x'), { code: 'EMFILE' })\n${answering('')}`
    expect(await told(script, [1, 2, 3, 4], 4)).toEqual({ 1: 10, 2: 20, 3: 30, 4: 40 })
  })

  it('fail every task, and end, where no thread can begin at all', { timeout: 60_000 }, async () => {
    expect(await told("throw Object.assign(new Error('x'), { code: 'EMFILE' })", [1, 2], 2)).toEqual({ 1: 'worker-died EMFILE', 2: 'worker-died EMFILE' })
  })
})
