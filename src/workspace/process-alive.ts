import { readFileSync } from 'node:fs'

/** Whether a process of this machine lives; one of another user counts as living. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/**
 * When a process began, as the system counts it: since which boot and how long after it. No clock can change it, and a
 * later process with the same number has another one. `undefined` where the system does not tell, or there is none.
 */
export function beginningOf(pid: number): string | undefined {
  const boot = bootOf()
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return ticks === undefined || boot === undefined ? undefined : `${boot}/${ticks}`
  } catch {
    return undefined
  }
}

/** Which start of this machine this is; `undefined` where the system does not tell. */
export function bootOf(): string | undefined {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return undefined
  }
}
