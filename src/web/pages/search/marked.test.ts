import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readQuestion } from '#search'
import { fieldNames } from './field-names.ts'
import { markerOf, type Place } from './marked.ts'
import { lookThrough } from './snippet.ts'

function markedWords(text: string, typed: string, language = 'en', place: Place = 'text') {
  const question = readQuestion(typed, fieldNames)
  const marks = markerOf(question)(text, { language, place })
  return Array.from(marks, ({ from, to }) => text.slice(from, to))
}

describe('the words of a question', () => {
  it('are marked in each of their forms, whole', () => {
    const text = 'Ferries wait; a ferry, the FERRY’s horn. A ferryman sleeps.'
    assert.deepEqual(markedWords(text, 'ferry'), ['Ferries', 'ferry', 'FERRY'])
  })

  it('are marked as the language of the text has them, and no other', () => {
    const text = 'Wat er in het water ligt, en in andere wateren.'
    assert.deepEqual(markedWords(text, 'water', 'nl'), ['water', 'wateren'])
    assert.deepEqual(markedWords(text, 'wat', 'nl'), ['Wat'])
  })

  it('are marked together where they were asked for together', () => {
    const text = 'The night was long. The night ferry was late, and the ferry night was cold.'
    assert.deepEqual(markedWords(text, '"night ferry"'), ['night ferry'])
    assert.deepEqual(markedWords('An e-mail, an e of mail.', 'e-mail'), ['e-mail'])
  })

  it('are not marked where they are excluded, or asked for in another place', () => {
    assert.deepEqual(markedWords('Mud and boats', 'boats -mud'), ['boats'])
    assert.deepEqual(markedWords('Mara Vell', 'by:vell mud', 'en', 'byline'), ['Vell'])
    assert.deepEqual(markedWords('Mara Vell and mud', 'by:vell mud'), ['mud'])
  })

  it('are marked in every script', () => {
    assert.deepEqual(markedWords('زرنا المَكْتَبة القديمة', 'مكتبة', 'ar'), ['المَكْتَبة'])
    assert.deepEqual(markedWords('港口城市的灯光', '城市', 'zh'), ['城市'])
  })
})

describe('a piece of a text', () => {
  const piece = (text: string, typed: string) => {
    const question = readQuestion(typed, fieldNames)
    const marks = markerOf(question)(text, { language: 'en', place: 'text' })
    const { piece: snippet } = lookThrough(text, marks, question.parts.length)
    return (
      snippet && {
        text: snippet.text,
        marked: snippet.marks.map(({ from, to }) => snippet.text.slice(from, to)),
      }
    )
  }
  const filler = 'Nothing was said of it for a long while, and then some more. '

  it('is the one with most of the question, from the beginning of a sentence where one is near', () => {
    const text = `A boat. ${filler.repeat(8)}In the end a boat lay in the mud. ${filler.repeat(8)}`
    const found = piece(text, 'boat mud')
    assert.match(found?.text ?? '', /^… In the end a boat lay in the mud\. .* …$/)
    assert.deepEqual(found?.marked, ['boat', 'mud'])
    assert.ok((found?.text.length ?? 0) <= 250)
  })

  it('is nothing where nothing is marked, and all of a short text', () => {
    assert.equal(piece(filler, 'mud'), null)
    assert.equal(piece('Only mud.', 'mud')?.text, 'Only mud.')
  })

  it('never cuts a sign in two', () => {
    const text = `${'🦭'.repeat(400)} mud ${'🦭'.repeat(400)}`
    assert.ok(piece(text, 'mud')?.text.isWellFormed())
  })
})
