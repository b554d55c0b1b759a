import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyExample } from '../batch/tools.js'
import { runKorvaus } from '../commands/run-korvaus.js'

const operating = join(import.meta.dirname, '../../docs/operating')
const files = await readdir(operating)
const textOf = (name: string) => readFile(join(operating, name), 'utf8')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-operating-'))
  await copyExample(join(folder, 'example'))
  await mkdir(join(folder, 'workspaces'))
  await copyExample(join(folder, 'workspaces/one'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The command lines of korvaus in a file, up to where the shell goes on with something else. */
function commandLines(text: string): string[][] {
  const lines = [...text.replace(/^\s*#.*$/gm, '').matchAll(/\bkorvaus (?=batch|check|prepare|doctor|claims|unclaimed)([^|>\n']*)/g)].map((match) => match[1] as string)
  return lines.map((line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? (match[2] as string)))
}

describe('the files of docs/operating', () => {
  it.each(files.filter((name) => !name.endsWith('.timer')))('%s holds a command line that runs as it stands', async (name) => {
    const lines = commandLines(await textOf(name))
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      const { exitCode, stderr } = await runKorvaus([...line, '--as-of', '2026-11-23'], join(folder, line[0] === 'batch' ? '' : 'example'))
      expect([0, 1], `${line.join(' ')}\n${stderr}`).toContain(exitCode)
    }
  })

  it('are all named on the page about nightly jobs', async () => {
    const page = await textOf('../nightly-jobs.md')
    for (const name of files) expect(page).toContain(`(operating/${name})`)
  })

  it('run the job of Kubernetes once at a time, with the password from a secret', async () => {
    const job = parse(await textOf('kubernetes-cronjob.yaml')) as { kind: string; spec: { concurrencyPolicy: string; jobTemplate: { spec: { template: { spec: { containers: { env: { name: string; valueFrom?: object }[] }[] } } } } } }
    expect([job.kind, job.spec.concurrencyPolicy]).toEqual(['CronJob', 'Forbid'])
    expect(job.spec.jobTemplate.spec.template.spec.containers[0]?.env).toEqual([{ name: 'PGPASSWORD', valueFrom: { secretKeyRef: { name: 'korvaus-register', key: 'password' } } }])
  })

  it('upload what the check has written, though items need a person', async () => {
    const workflow = parse(await textOf('github-workflow.yml')) as { jobs: { check: { steps: { run?: string; with?: { sarif_file?: string } }[] } } }
    const { steps } = workflow.jobs.check
    expect(steps.at(-1)?.with?.sarif_file).toBe('korvaus.sarif')
    expect(steps.find(({ run = '' }) => run.includes('sarif'))?.run).toMatch(/> korvaus\.sarif \|\| \[ \$\? -eq 1 \]$/)
  })

  it('take items that need a person for success, under systemd and cron too, and run each night', async () => {
    expect(await textOf('korvaus.service')).toMatch(/^SuccessExitStatus=1$/m)
    expect(await textOf('korvaus.timer')).toMatch(/^OnCalendar=\*-\*-\* 02:15:00$/m)
    expect(await textOf('crontab')).toMatch(/^15 2 \* \* \* cd .*\|\| \[ \$\? -eq 1 \]$/m)
  })
})
