import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { askedFrom, fieldsOf, filtersOf, queryOf, toggled } from './asked.ts'
import { fieldNames } from './field-names.ts'

describe('what an address asks for', () => {
  it('has one spelling', () => {
    const spelled = '?q=night+ferry&language=en&language=nl&kind=magazine&from=2031-04-01&page=2'
    assert.equal(queryOf(askedFrom(spelled)), spelled)
    const other = '?page=2&kind=magazine&language=nl&language=en&from=2031-04&q=%20night%0aferry+'
    assert.equal(queryOf(askedFrom(other)), spelled)
  })

  it('is only what makes sense', () => {
    const asked = askedFrom(
      '?language=x&kind=comic&topic=gossip&door=back&from=soon&page=0&order=up',
    )
    assert.equal(queryOf(asked), '')
    assert.equal(askedFrom('?page=999').page, 1)
    assert.equal(askedFrom('?page=99').page, 50)
  })

  it('comes back as it is from every spelling, whatever was typed', () => {
    const typed = fc.string({ unit: 'binary', maxLength: 900 })
    fc.assert(
      fc.property(typed, (q) => {
        const once = queryOf(askedFrom(`?${new URLSearchParams({ q })}`))
        assert.equal(queryOf(askedFrom(once)), once)
        assert.equal(new URL(`https://stand.example/en/search${once}`).search, once)
      }),
      { numRuns: 500 },
    )
  })

  it('is chosen and taken away by the same link', () => {
    const asked = askedFrom('?q=mud&kind=journal&page=3')
    const fresh = toggled(asked, 'kind', 'magazine')
    assert.equal(queryOf(fresh), '?q=mud&kind=magazine&kind=journal')
    assert.equal(queryOf(toggled(fresh, 'kind', 'magazine')), '?q=mud&kind=journal')
  })

  it('is told to the index by the ids of publications, and to forms in the order of addresses', () => {
    const asked = askedFrom('?q=mud&publication=tide&to=2031')
    assert.deepEqual(filtersOf(asked, ['p-1']).publications, ['p-1'])
    assert.equal(filtersOf(asked, []).to?.toString(), '2031-12-31')
    assert.deepEqual(
      fieldsOf(asked).map(([name]) => name),
      ['q', 'publication', 'to'],
    )
  })
})

describe('the names of fields', () => {
  it('are understood in every language, with accents and without, and mean one thing', () => {
    for (const name of ['by', 'door', 'von', 'par', 'por', 'بقلم']) {
      assert.equal(fieldNames.get(name), 'byline', name)
    }
    assert.equal(fieldNames.get('sección'), 'section')
    assert.equal(fieldNames.get('seccion'), 'section')
    assert.equal(fieldNames.get('titre'), 'headline')
    assert.equal(fieldNames.get('uitgever'), undefined)
  })
})
