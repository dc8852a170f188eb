import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as fc from 'fast-check'
import { chanceFrom } from '#ground/chance'
import { circumstances } from '../../bench/machine.ts'
import { histories } from '../../src/access/histories.fixture.ts'
import { checkAgainstReference } from '../../src/access/reference.fixture.ts'
import { lived } from '../../src/access/subscription.fixture.ts'
import { killPayments } from './killed-payments.ts'
import { openPaymentStand } from './payment-stand.ts'

const options = {
  histories: { type: 'string', default: '10000' },
  repeats: { type: 'string', default: '1000' },
  kills: { type: 'string', default: '200' },
  seed: { type: 'string' },
  /** "early": the server answers before it has kept what it was told, which has to be noticed. */
  sabotage: { type: 'string' },
} as const

/**
 * Random histories of a subscription against the reference model; many who begin to buy the same at
 * once; and a server that is killed again and again while it is told of payments.
 * @returns whether all of it holds
 */
export async function payments(words: string[]): Promise<boolean> {
  const { values } = parseArgs({ args: words, options })
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
  const sabotage = values.sabotage ?? ''
  if (sabotage !== '' && sabotage !== 'early') throw new Error(`There is no sabotage "${sabotage}"`)
  process.stdout.write(`payments, seed ${seed}: ${circumstances()}\n`)
  const root = await mkdtemp(join(tmpdir(), 'kiosk-payments-'))
  try {
    const held = [
      proveHistories(Number(values.histories), seed),
      await proveOneCheckout(join(root, 'one'), Number(values.repeats)),
      await killPayments(join(root, 'killed'), {
        kills: Number(values.kills),
        chance: chanceFrom(seed),
        sabotage,
      }),
    ]
    return held.every(Boolean)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

function proveHistories(count: number, seed: number): boolean {
  let acts = 0
  const property = fc.property(histories, (history) => {
    acts += history.length
    checkAgainstReference(lived(history))
  })
  const { failed, numRuns, counterexample, errorInstance } = fc.check(property, {
    numRuns: count,
    seed,
  })
  process.stdout.write(
    `histories: ${numRuns} with ${acts} acts, ${failed ? 'not ' : ''}all equal\n`,
  )
  if (failed) process.stdout.write(`${JSON.stringify(counterexample)}\n${String(errorInstance)}\n`)
  return !failed
}

async function proveOneCheckout(data: string, repeats: number): Promise<boolean> {
  await using stand = await openPaymentStand(data)
  const begun = await Promise.all(Array.from({ length: repeats }, () => stand.begin('ana')))
  const pages = new Set(begun.map((one) => (one.ok ? one.value.page?.session : one.reason)))
  const [session = ''] = pages
  stand.there.pay(session ?? '')
  await Promise.all(Array.from({ length: repeats }, () => stand.settle(session ?? '')))
  const contracts = stand.there.books.subscriptions.size
  const kept = (await stand.subscriptions.of('ana')).length
  const receipts = (await stand.receipts.of('ana')).length
  const again = await stand.begin('ana')
  const said = `${repeats} at once: ${pages.size} page, ${contracts} contract, ${kept} subscription, ${receipts} receipt`
  process.stdout.write(`one checkout, ${said}\n`)
  return pages.size === 1 && contracts === 1 && kept === 1 && receipts === 1 && !again.ok
}
