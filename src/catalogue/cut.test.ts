import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Block } from './block.ts'
import { cutBlocks, defaultCut } from './cut.ts'

const paragraph = (id: string, words = 10): Block => ({
  id,
  kind: 'paragraph',
  html: Array(words).fill('tide').join(' '),
})
const story = (paragraphs: number) =>
  Array.from({ length: paragraphs }, (_, index) => paragraph(`p${index + 1}`))
const idsOf = (blocks: readonly Block[]) => blocks.map((block) => block.id).join(' ')

describe('cutBlocks', () => {
  it('gives seven paragraphs of a long story', () => {
    const { lead, rest } = cutBlocks(story(30), defaultCut, 'en')
    assert.equal(idsOf(lead), 'p1 p2 p3 p4 p5 p6 p7')
    assert.equal(rest.length, 23)
  })

  it('never gives more than two fifths of a short one', () => {
    const { lead } = cutBlocks(story(6), defaultCut, 'en')
    assert.equal(idsOf(lead), 'p1 p2')
  })

  it('keeps everything back when the first paragraph is most of the story', () => {
    const { lead, rest } = cutBlocks([paragraph('long', 90), paragraph('short')], defaultCut, 'en')
    assert.equal(idsOf(lead), '')
    assert.equal(idsOf(rest), 'long short')
  })

  it('stops at the words a publication allows', () => {
    const { lead } = cutBlocks(story(30), { ...defaultCut, words: 45 }, 'en')
    assert.equal(idsOf(lead), 'p1 p2 p3 p4')
  })

  it('leaves a heading with what it announces', () => {
    const heading = { id: 'h', kind: 'heading', level: 2, html: 'Later' } as const
    const blocks = [...story(7), heading, ...story(30)]
    assert.equal(idsOf(cutBlocks(blocks, defaultCut, 'en').lead), 'p1 p2 p3 p4 p5 p6 p7')
  })

  it('lets a picture stand in the lead without counting it as a paragraph', () => {
    const picture = {
      id: 'pic',
      kind: 'picture',
      alt: '',
      caption: '',
      credit: '',
      picture: { digest: 'd', width: 9, height: 9, widths: [9], thumbhash: '', tone: '#000000' },
    } as const
    const { lead } = cutBlocks([picture, ...story(30)], defaultCut, 'en')
    assert.equal(lead.length, 8)
  })
})
