import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PublicationName } from '#catalogue'
import type { Change } from '../needs.ts'
import { standOfMany } from '../publications.fixture.ts'
import { keepStock } from './stock.ts'

/** A stock of five publications whose store can be changed, and that counts full reads. */
function stockOfFive() {
  const { publications } = standOfMany(5).needs
  const { promise, resolve } = Promise.withResolvers<(what: Change) => void>()
  const told = new Map<string, string | null>()
  let fullReads = 0
  let broken = false
  const known = <One extends PublicationName>(one: One): One => ({
    ...one,
    title: told.get(one.slug) ?? one.title,
  })
  const stock = keepStock({
    publications: {
      ...publications,
      onStand: async (ids) => {
        if (ids === undefined) fullReads += 1
        if (broken) throw new Error('disk on fire')
        return (await publications.onStand(ids)).map(known)
      },
      bySlug: async (slug) => {
        const one = await publications.bySlug(slug)
        return told.get(slug) === null || one === null ? null : known(one)
      },
    },
    changes: { subscribe: resolve },
  })
  const titles = async () => (await stock()).map(({ publication }) => publication.title).sort()
  const change = async (what: Change) => (await promise)(what)
  const breakDown = (is: boolean) => {
    broken = is
  }
  return { stock, titles, told, change, breakDown, fullReads: () => fullReads }
}

describe('the stock of the catalogue', () => {
  it('is the same list until something changes', async () => {
    const { stock, fullReads } = stockOfFive()
    assert.equal(await stock(), await stock())
    assert.equal(fullReads(), 1)
  })

  it('reads only the publication that changed again', async () => {
    const { stock, titles, told, change, fullReads } = stockOfFive()
    const [first] = await stock()
    assert.ok(first)
    const { publication } = first
    told.set(publication.slug, 'Another Name')
    assert.ok(!(await titles()).includes('Another Name'))
    await change({ publicationSlug: publication.slug })
    const after = await titles()
    assert.ok(after.includes('Another Name') && !after.includes(publication.title))
    assert.deepEqual([after.length, fullReads()], [5, 1])
  })

  it('is read whole when a name is not known any more, or everything may have changed', async () => {
    const { stock, told, change, fullReads } = stockOfFive()
    const [first] = await stock()
    told.set(first?.publication.slug ?? '', null)
    await change({ publicationSlug: first?.publication.slug ?? '' })
    await stock()
    assert.equal(fullReads(), 2)
    await change('everything')
    await stock()
    assert.equal(fullReads(), 3)
  })

  it('hears of what changes while it is being read', async () => {
    const { stock, titles, told, change } = stockOfFive()
    const reading = stock()
    const [first] = await reading
    assert.ok(first)
    const again = stock()
    told.set(first.publication.slug, 'Just In Time')
    await change({ publicationSlug: first.publication.slug })
    await again
    assert.ok((await titles()).includes('Just In Time'))
  })

  it('does not remember a failure', async () => {
    const { stock, breakDown } = stockOfFive()
    breakDown(true)
    await assert.rejects(stock())
    breakDown(false)
    assert.equal((await stock()).length, 5)
  })
})
