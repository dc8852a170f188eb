import assert from 'node:assert/strict'
import { it } from 'node:test'
import { newList, withListed } from './list.ts'
import { mergedWords, seenOf, wordsOfList } from './list-words.ts'

const at = Temporal.Instant.from('2031-04-02T12:00:00Z')
const listOf = (title: string, note: string) => {
  const made = newList(title, at)
  assert.ok(made.ok)
  const listed = withListed(made.value, 'boat', at)
  assert.ok(listed.ok)
  return { ...listed.value, listed: listed.value.listed.map((one) => ({ ...one, note })) }
}
const typed = (title: string, note: string) => ({
  title,
  why: '',
  notes: new Map([['boat', note]]),
})
const seen = seenOf(wordsOfList(listOf('Boats', 'First')))

it('keeps what one of two windows changed, and what the other did', () => {
  const { words, faults } = mergedWords(listOf('Ships', 'First'), typed('Boats', 'Second'), seen)
  assert.deepEqual(faults, [])
  assert.deepEqual([words.title, words.notes.get('boat')], ['Ships', 'Second'])
})

it('tells both where both wrote, and keeps neither back', () => {
  const { words, faults } = mergedWords(listOf('Ships', 'Other'), typed('Barges', 'Mine'), seen)
  assert.deepEqual(faults, [
    { at: 'title', why: 'changed', kept: 'Ships' },
    { at: 'note', why: 'changed', kept: 'Other', storyId: 'boat' },
  ])
  assert.deepEqual([words.title, words.notes.get('boat')], ['Barges', 'Mine'])
})

it('asks once about a note whose story was taken off the list', () => {
  const off = { ...listOf('Boats', 'First'), listed: [] }
  const asked = mergedWords(off, typed('Boats', 'Mine'), seen)
  assert.deepEqual(asked.faults, [{ at: 'note', why: 'gone', storyId: 'boat' }])
  assert.equal(asked.words.notes.get('boat'), 'Mine')
  for (const note of ['First', ' ']) {
    assert.deepEqual(mergedWords(off, typed('Boats', note), seen).faults, [], 'nothing is lost')
  }
  const known = seenOf(wordsOfList(off), ['boat'])
  const again = mergedWords(off, typed('Boats', 'Mine'), known)
  assert.deepEqual([again.faults, again.words.notes.get('boat')], [[], 'Mine'])
  const back = mergedWords(listOf('Boats', ''), typed('Boats', 'Mine'), known)
  assert.deepEqual([back.faults, back.words.notes.get('boat')], [[], 'Mine'])
  const other = mergedWords(listOf('Boats', 'Other'), typed('Boats', 'Mine'), known)
  assert.equal(other.faults[0]?.why, 'changed', 'it was put back with another note')
})

it('says nothing where both wrote the same, or nothing is known of what was seen', () => {
  const same = mergedWords(listOf('Ships', 'First'), typed(' Ships ', 'First'), seen)
  assert.deepEqual(same.faults, [])
  const unseen = mergedWords(listOf('Ships', 'Other'), typed('Barges', 'Mine'), '')
  assert.deepEqual([unseen.faults, unseen.words.title], [[], 'Barges'])
})
