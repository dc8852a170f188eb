import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { digestOf } from '#ground/digest'
import { EngineError, type Segment, type TranslationEngine } from '#translate'
import type { BergamotModel } from './bergamot-models.ts'

const name = 'Bergamot'

/** Of the package; a model's own is in its files. */
const version = '0.4.9'

/** Milliseconds: for loading a model and one call; and without work until its memory is given back. */
const patience = 60_000
const idleness = 60_000

/**
 * Bergamot's models in WebAssembly, each in a thread that ends when nothing is asked of it, or when
 * anything goes wrong: a model that it cannot read leaves it unusable.
 */
export function openBergamot(
  models: readonly BergamotModel[],
): TranslationEngine & AsyncDisposable {
  const threads = new Map<string, ModelThread>()
  const threadFor = (from: string, to: string): ModelThread => {
    const key = `${from}-${to}`
    const model = models.find((one) => one.from === from && one.to === to)
    if (model === undefined) throw new EngineError('pair', `${name} has no model ${key}.`)
    const running = threads.get(key)
    if (running !== undefined) return running
    const started = openThread(model, () => threads.delete(key))
    threads.set(key, started)
    return started
  }
  const translate = async (
    model: Pick<BergamotModel, 'from' | 'to'>,
    segments: readonly Segment[],
    signal?: AbortSignal,
  ) => {
    const texts = segments.map(({ content }) => content)
    const translated = await threadFor(model.from, model.to).translate(texts, signal)
    return segments.map(({ id }, at) => ({ id, content: translated[at] ?? '' }))
  }
  return {
    id: 'bergamot',
    name,
    version: digestOf([version, ...models.map((model) => model.version)].join(' ')).slice(0, 16),
    sendsTextTo: null,
    format: 'html',
    protection: 'placeholder',
    maxCharacters: 4_000,
    maxSegments: 20,
    concurrency: 1,
    async probe() {
      for (const model of models) {
        try {
          await translate(model, [{ id: '1', content: 'a' }])
        } catch (error) {
          if (!(error instanceof EngineError)) throw error
          const mend = 'Put files of one and the same Bergamot model there.'
          return { ok: false, why: `${model.from}-${model.to}: ${error.message}`, mend }
        }
      }
      return { ok: true }
    },
    pairs: async () => models.map(({ from, to }) => ({ from, to, grade: 'unknown' })),
    translate: ({ from, to, segments, signal }) => translate({ from, to }, segments, signal),
    async [Symbol.asyncDispose]() {
      await Promise.all([...threads.values()].map((thread) => thread.end()))
    },
  }
}

interface ModelThread {
  translate(texts: readonly string[], signal?: AbortSignal): Promise<readonly string[]>
  end(): Promise<unknown>
}

function openThread(model: BergamotModel, onEnd: () => void): ModelThread {
  const worker = new Worker(new URL('./bergamot-worker.ts', import.meta.url), {
    stdout: true,
    stderr: true,
  })
  worker.unref()
  const end = () => {
    onEnd()
    return worker.terminate()
  }
  const ask = caller(worker)
  let rest: NodeJS.Timeout | undefined
  const ready = (async () => {
    const [weights, shortlist, ...vocabs] = await Promise.all(
      [model.model, model.shortlist, ...model.vocabularies].map(contentOf),
    )
    const buffers = { model: weights, shortlist, vocabs, qualityModel: null }
    const pair = { from: model.from, to: model.to }
    await ask('initialize', [{ cacheSize: 0 }])
    await ask('loadTranslationModel', [pair, buffers])
  })()
  ready.catch(() => {})

  return {
    end,
    async translate(texts, signal) {
      clearTimeout(rest)
      const stopped = Promise.withResolvers<never>()
      const stop = (error: unknown) => stopped.reject(error)
      const alarm = setTimeout(
        () => stop(new EngineError('timeout', `${name} took too long.`)),
        patience,
      )
      const onAbort = () => stop(signal?.reason)
      signal?.addEventListener('abort', onAbort)
      const models = [{ from: model.from, to: model.to }]
      const asked = texts.map((text) => ({ text, html: true, qualityScores: false }))
      try {
        await Promise.race([ready, stopped.promise])
        const answer = await Promise.race([
          ask('translate', [{ models, texts: asked }]),
          stopped.promise,
        ])
        rest = setTimeout(end, idleness).unref()
        return textsIn(answer)
      } catch (error) {
        await end()
        throw error
      } finally {
        clearTimeout(alarm)
        signal?.removeEventListener('abort', onAbort)
      }
    },
  }
}

/** Questions to a thread by number; all that are open fail with the thread. */
function caller(worker: Worker) {
  const open = new Map<number, ReturnType<typeof Promise.withResolvers<unknown>>>()
  let last = 0
  const fail = () => {
    for (const { reject } of open.values()) reject(new EngineError('down', `${name} broke down.`))
    open.clear()
  }
  worker.on('error', fail)
  worker.on('exit', fail)
  worker.on(
    'message',
    ({ id, result, error }: { id: number; result?: unknown; error?: unknown }) => {
      const asked = open.get(id)
      open.delete(id)
      if (error === undefined) asked?.resolve(result)
      // Its own words may hold some of the text.
      else asked?.reject(new EngineError('down', `${name} cannot use its model.`))
    },
  )
  return (what: string, args: readonly unknown[]): Promise<unknown> => {
    last += 1
    const asked = Promise.withResolvers<unknown>()
    open.set(last, asked)
    worker.postMessage({ id: last, name: what, args })
    return asked.promise
  }
}

async function contentOf(file: string): Promise<ArrayBuffer> {
  const bytes = await readFile(file).catch(() => {
    throw new EngineError('down', `${name} cannot read the files of its model.`)
  })
  return new Uint8Array(bytes).buffer
}

function textsIn(answer: unknown): readonly string[] {
  if (!Array.isArray(answer))
    throw new EngineError('bad-output', `${name} answered in another shape.`)
  return answer.map((one: { target?: { text?: unknown } } | null) =>
    String(one?.target?.text ?? ''),
  )
}
