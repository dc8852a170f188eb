import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { entryFrom, facets } from '../../keeping/entry.ts'
import { manyPublications } from '../../publications.fixture.ts'
import { questionFrom, withChoice } from './question.ts'
import { sift } from './sift.ts'

const publications = manyPublications(600)
const day = '2025-05-20'
const span = { first: day, before: null, newest: day }
const entries = publications.map((publication) => entryFrom({ ...publication, span }))

describe('sifting', () => {
  it('counts beside every choice what there is when that choice is made', () => {
    for (const query of ['', '?language=nl', '?kind=journal&language=de', '?topic=food&name=e']) {
      const asked = questionFrom(query)
      const { counts } = sift(entries, asked)
      let choices = 0
      for (const facet of facets) {
        for (const [value, count] of counts[facet]) {
          const { found } = sift(entries, withChoice(asked, facet, value))
          assert.equal(found.length, count, `${query}: ${facet} ${value}`)
          choices += 1
        }
      }
      assert.ok(choices > 20)
    }
  })

  it('finds a name by any of its words, without accents, capitals and apostrophes', () => {
    const named = (name: string) =>
      sift(entries, questionFrom(`?name=${encodeURIComponent(name)}`)).found.map(
        ({ publication }) => publication.title,
      )
    for (const name of ['lecho', 'L’ÉCHO', "l'écho"]) {
      const found = named(name)
      assert.ok(found.length > 0, name)
      assert.ok(
        found.every((title) => title.includes('L’Écho')),
        name,
      )
    }
    assert.ok(named('courier the').every((title) => /^The .* Courier/.test(title)))
    assert.ok(named('اخبار').every((title) => title.includes('أخبار')))
    assert.deepEqual(named('courier lecho'), [])
  })
})
