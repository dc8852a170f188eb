import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { facets } from '../../keeping/entry.ts'
import { isListed, queryOf, questionFrom, withChoice, withoutChoice } from './question.ts'

const spelled = (query: string) => queryOf(questionFrom(query))

describe('a question to the catalogue', () => {
  it('has one spelling, in one order, without what goes without saying', () => {
    assert.equal(
      spelled('?page=2&look=list&language=EN_gb&kind=journal&initial=é&country=nl'),
      '?kind=journal&language=en&country=NL&initial=E&look=list&page=2',
    )
    assert.equal(spelled('?sort=name&look=covers&page=1&name=%20&topic='), '')
    assert.equal(spelled('?name=%20the%09Salt%20%20mere%00'), '?name=the+Salt+mere')
  })

  it('leaves out what it does not understand', () => {
    const strange = '?kind=comic&language=root&country=Holland&topic=x&rhythm=hourly&utm_source=a'
    assert.equal(spelled(strange), '')
    assert.equal(spelled('?sort=price&look=3d&page=0&page=2'), '')
    for (const page of ['-1', '1e3', '٢', '99999', 'NaN'])
      assert.equal(spelled(`?page=${page}`), '')
    assert.equal([...(questionFrom(`?name=${'é'.repeat(500)}`).name ?? '')].length, 60)
  })

  it('is spelled the same again when its spelling is read, whatever was asked', () => {
    const names = [...facets, 'name', 'sort', 'look', 'page', 'q']
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 90 }),
      fc.constantFrom('journal', 'nl-BE', 'food', 'daily', 'newest', 'list', '12', 'É', '👪 x'),
    )
    const asked = fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 9 })
    fc.assert(
      fc.property(asked, (pairs) => {
        const once = spelled(`?${new URLSearchParams(pairs)}`)
        assert.equal(spelled(once), once)
        // As it comes back from a browser that was sent there.
        assert.equal(new URL(`https://stand.example/${once}`).search, once)
      }),
    )
  })

  it('begins again at its first page when a choice is made or taken away', () => {
    const asked = questionFrom('?kind=journal&look=list&page=3')
    assert.equal(queryOf(withChoice(asked, 'topic', 'food')), '?kind=journal&topic=food&look=list')
    assert.equal(queryOf(withoutChoice(asked, 'kind')), '?look=list')
  })

  it('may be listed when it asks for everything, or makes one choice and no more', () => {
    const listed = ['', '?page=2', '?country=NL', '?initial=%23&page=3']
    const unlisted = ['?kind=journal&topic=food', '?name=a', '?look=list', '?sort=newest&page=2']
    for (const query of listed) assert.ok(isListed(questionFrom(query)), query)
    for (const query of unlisted) assert.ok(!isListed(questionFrom(query)), query)
  })
})
