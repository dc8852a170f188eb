import assert from 'node:assert/strict'
import { it } from 'node:test'
import { withoutBy } from './without-by.ts'

it('takes the word before a name away, and leaves names alone', () => {
  assert.equal(withoutBy('By Mara Venn'), 'Mara Venn')
  assert.equal(withoutBy('Von Jette Brook, kpa'), 'Jette Brook, kpa')
  assert.equal(withoutBy('Tekst: Wies Oord'), 'Wies Oord')
  assert.equal(withoutBy('von der Aue'), 'von der Aue')
  assert.equal(withoutBy('Byron Dale'), 'Byron Dale')
  assert.equal(withoutBy('De Graaf'), 'De Graaf')
})
