import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import type { Entry } from '../../keeping/entry.ts'
import { namesOf } from './names.ts'

it('all publications are found by any letters of their names, in their order', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 6 })
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 12 }), letters, (titles, asked) => {
      // Only what is looked at.
      const entries = titles.map((title, at) => ({
        letters: title,
        publication: { id: `p${at}`, slug: `s${at}` },
      })) as unknown as readonly Entry[]
      const { having, bySlug, byId } = namesOf(entries)
      const expected = entries.filter((entry) => entry.letters.includes(asked))
      assert.deepEqual(having(asked), expected)
      const [first] = entries
      assert.deepEqual([bySlug.get('s0'), byId.get('p0')], [first, first])
    }),
  )
})
