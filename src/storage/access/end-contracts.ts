import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import { putTask } from './effects.ts'
import { subscriptionsOf } from './subscriptions.ts'

/** Before a reader's rows go: has the provider end what would be charged again and again. */
export async function endContracts(turn: Kysely<Tables>, readerId: string): Promise<void> {
  for (const { contract } of await subscriptionsOf(turn, readerId)) {
    if (contract === null || contract.over) continue
    const task = { kind: 'end', ref: contract.ref } as const
    await putTask(turn, `gone:${contract.ref}`, task, Temporal.Now.instant())
  }
}
