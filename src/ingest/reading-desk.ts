import { Worker } from 'node:worker_threads'
import type { Delivery } from './delivery.ts'
import type { Reading } from './draft.ts'
import type { Limits } from './limits.ts'
import { refuse } from './refuse.ts'
import { deliveryToWire, fromWire, type Wire } from './wire.ts'

/** One thread and the delivery it is reading; a new thread takes its place when it had to end. */
export interface ReadingDesk {
  /** Reads one delivery; the next may come only when this one is answered. */
  read(delivery: Delivery): Promise<Reading>
  close(): Promise<void>
}

/** Milliseconds after which a thread without work gives its memory back. */
const idle = 60_000

export function openDesk(limits: Limits): ReadingDesk {
  let worker: Worker | null = null
  let leaving: NodeJS.Timeout | undefined

  /** Waits for the thread to be gone, so that two never hold memory at once. */
  const end = async (): Promise<void> => {
    clearTimeout(leaving)
    const ending = worker
    worker = null
    await ending?.terminate()
  }

  return {
    async read(delivery) {
      clearTimeout(leaving)
      worker ??= start(limits)
      const answer = await answerOf(worker, delivery, limits)
      if (answer.isLast) await end()
      else {
        worker?.unref()
        leaving = setTimeout(end, idle).unref()
      }
      return answer.reading
    },
    close: end,
  }
}

function start({ megabytes }: Limits): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  // An idle thread has nobody who listens; its error is known when it is next asked.
  worker.on('error', () => {})
  return worker
}

interface Answer {
  readonly reading: Reading
  /** True when the thread cannot be asked again. */
  readonly isLast: boolean
}

function answerOf(worker: Worker, delivery: Delivery, limits: Limits): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>()
  const onMessage = (wire: Wire<Reading>) => resolve({ reading: fromWire(wire), isLast: false })
  const onError = (error: unknown) => resolve({ reading: failed(error, limits), isLast: true })
  const onExit = () => resolve({ reading: failed('its thread ended', limits), isLast: true })
  const onTime = () => resolve({ reading: tooSlow(limits), isLast: true })

  worker.ref()
  worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  const timer = setTimeout(onTime, limits.milliseconds)
  worker.postMessage(deliveryToWire(delivery))
  return promise.finally(() => {
    clearTimeout(timer)
    worker.off('message', onMessage).off('error', onError).off('exit', onExit)
  })
}

function tooSlow({ milliseconds }: Limits): Reading {
  const seconds = Math.round(milliseconds / 1_000)
  const message = `Reading it took more than ${seconds} s and was ended. Send it in parts, or in a simpler form.`
  return refuse('read.too-slow', message)
}

function failed(error: unknown, { megabytes }: Limits): Reading {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const message = `Reading it took more than ${megabytes} MB of memory and was ended. Send it in parts.`
    return refuse('read.too-large', message)
  }
  const message = `Reading it failed (${String(error).slice(0, 200)}). Please report this to Kiosk.`
  return refuse('read.failed', message)
}
