import { Worker } from 'node:worker_threads'

export interface Thread<Work, Answer> extends AsyncDisposable {
  /**
   * Questions are answered in the order in which they come.
   * @throws what the thread threw; a thread that ended is started again for the next question
   */
  ask(work: Work): Promise<Answer>
  /** How many questions are not answered yet. */
  readonly waiting: () => number
}

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

export type Reply<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly error: unknown }

/** A thread that answers messages with a `Reply` each. Idle, it does not keep the program alive. */
export function openThread<Work, Answer>(program: URL): Thread<Work, Answer> {
  let worker: Worker | null = null
  let asked: Waiting<Answer>[] = []

  const fail = (error: unknown): void => {
    worker = null
    const all = asked
    asked = []
    for (const { reject } of all) reject(error)
  }

  const start = (): Worker => {
    const started = new Worker(program)
    started.unref()
    started.on('message', (reply: Reply<Answer>) => {
      const next = asked.shift()
      if (asked.length === 0) started.unref()
      if (reply.ok) next?.resolve(reply.answer)
      else next?.reject(reply.error)
    })
    started.on('error', (error) => worker === started && fail(error))
    started.on('exit', () => worker === started && fail(new Error('The search thread ended')))
    return started
  }

  return {
    ask(work) {
      const { promise, resolve, reject } = Promise.withResolvers<Answer>()
      asked.push({ resolve, reject })
      worker ??= start()
      worker.ref()
      worker.postMessage(work)
      return promise
    },
    waiting: () => asked.length,
    async [Symbol.asyncDispose]() {
      const ending = worker
      worker = null
      await ending?.terminate()
    },
  }
}
