/**
 * The server that the proof kills: it takes what the provider tells, and works it off. Called with
 * its data folder, the provider's address, and "early" to answer before it has kept anything.
 */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { performTasks, receiveEvent, settleEvents, type WorkNeeds } from '#access'
import { openStripe } from '#outside'
import {
  checkoutBook,
  openSqlite,
  paymentLog,
  purchaseBook,
  subscriptionBook,
  taskBook,
} from '#storage'
import { webhookSecret } from '../../src/outside/stripe/stand-in.fixture.ts'

const [data = '', provider = '', sabotage = ''] = process.argv.slice(2)
const database = openSqlite(join(data, 'kiosk.db'))
const needs: WorkNeeds = {
  payments: await openStripe({ secretKey: 'sk_test_x', webhookSecret, at: new URL(provider) }),
  checkouts: checkoutBook(database),
  subscriptions: subscriptionBook(database, 'UTC'),
  purchases: purchaseBook(database),
  log: paymentLog(database),
  tasks: taskBook(database),
  clock: () => Temporal.Now.instant(),
  report: (error) => void process.stderr.write(`${error}\n`),
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const signature = request.headers['stripe-signature']
  if (sabotage === 'early') {
    response.writeHead(200).end()
    await pause(20)
  }
  const kept = await receiveEvent(needs, Buffer.concat(chunks), String(signature ?? ''))
  if (sabotage !== 'early') response.writeHead(kept.ok ? 200 : 400).end()
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  process.stdout.write(`port ${port}\n`)
})

for (;;) {
  const done = (await settleEvents(needs)) + (await performTasks(needs))
  if (done === 0) {
    process.stdout.write('idle\n')
    await pause(5)
  }
}
