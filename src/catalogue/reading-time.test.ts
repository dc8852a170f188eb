import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingMinutes, wordsIn } from './reading-time.ts'

describe('reading time', () => {
  it('is counted at the pace of the language', () => {
    assert.equal(readingMinutes(952, 'en'), 4)
    assert.equal(readingMinutes(952, 'en-GB'), 4)
    assert.equal(readingMinutes(952, 'ar'), 7)
    assert.equal(readingMinutes(952, 'tlh'), 5)
  })

  it('counts characters where words are not spaced', () => {
    assert.equal(wordsIn('東京の朝、雨。', 'ja'), 5)
    assert.equal(readingMinutes(510, 'zh-Hans'), 2)
  })

  it('is a minute for one sentence and nothing for no text', () => {
    assert.equal(readingMinutes(3, 'en'), 1)
    assert.equal(readingMinutes(0, 'en'), 0)
  })
})

describe('wordsIn', () => {
  it('takes what belongs together as one word', () => {
    assert.equal(wordsIn('The mother-in-law’s 3.5 kilos — at 2,50!', 'en'), 6)
    assert.equal(wordsIn('خياطة الضوء في المرفأ', 'ar'), 4)
    assert.equal(wordsIn('', 'en'), 0)
  })
})
