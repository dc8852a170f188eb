import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Outbox } from '#desk'
import { followOutbox } from './follow-outbox.ts'

const at = Temporal.Instant.from('2031-04-02T06:00:00Z')

/** An outbox in memory: what happened is told by the names of publications. */
function outboxOf(...before: string[]) {
  const happened = [...before]
  let failing = false
  const outbox: Outbox = {
    last: async () => happened.length,
    after: async (position, most) => {
      if (failing) throw new Error('the disk is away')
      return happened.slice(position, position + most).map((publication, index) => ({
        position: position + index + 1,
        at,
        happening: { kind: 'printed', publication, stories: [] },
      }))
    },
  }
  return {
    outbox,
    happen: (...publications: string[]) => void happened.push(...publications),
    fail: (how: boolean) => {
      failing = how
    },
  }
}

it('tells of what happens from now on, once and in order', async () => {
  const { outbox, happen } = outboxOf('long', 'ago')
  const heard: string[] = []
  const round = await followOutbox(outbox, ({ publication }) => heard.push(publication))
  await round()
  assert.deepEqual(heard, [])
  happen('tide', 'courier')
  await round()
  await round()
  assert.deepEqual(heard, ['tide', 'courier'])
})

it('catches up in one round, however much happened', async () => {
  const { outbox, happen } = outboxOf()
  const heard: string[] = []
  const round = await followOutbox(outbox, ({ publication }) => heard.push(publication))
  const names = Array.from({ length: 1_234 }, (_, number) => `paper-${number}`)
  happen(...names)
  await round()
  assert.deepEqual(heard, names)
})

it('loses nothing when a round fails', async () => {
  const { outbox, happen, fail } = outboxOf()
  const heard: string[] = []
  const round = await followOutbox(outbox, ({ publication }) => heard.push(publication))
  happen('tide')
  fail(true)
  await assert.rejects(round(), /the disk is away/)
  fail(false)
  await round()
  assert.deepEqual(heard, ['tide'])
})
