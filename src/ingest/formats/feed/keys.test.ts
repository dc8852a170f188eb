import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Identified, keysOf } from './keys.ts'

const feed = 'https://paper.example/'
const home = (path: string) => `${feed}${path}`
const item = (given: Partial<Identified>): Identified => ({
  id: '',
  home: null,
  rest: '',
  moment: null,
  ...given,
})
const at = (day: number) => Temporal.Instant.from(`2025-06-0${day}T10:00:00Z`)

describe('the keys of a feed’s items', () => {
  it('are the guids that are addresses, and the others below the feed’s page', () => {
    const ids = ['https://paper.example/?p=1', 'tag:paper.example,2025:1', 'urn:uuid:1', '12']
    const keys = keysOf(
      ids.map((id) => item({ id })),
      feed,
    )
    assert.deepEqual(
      keys.map(({ key }) => key),
      [...ids.slice(0, 3), 'https://paper.example/#12'],
    )
    assert.ok(keys.every(({ fault, kept }) => fault === null && kept))
  })

  it('are the link, else a digest of title and date, where there is no guid', () => {
    const [linked, bare, same] = [item({ home: home('a') }), item({ rest: 'Fog\n4 June' })].flatMap(
      (one) => keysOf([one], feed),
    )
    assert.equal(linked?.key, home('a'))
    assert.equal(linked?.fault, 'guid.missing')
    assert.match(bare?.key ?? '', /^hash:[\da-f]{64}$/)
    assert.equal(same, undefined)
    assert.equal(keysOf([item({ rest: 'Fog\n4 June' })], feed)[0]?.key, bare?.key)
  })

  it('keep the newest of two items that are one story', () => {
    const keys = keysOf([item({ id: '1', moment: at(1) }), item({ id: '1', moment: at(2) })], feed)
    assert.deepEqual(
      keys.map(({ kept, fault }) => [kept, fault]),
      [
        [false, 'guid.duplicate'],
        [true, 'guid.duplicate'],
      ],
    )
  })

  it('keep items apart that share a guid by mistake and have pages of their own', () => {
    const keys = keysOf(
      ['a', 'b'].map((path) => item({ id: '0', home: home(path) })),
      feed,
    )
    assert.deepEqual(
      keys.map(({ key, kept }) => [key, kept]),
      [
        [home('a'), true],
        [home('b'), true],
      ],
    )
  })

  it('do not take two items without anything for one', () => {
    assert.ok(keysOf([item({}), item({})], feed).every(({ kept }) => kept))
  })
})
