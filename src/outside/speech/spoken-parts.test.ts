import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { heardWords } from './heard-words.ts'
import { blockSaying } from './spoken-block.fixture.ts'
import { partsOf } from './spoken-parts.ts'
import { ssmlOf } from './ssml.ts'

it('parts end where sentences do, and only a sentence that is too long is cut between words', () => {
  const block = blockSaying('One two. Three four. Five six seven eight nine ten.')
  const texts = (length: number, most: number) =>
    partsOf(block, length, most).map(({ text }) => text)
  assert.deepEqual(texts(400, 400), [block.text])
  assert.deepEqual(texts(25, 400), ['One two. Three four.', 'Five six seven eight nine ten.'])
  assert.deepEqual(texts(4, 12), [
    'One two.',
    'Three four.',
    'Five six',
    ' seven',
    ' eight nine',
    ' ten.',
  ])
})

it('parts leave nothing out but white space, and know where they begin', () => {
  const letter = fc.constantFrom('a', 'é', '🎉', ' ', '. ', '.', '\n', 'ن', 'word ', '漢')
  const text = fc.array(letter, { maxLength: 200 }).map((letters) => letters.join(''))
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 60 }), (given, length) => {
      const block = blockSaying(given)
      const letters = [...given]
      const parts = partsOf(block, length, length)
      for (const { text: part, codePoint } of parts) {
        assert.ok(part.length <= length)
        assert.equal(letters.slice(codePoint, codePoint + [...part].length).join(''), part)
      }
      const bare = (one: string) => one.replace(/\s/g, '')
      assert.equal(bare(parts.map((part) => part.text).join('')), bare(given))
    }),
  )
})

it('SSML says the text and nothing else, and knows where each of its letters comes from', () => {
  const { ssml, from } = ssmlOf('a<b> & 🎉\u0001\nc')
  assert.equal(ssml, 'a&lt;b&gt; &amp; 🎉 \n\nc')
  assert.deepEqual([...from], [0, 1, 1, 1, 1, 2, 3, 3, 3, 3, 4, 5, 5, 5, 5, 5, 6, 7, 8, 9, 9, 10])
  assert.equal(ssmlOf('\uD800').ssml, '\uFFFD')
})

it('words are found where the server heard them, and not by chance', () => {
  const at = (text: string, words: readonly string[]) =>
    heardWords(
      text,
      words.map((word, index) => ({ word, start_time: index, end_time: index + 1 })),
    ).map(({ offset }) => text.slice(offset).split(' ')[0])
  const text = 'The tide, at 5 dollars, was late at the Tideway.'
  assert.deepEqual(at(text, ['the', 'tide', 'at', 'five', 'dollars', 'was', 'late']), [
    'The',
    'tide,',
    'at',
    'dollars,',
    'was',
    'late',
  ])
  assert.deepEqual(at(text, ['tideway', ',', '']), ['Tideway.'])
  assert.deepEqual(at(`One ${'and '.repeat(40)}two.`, ['one', 'two']), ['One'])
  const backwards = [
    { word: 'The', start_time: 3, end_time: 4 },
    { word: 'tide', start_time: 1, end_time: 2 },
  ]
  assert.equal(heardWords(text, backwards).length, 1)
})
