import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Happening } from '#desk'
import { documentNamed, noon } from './document.fixture.ts'
import { changesAfter } from './index-changes.ts'

/** The changes that these lines of an outbox make, when the stories with these ids are gone. */
function changesOf(lines: readonly (readonly string[])[], gone: readonly string[]) {
  const happened = lines.map((stories, line) => {
    const happening: Happening = { kind: 'printed', publication: 'tide', stories }
    return { position: line + 1, at: noon, happening }
  })
  const documents = {
    of: async (ids: readonly string[]) => ids.filter((id) => !gone.includes(id)).map(documentNamed),
    after: async () => [],
    count: async () => 0,
  }
  const outbox = {
    last: async () => happened.length,
    after: async (position: number, most: number) => happened.slice(position, position + most),
  }
  return Array.fromAsync(changesAfter(0, { documents, outbox }))
}

it('a story that several lines name is looked up once, and forgotten when it is gone', async () => {
  const changes = await changesOf([['a', 'b'], ['b'], ['c']], ['c'])
  assert.deepEqual(
    changes.map(({ put, remove, position }) => [
      put.map(({ storyId }) => storyId),
      remove,
      position,
    ]),
    [[['a', 'b'], ['c'], 3]],
  )
})

it('an edition of thousands is many changes, and only the last one has its position', async () => {
  const ids = Array.from({ length: 1_000 }, (_, number) => `story-${number}`)
  const changes = await changesOf([['first'], ids], [])
  assert.ok(changes.length > 2 && changes.every(({ put }) => put.length <= 400))
  assert.deepEqual(
    changes.map(({ position }) => position),
    changes.map((_, number) => (number === changes.length - 1 ? 2 : 0)),
  )
  assert.deepEqual(
    changes.flatMap(({ put }) => put.map(({ storyId }) => storyId)),
    ['first', ...ids],
  )
})

it('lines that name no story move the index on', async () => {
  const changes = await changesOf([[], []], [])
  assert.deepEqual(changes, [{ put: [], remove: [], position: 2 }])
})
