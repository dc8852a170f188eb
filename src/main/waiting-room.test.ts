import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openWaitingRoom } from './waiting-room.ts'

it('lets visitors wait until there is something to see, and tells at once that all is well', async () => {
  const answered: string[] = []
  const room = openWaitingRoom((request) => {
    answered.push(new URL(request.url).pathname)
    return new Response()
  })
  const ask = (path: string) => room.answer(new Request(`http://stand.example${path}`))
  const waiting = [ask('/en'), ask('/nl')]
  await ask('/health')
  await new Promise((resolve) => setImmediate(resolve))
  assert.deepEqual(answered, ['/health'])
  room.open()
  await Promise.all(waiting)
  assert.deepEqual(answered, ['/health', '/en', '/nl'])
  await ask('/ar')
  assert.equal(answered.at(-1), '/ar')
})
