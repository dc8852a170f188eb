import { readFile } from 'node:fs/promises'

/** Resident memory in megabytes, or null where the system does not tell. */
export async function residentMegabytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1_024)
}

/**
 * Processor time of a process so far, in milliseconds, in steps of 10; null where the system does
 * not tell. Unlike a rate it does not suffer from what else the machine is doing.
 */
export async function processorTime(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The second field is a name that may hold spaces, so what follows its bracket is counted.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user, system] = [Number(fields[11]), Number(fields[12])]
  return Number.isInteger(user) && Number.isInteger(system) ? (user + system) * 10 : null
}
