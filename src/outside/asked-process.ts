import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { openTurns } from './turns.ts'

export interface ProcessOptions {
  /** Path of the program: it answers each message with one. */
  readonly program: string
  /** What it is told when it starts. */
  readonly given?: readonly string[]
  /** Leaves the processor to everybody else on the machine. */
  readonly humble?: boolean
  /** Milliseconds that one answer may take. */
  readonly patience?: number
  /** Without work for so many milliseconds, the process ends and gives its memory back. */
  readonly idleness?: number
}

export interface AskedProcess<Work, Answer> {
  /** Null when the process crashed or took too long. A second question waits for the first. */
  ask(work: Work): Promise<Answer | null>
}

export interface KeptProcess<Work, Answer> extends AskedProcess<Work, Answer> {
  /** Starts it if it does not run, so that the first question does not wait for that. */
  warm(): void
  /** Ends it at once; who waits for an answer gets null. */
  end(): void
}

/**
 * A process that starts when it is first asked, answers one question at a time, and is started
 * again after a crash. Idle, it does not keep the program alive.
 */
export function openAskedProcess<Work extends object, Answer>(
  options: ProcessOptions,
): KeptProcess<Work, Answer> {
  const { program, given = [], humble = false } = options
  const { patience = 30_000, idleness = 5_000 } = options
  const turns = openTurns()
  let running: ChildProcess | null = null
  let rest: NodeJS.Timeout | undefined

  const start = (): ChildProcess => {
    const started = fork(program, given, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 2, 'ipc'],
    })
    started.on('exit', () => {
      if (running === started) running = null
    })
    if (humble) stepBack(started)
    return started
  }

  const end = (): void => {
    clearTimeout(rest)
    running?.kill('SIGKILL')
    running = null
  }

  /** Lets it wait for work, without keeping the program alive. */
  const idle = (process: ChildProcess): void => {
    process.unref()
    process.channel?.unref()
    clearTimeout(rest)
    rest = setTimeout(end, idleness)
    rest.unref()
  }

  async function askNow(work: Work): Promise<Answer | null> {
    clearTimeout(rest)
    running ??= start()
    const process = running
    process.ref()
    process.channel?.ref()
    const answer = await answerOf<Answer>(process, work, patience)
    if (answer === null) end()
    idle(process)
    return answer
  }

  return {
    ask: (work) => turns.take(() => askNow(work)),
    warm() {
      if (running !== null) return
      running = start()
      idle(running)
    },
    end,
  }
}

/** Where the system knows no priorities, or the process has gone already, all stays as it is. */
function stepBack({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {}
}

function answerOf<Answer>(
  process: ChildProcess,
  work: object,
  patience: number,
): Promise<Answer | null> {
  const { promise, resolve } = Promise.withResolvers<Answer | null>()
  const alarm = setTimeout(() => resolve(null), patience)
  const onEnd = () => resolve(null)
  process.once('message', (answer: Answer) => resolve(answer))
  process.once('exit', onEnd).once('error', onEnd)
  process.send(work, (error) => {
    if (error) resolve(null)
  })
  return promise.finally(() => {
    clearTimeout(alarm)
    process.removeAllListeners('message')
    process.off('exit', onEnd).off('error', onEnd)
  })
}
