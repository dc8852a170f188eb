import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { choicesIn, presets, readingChoices, wordsOf } from './reading-choices.ts'

const styles = readFileSync(new URL('../styles/reading.css', import.meta.url), 'utf8')

describe('what a reader chooses of how stories are set', () => {
  it('comes back as it was written down, and what is usual is not written', () => {
    const words = 'size-130 face-sans hyphens-off'
    const choices = choicesIn(words)
    assert.deepEqual([choices.size, choices.face, choices.line], ['130', 'sans', '1'])
    assert.equal(wordsOf(choices), words)
    assert.equal(wordsOf(choicesIn('')), '')
    assert.equal(wordsOf(choicesIn('size-100 face-own')), '')
  })

  it('is nothing where the words are not ours', () => {
    for (const words of ['size-9999', 'size-', '__proto__-1', 'face-<b>', 'size', '{"size":1}']) {
      assert.equal(wordsOf(choicesIn(words)), '', words)
    }
    assert.equal(wordsOf(choicesIn('size-300 size-80 evil-1')), 'size-80')
  })

  it('has a rule in the style sheet for every word, and the sheet knows no other', () => {
    const known = Object.entries(readingChoices).flatMap(([name, { values, usual }]) =>
      values.filter((value) => value !== usual).map((value) => `${name}-${value}`),
    )
    const styled = Array.from(styles.matchAll(/\[data-reading~="([\w-]+)"\]/g), ([, word]) => word)
    assert.deepEqual([...new Set(styled)].sort(), known.sort())
  })

  it('is ready-made in presets that say what they mean', () => {
    for (const words of Object.values(presets)) assert.equal(wordsOf(choicesIn(words)), words)
  })
})
