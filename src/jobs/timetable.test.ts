import assert from 'node:assert/strict'
import { it } from 'node:test'
import { startTimetable, type Task } from './timetable.ts'

const unexpected = (error: unknown) => {
  throw error
}

/** A task that says when it has been done so many times. */
function counted(times: number, act: (count: number) => void = () => {}) {
  const { promise, resolve } = Promise.withResolvers<void>()
  let count = 0
  const task: Task = {
    name: 'counting',
    every: 1,
    round: async () => {
      count += 1
      if (count >= times) resolve()
      act(count)
    },
  }
  return { task, done: promise, count: () => count }
}

it('does every task again and again', async () => {
  const [one, other] = [counted(3), counted(3)]
  await using _ = startTimetable([one.task, other.task], unexpected)
  await Promise.all([one.done, other.done])
  assert.ok(one.count() >= 3 && other.count() >= 3)
})

it('reports a round that fails by its name, and goes on', async () => {
  const reports: string[] = []
  const failing = counted(3, (count) => {
    if (count < 3) throw new Error(`trouble ${count}`)
  })
  {
    await using _ = startTimetable([failing.task], (error, where) =>
      reports.push(`${where}: ${error instanceof Error ? error.message : error}`),
    )
    await failing.done
  }
  assert.deepEqual(reports, ['counting: trouble 1', 'counting: trouble 2'])
})

it('tells the round under way to end, waits for it, and begins no other', async () => {
  const begun = Promise.withResolvers<void>()
  const events: string[] = []
  const slow: Task = {
    name: 'slow',
    every: 1,
    round: async (signal) => {
      begun.resolve()
      events.push('begun')
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      await new Promise((resolve) => setImmediate(resolve))
      events.push('ended')
    },
  }
  const timetable = startTimetable([slow], unexpected)
  await begun.promise
  await timetable[Symbol.asyncDispose]()
  events.push('closed')
  assert.deepEqual(events, ['begun', 'ended', 'closed'])
})

it('does not wait for the next round of a task that rests', async () => {
  const { task, done, count } = counted(1)
  const timetable = startTimetable([{ ...task, every: 2 ** 30 }], unexpected)
  await done
  await timetable[Symbol.asyncDispose]()
  assert.equal(count(), 1)
})
