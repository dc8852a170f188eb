/** The thread that reads deliveries for `reading-desk.ts`, which ends it when one takes too long. */
import { parentPort } from 'node:worker_threads'
import type { Delivery } from './delivery.ts'
import { readHere } from './read-here.ts'
import { deliveryFromWire, toWire, type Wire } from './wire.ts'

parentPort?.on('message', async (wire: Wire<Delivery>) => {
  parentPort?.postMessage(toWire(await readHere(deliveryFromWire(wire))))
})
