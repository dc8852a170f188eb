import assert from 'node:assert/strict'
import { it } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { OutboxLine } from '#desk'
import { documentNamed, noon } from './document.fixture.ts'
import { indexAlong } from './index-along.ts'

/** A stand with these stories and more to come, and an index that remembers what it was told. */
function openStand({ before, full = false }: { before: readonly string[]; full?: boolean }) {
  const lines: OutboxLine[] = []
  const told: string[] = []
  const needs = {
    keeper: {
      position: async () => null,
      apply: async () => {},
      rebuild: async () => ({
        put: async (documents: readonly { readonly storyId: string }[]) => {
          if (full) throw new Error('No space left')
          told.push(...documents.map(({ storyId }) => storyId))
        },
        remove: async () => {},
        swap: async (position: number) => {
          told.push(`asked from ${position} on`)
        },
        [Symbol.asyncDispose]: async () => {
          told.push('closed')
        },
      }),
    },
    documents: {
      of: async (ids: readonly string[]) => ids.map(documentNamed),
      after: async (last: unknown) => (last === null ? before.map(documentNamed) : []),
      count: async () => before.length,
    },
    outbox: {
      last: async () => lines.length,
      after: async (position: number, most: number) => lines.slice(position, position + most),
    },
  }
  return {
    needs,
    told,
    print(story: string) {
      const happening = { kind: 'printed', publication: 'tide', stories: [story] } as const
      lines.push({ position: lines.length + 1, at: noon, happening })
    },
    async until(story: string) {
      while (!told.includes(story)) await nextTurn()
    },
  }
}

it('stories come in while it is built, and are all in it before anybody asks it', async () => {
  const stand = openStand({ before: ['old'] })
  {
    await using along = await indexAlong(stand.needs, () => {})
    assert.deepEqual(stand.told, ['old'])
    stand.print('first')
    await stand.until('first')
    stand.print('second')
    await along.finish()
  }
  assert.deepEqual(stand.told, ['old', 'first', 'second', 'asked from 2 on', 'closed'])
})

it('is given up when it is not finished', async () => {
  const stand = openStand({ before: ['old'] })
  {
    await using _ = await indexAlong(stand.needs, () => {})
    stand.print('first')
  }
  assert.equal(stand.told.at(-1), 'closed')
  assert.ok(!stand.told.some((line) => line.startsWith('asked')))
})

it('what goes wrong beside is told at the end', async () => {
  const stand = openStand({ before: [], full: true })
  await using along = await indexAlong(stand.needs, () => {})
  stand.print('first')
  await assert.rejects(along.finish(), /No space left/)
  assert.deepEqual(stand.told, [])
})
