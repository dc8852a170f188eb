import { setTimeout as pause } from 'node:timers/promises'

export interface Task {
  readonly name: string
  /** Milliseconds from the end of one round to the beginning of the next. */
  readonly every: number
  readonly round: (signal: AbortSignal) => Promise<void>
}

/**
 * Does each task again and again until it is disposed; then waits for the rounds under way. A
 * round that fails is reported, and the next comes all the same.
 */
export function startTimetable(
  tasks: readonly Task[],
  report: (error: unknown, where: string) => void,
): AsyncDisposable {
  const stop = new AbortController()
  const running = tasks.map((task) => repeat(task, stop.signal, report))
  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      await Promise.all(running)
    },
  }
}

async function repeat(
  { name, every, round }: Task,
  signal: AbortSignal,
  report: (error: unknown, where: string) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await round(signal)
    } catch (error) {
      report(error, name)
    }
    await pause(every, undefined, { signal }).catch(() => {})
  }
}
