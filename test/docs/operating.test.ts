import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { parse } from 'yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyExample } from '../batch/tools.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { testRegisters } from '../register/engines.js'

const root = join(import.meta.dirname, '../..')
const operating = join(root, 'docs/operating')
const files = await readdir(operating)
const textOf = (name: string) => readFile(join(operating, name), 'utf8')
const registers = testRegisters()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-operating-'))
  await copyExample(join(folder, 'workspaces/one'))
  await mkdir(join(folder, 'bin'))
  await writeCommand('korvaus', `exec "${process.execPath}" "${join(root, 'bin/korvaus.js')}" "$@" --as-of 2026-11-23`)
  await writeCommand('date', 'echo 2026-03')
})
afterAll(() => rm(folder, { recursive: true }))

async function writeCommand(name: string, script: string): Promise<void> {
  await writeFile(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`)
  await chmod(join(folder, 'bin', name), 0o755)
}

/** Runs a script as the scheduler would, with `korvaus` on its path. */
function inShell(shell: readonly string[], script: string, cwd: string, env: Record<string, string> = {}) {
  const [command = '', ...argv] = shell
  const { status, stdout, stderr } = spawnSync(command, [...argv, script], { cwd, encoding: 'utf8', env: { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`, ...env } })
  return { status, stdout, stderr }
}

describe('the files of docs/operating', () => {
  it('are all named on the page about nightly jobs', async () => {
    const page = await textOf('../nightly-jobs.md')
    for (const name of files) expect(page).toContain(`(operating/${name})`)
  })

  it('run under cron as they stand, and leave summary, figures and log', async () => {
    const line = /^15 2 \* \* \* cd \/srv\/korvaus && (.+)$/m.exec(await textOf('crontab'))?.[1] as string
    await rm(join(folder, 'summary'), { recursive: true, force: true })
    expect(inShell(['sh', '-c'], line, folder)).toMatchObject({ status: 0, stderr: '' })
    expect(await readFile(join(folder, 'metrics/korvaus.prom'), 'utf8')).toContain('korvaus_batch_workspaces{state="done"} 1\n')
    expect(await readFile(join(folder, 'summary/summary.json'), 'utf8')).toContain('korvaus/batch/1')
    expect(await readFile(join(folder, 'korvaus.log'), 'utf8')).toContain('"event":"ended"')
  })

  it('run each night under systemd, for which items that need a person are success', async () => {
    const service = await textOf('korvaus.service')
    const [, ...argv] = wordsOf(/^ExecStart=\/usr\/bin\/env (.+)$/m.exec(service)?.[1] as string)
    expect((await runKorvaus(argv, folder)).exitCode).toBe(1)
    expect(service).toMatch(/^SuccessExitStatus=1$/m)
    expect(await textOf('korvaus.timer')).toMatch(/^OnCalendar=\*-\*-\* 02:15:00$/m)
  })

  const systemd = spawnSync('systemd-analyze', ['--version']).status === 0
  it.runIf(systemd)('are units that systemd itself finds no fault with', async () => {
    const said = spawnSync('systemd-analyze', ['verify', '--man=no', join(operating, 'korvaus.service'), join(operating, 'korvaus.timer')], { encoding: 'utf8' })
    expect(said.stderr.split('\n').filter((line) => line.includes('korvaus'))).toEqual([])
    expect(spawnSync('systemd-analyze', ['calendar', '*-*-* 02:15:00']).status).toBe(0)
  })

  it('prepare under Kubernetes the claim of the month before, once at a time, in a register of PostgreSQL whose password is a secret', async () => {
    const { kind, spec } = parse(await textOf('kubernetes-cronjob.yaml')) as CronJob
    const [container] = spec.jobTemplate.spec.template.spec.containers
    expect([kind, spec.concurrencyPolicy]).toEqual(['CronJob', 'Forbid'])
    expect(container.env).toEqual([{ name: 'PGPASSWORD', valueFrom: { secretKeyRef: { name: 'korvaus-register', key: 'password' } } }])
    expect(await textOf('Dockerfile')).toMatch(/FROM node:22[^]*sha256sum --check --strict && npm install --global \/tmp\/korvaus\.tgz/)

    const workspace = join(folder, 'one')
    await copyExample(workspace)
    const address = new URL(await registers.location('postgres'))
    const { password } = address
    address.password = ''
    const config = await readFile(join(workspace, 'korvaus.yaml'), 'utf8')
    await writeFile(join(workspace, 'korvaus.yaml'), `${config.replace(/^register:.*\n/m, '')}register: ${address.href}\n`)
    for (const _ of [1, 2]) expect(inShell(container.command, container.args[0], workspace, { PGPASSWORD: password })).toMatchObject({ status: 0, stderr: '' })
    expect((await readdir(join(workspace, 'packets'))).filter((name) => name.endsWith('.zip'))).toEqual(['korvaus_1234567-1_2026-03_01.zip'])
    expect(inShell(container.command, container.args[0], workspace, { PGPASSWORD: `not ${password}` }).status).not.toBe(0)
  })

  it('upload from a workflow what the check has written, though items need a person', async () => {
    const { jobs } = parse(await textOf('github-workflow.yml')) as { jobs: { check: { steps: { name?: string; run?: string; with?: { sarif_file?: string } }[] } } }
    const { steps } = jobs.check
    const check = steps.find(({ name }) => name === 'Check')?.run as string
    const workspace = join(folder, 'workspaces/one')
    expect(inShell(['bash', '-ec'], check, workspace)).toMatchObject({ status: 0 })
    const { runs } = JSON.parse(await readFile(join(workspace, steps.at(-1)?.with?.sarif_file as string), 'utf8')) as { runs: [{ results: object[] }] }
    expect(runs[0].results.length).toBeGreaterThan(0)
    await writeFile(join(workspace, 'korvaus.yaml'), 'claimant: nobody\n')
    expect(inShell(['bash', '-ec'], check, workspace).status).toBe(1)
    await copyExample(workspace)
  })

  it('run on Windows each day, one at a time', async () => {
    const script = await textOf('scheduled-task.ps1')
    const [, ...argv] = wordsOf(/^\$run = '(.+)'$/m.exec(script)?.[1] as string)
    expect((await runKorvaus(argv, folder)).exitCode).toBe(1)
    expect(script).toMatch(/-Daily -At 02:15\n[\s\S]*-MultipleInstances IgnoreNew/)
  })
})

interface CronJob {
  kind: string
  spec: { concurrencyPolicy: string; jobTemplate: { spec: { template: { spec: { containers: [{ command: string[]; args: [string]; env: object[] }] } } } } }
}

function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? (match[2] as string))
}
