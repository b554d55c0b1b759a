import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { folderHash, hashAll, hashOf, registerFileHash } from '../../batch/fingerprint.js'
import { filesBehind } from '../../desk/files-behind.js'
import { namesOf, type Job, type JobResult } from '../../batch/job.js'
import { toolVersion } from '../../version.js'
import { loadWorkspace, type Workspace } from '../../workspace/load-workspace.js'
import { openWorkspaceRegister } from '../../desk/workspace-register.js'
import { registerLocation } from '../../desk/register-location.js'

/**
 * The result of an earlier run, when everything that it rests on, and all that it wrote, is still the same. What cannot
 * be told is left to whoever does the job.
 */
export async function unchangedResult(job: Job, known: JobResult): Promise<JobResult | undefined> {
  if (known.fingerprint === undefined || !existsSync(join(job.out, job.report, 'assessment.json'))) return undefined
  try {
    const workspace = await loadWorkspace({ cwd: job.folder, workspace: job.folder })
    const packet = known.packet === undefined ? undefined : join(job.out, known.packet)
    const now = await fingerprintOf(job, workspace, hashAll(await filesBehind(workspace, workspace.root)), packet)
    return now === known.fingerprint ? { ...known, state: 'unchanged', ...namesOf(job) } : undefined
  } catch {
    return undefined
  }
}

/** One hash over all that a result rests on: inputs, choices, rule book, program, register, and the packet that was written. */
export async function fingerprintOf(job: Job, workspace: Workspace, hashes: Readonly<Record<string, string>>, packet: string | undefined): Promise<string> {
  const question = [toolVersion, job.bookHash, job.asOf, job.period, job.prepare, job.lang]
  return hashOf([...question, hashes, await registerState(workspace), packet === undefined ? '' : folderHash(packet)])
}

/** What the register says of the claimant, so that a claim made, filed or withdrawn elsewhere is noticed. */
async function registerState(workspace: Workspace): Promise<string> {
  const { location } = registerLocation(workspace)
  if (!/^postgres(ql)?:/.test(location)) return registerFileHash(location, workspace.root)
  const { register } = (await openWorkspaceRegister(workspace)) ?? {}
  if (register === undefined) return ''
  try {
    return (await register.headOf(workspace.config.claimant.businessId)) ?? ''
  } finally {
    await register.close()
  }
}
