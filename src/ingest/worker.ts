/** The thread that reads deliveries for `reader.ts`, which ends it when one takes too long. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Delivery } from './delivery.ts'
import type { Reading } from './draft.ts'
import { readHere } from './read-here.ts'
import { deliveryFromWire, toWire, type Wire } from './wire.ts'

const settings: WorkerSettings = workerData

/** What the reader hands over when it starts this thread. */
export interface WorkerSettings {
  readonly bytes: number
}

parentPort?.on('message', async (wire: Wire<Delivery>) => {
  const answer: Wire<Reading> = toWire(await readHere(deliveryFromWire(wire), settings.bytes))
  parentPort?.postMessage(answer)
})
