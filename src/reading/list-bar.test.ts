import assert from 'node:assert/strict'
import { it } from 'node:test'
import { newList } from './list.ts'
import { barOn } from './list-bar.ts'

const at = Temporal.Instant.from('2031-04-02T12:00:00Z')
const bar = {
  ...{ listId: 'barred', title: 'Salt & boats', reason: 'It names a neighbour.', at },
  storyIds: ['a', 'b', 'c', 'd'],
}
const listOf = (title: string, ids: readonly string[], id?: string) => {
  const made = newList(title, at)
  assert.ok(made.ok)
  const listed = ids.map((storyId) => ({ storyId, note: '', addedAt: at }))
  return { ...made.value, ...(id !== undefined && { id }), listed }
}
const isBarred = (...list: Parameters<typeof listOf>) => barOn(listOf(...list), [bar]) === bar

it('is on the list itself, whatever it is called and holds by now', () => {
  assert.ok(isBarred('Something else', [], 'barred'))
})

it('is on one that is made anew: with its title, or with most of its stories', () => {
  assert.ok(isBarred('SALT, boats!', []))
  assert.ok(isBarred('For the weekend', ['x', 'c', 'b', 'a', 'y']))
})

it('is not on one that has little of it', () => {
  assert.ok(!isBarred('For the weekend', ['a', 'b', 'x', 'y', 'z']))
  assert.ok(!isBarred('Salt', []))
  const few = { ...bar, storyIds: ['a'] }
  assert.equal(barOn(listOf('For the weekend', ['a']), [few]), null)
  assert.equal(barOn(listOf('For the weekend', ['a']), []), null)
})
