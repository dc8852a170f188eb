import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Happening, Outbox } from '#desk'
import type { PictureUse } from '#reading'
import { renderPublished } from './render-published.ts'

const always = new AbortController().signal

it('renders what earlier runs left, and then what is printed, the newest first', async () => {
  const stand = standOf({ old: ['a'], new: ['b'], later: ['c', 'd'] })
  stand.masters.push('a', 'b', 'unpublished')
  stand.walled.add('unpublished')
  const work = await renderPublished(stand.needs)
  await work(always)
  assert.deepEqual(stand.finished, ['b', 'a'])
  stand.print('later')
  await work(always)
  assert.deepEqual(stand.finished, ['b', 'a', 'c', 'd'])
  await work(always)
  assert.equal(stand.finished.length, 4)
})

it('puts what is printed meanwhile before what is old', async () => {
  const stand = standOf({ old: ['a'], new: ['b'], later: ['c'] })
  stand.masters.push('a', 'b')
  stand.whenFinished = (digest) => digest === 'b' && stand.print('later')
  await (await renderPublished(stand.needs))(always)
  assert.deepEqual(stand.finished, ['b', 'c', 'a'])
})

it('renders logos and covers, which stand in no story, when they are given', async () => {
  const stand = standOf({ old: ['a'] })
  stand.masters.push('a', 'logo')
  const work = await renderPublished(stand.needs)
  await work(always)
  assert.deepEqual(stand.finished, ['logo', 'a'])
  stand.masters.splice(0, 2, 'cover')
  stand.describe()
  await work(always)
  assert.deepEqual(stand.finished, ['logo', 'a', 'cover'])
})

it('does not render what nobody may open', async () => {
  const stand = standOf({ old: ['a'], new: ['b'] })
  stand.masters.push('a', 'b')
  stand.walled.add('b')
  const work = await renderPublished(stand.needs)
  await work(always)
  assert.deepEqual(stand.finished, ['a'])
  stand.walled.clear()
  stand.print('new')
  await work(always)
  assert.deepEqual(stand.finished, ['a', 'b'])
})

it('ends when it is told to, and when the disk is full until something is printed again', async () => {
  const stand = standOf({ old: ['a'], new: ['b'], later: ['c'] })
  stand.masters.push('a', 'b')
  const stop = new AbortController()
  stand.whenFinished = () => stop.abort()
  await (await renderPublished(stand.needs))(stop.signal)
  assert.deepEqual(stand.finished, ['b'])

  const full = standOf({ old: ['a'], new: ['b'], later: ['c'] })
  full.masters.push('a', 'b')
  full.end = 'not-stored'
  const work = await renderPublished(full.needs)
  await work(always)
  await work(always)
  assert.deepEqual(full.finished, ['b'])
  full.end = 'whole'
  full.print('later')
  await work(always)
  assert.deepEqual(full.finished, ['b', 'c'])
})

/** A stand of these stories, the oldest first, each with its pictures. */
function standOf(stories: Readonly<Record<string, readonly string[]>>) {
  const lines: Happening[] = []
  const outbox: Outbox = {
    last: async () => lines.length,
    after: async (position) =>
      lines.slice(position).map((happening, index) => ({
        position: position + index + 1,
        at: Temporal.Instant.from('2031-04-02T12:00:00Z'),
        happening,
      })),
  }
  const newest = Object.values(stories).toReversed().flat()
  const stand = {
    masters: [] as string[],
    finished: [] as string[],
    walled: new Set<string>(),
    end: 'whole' as 'whole' | 'not-stored',
    whenFinished: (_: string): unknown => null,
    describe: () => void lines.push({ kind: 'described', publication: 'tide', stories: [] }),
    print: (story: string) => {
      lines.push({ kind: 'printed', publication: 'tide', stories: [story] })
    },
  }
  const uses = {
    of: async (digest: string): Promise<readonly PictureUse[]> => [
      { door: 'plan', place: stand.walled.has(digest) ? 'rest' : 'lead' },
    ],
  }
  const shown = {
    inStories: async (ids: readonly string[]) => ids.flatMap((id) => stories[id] ?? []),
    newestFirst: async (digests: readonly string[]) =>
      newest.filter((digest) => digests.includes(digest)),
  }
  const renderings = {
    unfinished: async () => stand.masters,
    finish: async (digest: string) => {
      stand.finished.push(digest)
      stand.whenFinished(digest)
      return stand.end
    },
  }
  return Object.assign(stand, { needs: { outbox, uses, shown, renderings } })
}
