import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Chance } from '#ground/chance'
import { openPaymentStand, type PaymentStand } from './payment-stand.ts'

const program = fileURLToPath(new URL('payment-server.ts', import.meta.url))

interface Killing {
  readonly kills: number
  readonly chance: Chance
  readonly sabotage: string
}

/** Readers of the stand; each pays, is renewed and is paid back now and then. */
const readers = 12

/** Kills the server while it is told of payments; in the end everything has its effect, once. */
export async function killPayments(
  data: string,
  { kills, chance, sabotage }: Killing,
): Promise<boolean> {
  await using stand = await openPaymentStand(data)
  const told = new Set<string>()
  for (let number = 0; number < readers; number += 1) {
    const begun = await stand.begin(`reader ${number}`)
    if (begun.ok && begun.value.page !== null) stand.there.pay(begun.value.page.session)
  }
  const start = () => startServer(data, stand, sabotage)
  for (let kill = 0; kill < kills; kill += 1) {
    happen(stand, chance)
    const server = await start()
    const delivering = deliver(stand, server.port, told, chance)
    await pause(chance.below(40))
    server.child.kill('SIGKILL')
    await server.gone
    await delivering
  }
  const server = await start()
  while ((await deliver(stand, server.port, told, chance)) > 0);
  await server.idle()
  server.child.kill('SIGKILL')
  await server.gone
  return conclude(stand, { kills, told: told.size })
}

/** Something happens at the provider, of which it will tell. */
function happen({ there }: PaymentStand, chance: Chance): void {
  const contract = chance.oneOf([...there.books.subscriptions.keys()])
  if (chance.share() < 0.7) {
    there.renew(contract)
    return
  }
  const charges = [...there.books.charges.values()].filter((one) => one.amount_refunded < 900)
  if (charges.length > 0) there.refund(chance.oneOf(charges).payment_intent, 50)
}

async function startServer(data: string, { there }: PaymentStand, sabotage: string) {
  const words = [program, data, there.address.href, sabotage]
  const child: ChildProcessByStdio<null, Readable, null> = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let idles = 0
  const port = await new Promise<number>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'idle') idles += 1
      else resolve(Number(line.split(' ')[1]))
    })
  })
  return {
    ...{ child, gone, port },
    /** Waits until it has found nothing to do, twice. */
    async idle() {
      const before = idles
      while (idles < before + 2) await pause(5)
    },
  }
}

/** Sends what was not acknowledged, in a random order, some of it twice; gives how many were not. */
async function deliver(
  { there }: PaymentStand,
  port: number,
  told: Set<string>,
  chance: Chance,
): Promise<number> {
  const ids = there.books.events.map(({ id }) => id)
  const open = ids.filter((id) => !told.has(id) || chance.share() < 0.02)
  open.sort(() => chance.share() - 0.5)
  await Promise.all(
    open.map(async (id) => {
      const { body, signature } = there.signed(id, Temporal.Now.instant())
      const headers = { 'stripe-signature': signature }
      const hook = `http://127.0.0.1:${port}/`
      const answer = await fetch(hook, { method: 'POST', body, headers }).catch(() => null)
      if (answer?.status === 200) told.add(id)
    }),
  )
  return ids.filter((id) => !told.has(id)).length
}

/** Compares what the stand has with what truly happened. */
async function conclude(
  { there, receipts, grants }: PaymentStand,
  { kills, told }: { readonly kills: number; readonly told: number },
): Promise<boolean> {
  const truth = { paid: 0, refunded: 0, payments: there.books.charges.size }
  for (const { amount, amount_refunded } of there.books.charges.values()) {
    truth.paid += amount
    truth.refunded += amount_refunded
  }
  const found = { paid: 0, refunded: 0, payments: 0 }
  let rights = 0
  for (let number = 0; number < readers; number += 1) {
    for (const { what, amount } of await receipts.of(`reader ${number}`)) {
      found[what] += amount.minor
      if (what === 'paid') found.payments += 1
    }
    rights += (await grants.of(`reader ${number}`)).length
  }
  const holds = JSON.stringify(found) === JSON.stringify(truth) && rights === truth.payments
  process.stdout.write(
    `killed ${kills} times: ${told} events acknowledged, ${found.payments} of ${truth.payments} payments, ` +
      `${rights} rights, ${found.paid} of ${truth.paid} paid, ${found.refunded} of ${truth.refunded} paid back: ` +
      `${holds ? 'each effect once' : 'NOT as it happened'}\n`,
  )
  return holds
}
