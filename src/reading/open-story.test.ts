import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AdmitNeeds, Right, Viewer } from '#access'
import type { Block, Door, OpenableCard, PublicStory } from '#catalogue'
import { admitting, noon } from '../access/access.fixture.ts'
import { whoMaySeePicture } from './open-picture.ts'
import { openRests } from './open-rests.ts'
import { openStory } from './open-story.ts'
import { openText } from './open-text.ts'

const address = { publication: 'tide', edition: '2031-04-02', story: 'low-water' }
const ids = { id: 's1', editionId: 'e1', publicationId: 'p1' }
const plan: Right = { from: 'plan', opens: { what: 'stand' }, since: noon, until: null }
const ana: Viewer = { kind: 'reader', readerId: 'ana', staffOf: [] }
const left = { paragraphs: 5, words: 400, minutes: 2 }

/** A stand with one story, which remembers whether its rest was asked for. */
function standWith(door: Door, changed: { left?: null } = {}) {
  const asked: string[] = []
  // Only what opening a story looks at.
  const story = { ...ids, door, revision: 1, left, ...changed } as unknown as PublicStory
  return {
    asked,
    stories: { byAddress: async () => story } as never,
    leads: {
      blocksOf: async (): Promise<readonly Block[]> => [
        { kind: 'paragraph', id: 'b1', html: 'the sea had gone' },
      ],
      blocksOfEach: async () => new Map(),
    },
    rests: {
      of: async (id: string) => {
        asked.push(id)
        return '<p>the boats lay down</p>'
      },
      blocksOf: async (id: string): Promise<readonly Block[]> => {
        asked.push(id)
        return [{ kind: 'paragraph', id: 'b2', html: 'the boats lay down' }]
      },
      blocksOfEach: async (stories: readonly { readonly id: string }[]) => {
        asked.push(...stories.map(({ id }) => id))
        return new Map(stories.map(({ id }) => [id, []]))
      },
    },
  }
}

describe('opening a story', () => {
  it('takes whoever is not named for a stranger, and does not touch the rest', async () => {
    const stand = standWith('plan')
    const opening = await openStory(stand, address)
    assert.deepEqual(
      [opening.kind, 'because' in opening && opening.because],
      ['lead', 'plan-needed'],
    )
    assert.deepEqual(stand.asked, [])
  })

  it('gives the rest to a reader with a right, and says which', async () => {
    const stand = { ...standWith('plan'), ...admitting({ ana: [plan] }) }
    const opening = await openStory(stand, address, { viewer: ana, counts: true })
    assert.ok(opening.kind === 'whole')
    assert.equal(opening.because, 'plan')
    assert.match(opening.rest, /boats/)
  })

  it('says how the meter stands', async () => {
    const stand = { ...standWith('metered'), ...admitting() }
    const opening = await openStory(stand, address, { viewer: ana, counts: true })
    assert.ok(opening.kind === 'whole')
    assert.deepEqual(opening.meter, { used: 1, allowed: 3 })
  })

  it('keeps what would have to be counted from a HEAD request', async () => {
    const stand = { ...standWith('metered'), ...admitting() }
    const opening = await openStory(stand, address, { viewer: ana, counts: false })
    assert.equal(opening.kind, 'lead')
    assert.deepEqual([stand.asked, stand.counted], [[], []])
  })

  it('counts nothing when the lead is all there is', async () => {
    const stand = { ...standWith('metered', { left: null }), ...admitting() }
    const opening = await openStory(stand, address, { viewer: ana, counts: true })
    assert.deepEqual([opening.kind, stand.counted], ['whole', []])
  })
})

describe('the blocks of a story', () => {
  const textFor = async (viewer: Viewer, rights: Readonly<Record<string, Right[]>>) => {
    const stand = { ...standWith('plan'), ...admitting(rights) }
    const text = await openText(stand, address, { viewer, counts: true })
    assert.ok(text.kind === 'text')
    const ids = text.blocks.map(({ id }) => id)
    return { asked: stand.asked, ids, part: text.part, forAnyone: text.forAnyone }
  }

  it('are those of the lead for a stranger, and the rest is not touched', async () => {
    const text = await textFor({ kind: 'stranger' }, { ana: [plan] })
    assert.deepEqual(text, { asked: [], ids: ['b1'], part: 'lead', forAnyone: true })
  })

  it('are all of them for a reader with a right', async () => {
    const text = await textFor(ana, { ana: [plan] })
    assert.deepEqual([text.ids, text.part, text.forAnyone], [['b1', 'b2'], 'whole', false])
  })
})

describe('the rests of many stories', () => {
  const storyAt = (door: Door, id: string, more: { left?: null } = {}) =>
    // Only what opening a story looks at.
    ({ ...ids, id, door, revision: 1, left, ...more }) as unknown as OpenableCard
  const stories = [
    storyAt('open', 'open'),
    storyAt('metered', 'metered'),
    storyAt('plan', 'plan'),
    storyAt('open', 'all-lead', { left: null }),
  ]
  const askedFor = async (viewer: Viewer, rights: Readonly<Record<string, Right[]>> = {}) => {
    const stand = { ...standWith('plan'), ...admitting(rights) }
    const rests = await openRests(stand, stories, viewer)
    assert.deepEqual([[...rests.keys()], stand.counted], [stand.asked, []])
    return stand.asked
  }

  it('are read of those that open to whoever asks, without counting one', async () => {
    assert.deepEqual(await askedFor({ kind: 'stranger' }), ['open'])
    assert.deepEqual(await askedFor(ana), ['open'])
    assert.deepEqual(await askedFor(ana, { ana: [plan] }), ['open', 'metered', 'plan'])
    assert.deepEqual(await askedFor({ ...ana, staffOf: ['p1'] }), ['open', 'metered', 'plan'])
  })
})

describe('a picture in the rest of a story', () => {
  const uses = { of: async () => [{ door: 'metered', place: 'rest' } as const] }
  const asked = (needs: AdmitNeeds, viewer: Viewer) => {
    const pictureStories = { of: async () => [{ ...ids, door: 'metered' } as const] }
    return whoMaySeePicture(uses, 'boats', { ...needs, pictureStories, viewer })
  }

  it('is for those who may read the story', async () => {
    assert.equal(await whoMaySeePicture(uses, 'boats'), 'nobody')
    assert.equal(await asked(admitting({ ana: [plan] }), ana), 'viewer')
    assert.equal(await asked(admitting(), { kind: 'stranger' }), 'nobody')
  })

  it('does not open by the meter, unless the story was counted', async () => {
    const needs = admitting()
    assert.equal(await asked(needs, ana), 'nobody')
    needs.counted.push('ana 2031-04 s1')
    assert.equal(await asked(needs, ana), 'viewer')
  })

  it('is anyone’s where it also stands in a lead', async () => {
    const shown = { of: async () => [{ door: 'plan', place: 'lead' } as const] }
    assert.equal(await whoMaySeePicture(shown, 'boats'), 'anyone')
  })
})
