import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { bad, type Outcome } from '#ground/outcome'
import type { PictureLook } from './check-picture.ts'
import type { PictureRefusal } from './picture-source.ts'
import type { WantedRendering } from './render-picture.ts'
import { openTurns } from './turns.ts'

/** What is sent to the process: a stranger's picture to check, or a master and what to make of it. */
export interface PictureWork {
  readonly bytes: Uint8Array
  readonly wanted: WantedRendering | null
}

/** Neither throws: a decoder that crashed or hung is a refusal. A second call waits for the first. */
export interface PictureProcess {
  check(bytes: Uint8Array): Promise<Outcome<PictureLook, PictureRefusal>>
  render(master: Uint8Array, wanted: WantedRendering): Promise<Outcome<Uint8Array, PictureRefusal>>
}

export interface ProcessOptions {
  readonly program?: string
  /** Leaves the processor to everybody else on the machine. */
  readonly humble?: boolean
}

const ourProgram = fileURLToPath(new URL('./render-child.ts', import.meta.url))

/** One check or rendering takes this many milliseconds at most. */
const patience = 30_000

/** Without work for so long, the process ends and gives its memory back. */
const idleness = 5_000

/**
 * Opens pictures in a process of its own: a decoder that crashes or hangs on a stranger's picture
 * costs that picture and nothing else, and the hundreds of megabytes that encoding takes go back to
 * the system when it is done. One picture at a time; idle, it does not keep the program alive.
 */
export function openPictureProcess(options: ProcessOptions = {}): PictureProcess {
  const { program = ourProgram, humble = false } = options
  const turns = openTurns()
  let running: ChildProcess | null = null
  let rest: NodeJS.Timeout | undefined

  const start = (): ChildProcess => {
    const started = fork(program, {
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
    running?.kill('SIGKILL')
    running = null
  }

  async function askNow<Value>(work: PictureWork): Promise<Outcome<Value, PictureRefusal>> {
    clearTimeout(rest)
    running ??= start()
    const process = running
    process.ref()
    process.channel?.ref()
    const answer = await answerOf<Value>(process, work)
    if (answer === null) end()
    process.unref()
    process.channel?.unref()
    rest = setTimeout(end, idleness)
    rest.unref()
    return answer ?? bad(unreadable)
  }

  return {
    check: (bytes) => turns.take(() => askNow<PictureLook>({ bytes, wanted: null })),
    render: (bytes, wanted) => turns.take(() => askNow<Uint8Array>({ bytes, wanted })),
  }
}

/** Where the system knows no priorities, or the process has gone already, all stays as it is. */
function stepBack({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {}
}

/** Null when the process ended, or had to be given up. */
function answerOf<Value>(
  process: ChildProcess,
  work: PictureWork,
): Promise<Outcome<Value, PictureRefusal> | null> {
  type Answer = Outcome<Value, PictureRefusal>
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

const unreadable: PictureRefusal = {
  code: 'image.bad',
  message: 'The picture cannot be read, or not in time; send it again as a plain JPEG or PNG.',
}
