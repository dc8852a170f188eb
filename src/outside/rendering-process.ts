import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bad, type Outcome } from '#ground/outcome'
import type { PictureRefusal } from './picture-source.ts'
import type { Rendered } from './render-picture.ts'

type Rendering = Outcome<Rendered, PictureRefusal>

export interface RenderingProcess {
  /** Renders one picture; a second call waits for the first. Never throws. */
  render(bytes: Uint8Array): Promise<Rendering>
}

const program = fileURLToPath(new URL('./render-child.ts', import.meta.url))

/** All renderings of one picture take this many milliseconds at most. */
const patience = 60_000

/** Without work for so long, the process ends and gives its memory back. */
const idleness = 5_000

/**
 * Renders pictures in a process of its own: a decoder that crashes or hangs on a stranger's picture
 * costs that picture and nothing else, and the hundreds of megabytes that encoding takes go back to
 * the system when it is done. One picture at a time; idle, it does not keep the program alive.
 */
export function openRenderingProcess(child: string = program): RenderingProcess {
  let running: ChildProcess | null = null
  let rest: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  const start = (): ChildProcess => {
    const started = fork(child, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 2, 'ipc'],
    })
    started.on('exit', () => {
      if (running === started) running = null
    })
    return started
  }

  const end = (): void => {
    running?.kill('SIGKILL')
    running = null
  }

  async function renderNow(bytes: Uint8Array): Promise<Rendering> {
    clearTimeout(rest)
    running ??= start()
    const process = running
    process.ref()
    process.channel?.ref()
    const answer = await answerOf(process, bytes)
    if (answer === null) end()
    process.unref()
    process.channel?.unref()
    rest = setTimeout(end, idleness)
    rest.unref()
    return answer ?? bad(unreadable)
  }

  return {
    render(bytes) {
      const turn = last.then(() => renderNow(bytes))
      last = turn
      return turn
    },
  }
}

/** Null when the process ended, or had to be given up. */
function answerOf(process: ChildProcess, bytes: Uint8Array): Promise<Rendering | null> {
  const { promise, resolve } = Promise.withResolvers<Rendering | null>()
  const alarm = setTimeout(() => resolve(null), patience)
  const onEnd = () => resolve(null)
  process.once('message', (answer: Rendering) => resolve(answer))
  process.once('exit', onEnd).once('error', onEnd)
  process.send(bytes, (error) => {
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
