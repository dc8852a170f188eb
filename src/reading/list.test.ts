import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  asPrivate,
  asShared,
  inOrder,
  listRules,
  newList,
  type ReaderList,
  sharedToken,
  withListed,
  withNotes,
} from './list.ts'

const at = Temporal.Instant.from('2031-04-02T12:00:00Z')
const keys = { lists: new Uint8Array(32) }

function listOf(...ids: readonly string[]) {
  const made = newList('Quiet water', at)
  assert.ok(made.ok)
  return { ...made.value, listed: ids.map((storyId) => ({ storyId, note: '', addedAt: at })) }
}

const idsOf = (list: Pick<ReaderList, 'listed'>) =>
  list.listed.map(({ storyId }) => storyId).join('')

describe('a list', () => {
  it('holds a story once, and so many', () => {
    const again = withListed(listOf('a', 'b'), 'a', at)
    assert.ok(again.ok && again.value.listed.length === 2)
    const full = listOf(...Array.from({ length: listRules.stories }, (_, index) => `s${index}`))
    assert.deepEqual(withListed(full, 'one more', at), { ok: false, reason: 'full' })
    assert.ok(withListed(full, 's1', at).ok)
  })

  it('takes an order of some of its stories, and leaves the others where they are', () => {
    assert.equal(idsOf(inOrder(listOf('a', 'b', 'c', 'd'), ['d', 'b'], at)), 'adcb')
    assert.equal(idsOf(inOrder(listOf('a', 'b', 'c'), ['c', 'x', 'a', 'c'], at)), 'cba')
    assert.equal(idsOf(inOrder(listOf('a', 'b'), [], at)), 'ab')
  })

  it('keeps notes as plain lines without marks that turn the text of others', () => {
    const noted = withNotes(listOf('a'), new Map([['a', ' two\nlines \u202Eturned ']]), at)
    assert.ok(noted.ok)
    assert.equal(noted.value.listed[0]?.note, 'two lines turned')
    const long = withNotes(listOf('a'), new Map([['a', 'x'.repeat(301)]]), at)
    assert.deepEqual(long, { ok: false, reason: [{ at: 'note', why: 'too-long', storyId: 'a' }] })
  })

  it('keeps its address while it is shared, and gets another when it is shared again', () => {
    const shared = asShared(listOf('a'), keys, { name: 'Ana', at, bars: [] })
    assert.ok(shared.ok && shared.value.sharing !== null)
    const renamed = asShared(shared.value, keys, { name: '', at, bars: [] })
    assert.ok(renamed.ok)
    assert.deepEqual(renamed.value.sharing, shared.value.sharing)
    const again = asShared(asPrivate(shared.value, at), keys, { name: '', at, bars: [] })
    assert.ok(again.ok && again.value.sharing !== null)
    assert.notEqual(sharedToken(keys, again.value.sharing), sharedToken(keys, shared.value.sharing))
  })

  it('is not shared where that was ended, nor under a name that is too long', () => {
    const list = listOf('a')
    const bar = { listId: list.id, title: '', storyIds: [], reason: '', at }
    const barred = asShared(list, keys, { name: '', at, bars: [bar] })
    assert.deepEqual(barred, { ok: false, reason: 'barred' })
    const named = asShared(listOf('a'), keys, { name: 'x'.repeat(81), at, bars: [] })
    assert.deepEqual(named, { ok: false, reason: { at: 'name', why: 'too-long' } })
  })
})
