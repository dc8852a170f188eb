import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A program in a process of its own that answers every line it is given with a line. */
export interface TalkingChild extends AsyncDisposable {
  readonly pid: number
  /** Says one thing, as JSON, and gives the answer. */
  ask(what: unknown): Promise<string>
}

export function startTalking(file: string): TalkingChild {
  const child = spawn(process.execPath, [file], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    pid: child.pid ?? 0,
    async ask(what) {
      child.stdin.write(`${JSON.stringify(what)}\n`)
      const { value, done } = await lines.next()
      if (done === true) throw new Error(`${file} ended without an answer`)
      return value
    },
    async [Symbol.asyncDispose]() {
      child.kill()
      await gone
    },
  }
}
