import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { it } from 'node:test'
import { firstAnswer } from './first-answer.ts'

const never = 60_000
const soon = () => new Promise((resolve) => setImmediate(resolve))

function waiting(most: number, signal = new AbortController().signal) {
  const server = new EventEmitter()
  const seen = { isOver: false }
  const over = firstAnswer(server, signal, most).then(() => {
    seen.isOver = true
  })
  return { server, seen, over }
}

it('waits until the first who asked was answered', async () => {
  const { server, seen, over } = waiting(never)
  const answer = new EventEmitter()
  server.emit('request', {}, answer)
  await soon()
  assert.equal(seen.isOver, false)
  answer.emit('close')
  await over
})

it('does not wait for ever, and not when the stand closes', async () => {
  await waiting(1).over
  const closing = new AbortController()
  const { over } = waiting(never, closing.signal)
  closing.abort()
  await over
  await waiting(never, AbortSignal.abort()).over
})
