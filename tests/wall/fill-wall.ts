import assert from 'node:assert/strict'
import { undescribed } from '#catalogue'
import { receive, withdrawStory } from '#desk'
import { digestOf } from '#ground/digest'
import type { Draft } from '#ingest'
import type { Stand } from '../../src/assemble.ts'
import { noon } from '../../src/storage/tide.fixture.ts'
import type { Aviary } from './canaries.ts'
import { leadPicture, pictureOf, restColour, restOf, walledDraft } from './walled-stories.ts'

/** The day on which the walled stories came out. */
export const edition = '2031-04-02'

/** Publishes walled stories of every kind, whose rests are full of canaries. */
export async function fillWall(stand: Stand, aviary: Aviary) {
  const lead = await leadPicture()
  const picture = await pictureOf(restColour, `A ${aviary.hatch('data of a picture')}`)
  const walled = (key: string, changed: Partial<Draft> = {}, called = key) =>
    walledDraft(key, restOf(called, aviary, picture), changed)
  const take = await deskOf(stand, 'tide')
  await take([walled('plan'), walled('metered', { door: 'metered' })])
  await take([walled('bare', { standfirst: '', bylines: [] })])
  const illustrated = walled('illustrated')
  await take([{ ...illustrated, blocks: [lead.block, ...illustrated.blocks] }])
  // What an earlier revision said is nobody's to read any more.
  await take([walled('revised', {}, 'former')])
  await take([walled('revised', { standfirst: 'Now with a standfirst.' })])
  // It was open to everyone, until it was not.
  await take([walled('opened', { door: 'open' })])
  await take([walled('opened', { door: 'plan' })])
  const [gone, held] = [aviary.hatch('gone'), aviary.hatch('held')]
  await take([walled('gone', { headline: `${gone} went`, standfirst: `The ${gone} went.` })])
  await withdrawStory(stand.desk, { publication: 'tide', edition, story: `${gone}-went` })
  await take([walled('held', { headline: `${held} comes` })], noon.add({ hours: 24 }))
  // Another publication and another edition, without anything to hide.
  await (await deskOf(stand, 'watt'))([walledDraft('watt', [])])
  const nextDay = { editionDate: Temporal.PlainDate.from('2031-04-01') }
  await take([walledDraft('before', [], nextDay)])
  await collect(stand, aviary)
  const addressWords = [`${gone}-went`, `${held}-comes`]
  const slugs = ['plan', 'metered', 'bare', 'illustrated', 'revised', 'opened']
  return {
    addressWords,
    slugs: [...slugs.map((key) => `story-${key}`), ...addressWords],
    leadPicture: digestOf(lead.bytes),
    restPicture: digestOf(picture),
  }
}

/** A collection of walled stories, and one to come, of which nobody may know a word. */
async function collect({ stories, collections }: Stand, aviary: Aviary): Promise<void> {
  const place = { publication: 'tide', edition, story: 'story-plan' }
  const story = await stories.byAddress(place)
  assert.ok(story !== null && story !== 'withdrawn')
  const running = {
    ...{ id: 'tides-end', slug: 'tides-end', title: 'Tide’s end', introduction: 'For the ebb.' },
    ...{ language: 'en', everywhere: true, editor: 'Mirre Holtslag', topic: null },
    ...{ starts: noon, ends: null, revision: 1, changedAt: noon },
    chosen: [{ storyId: story.id, reason: 'It waits as the water does.' }],
  }
  await collections.add(running)
  const secret = aviary.hatch('collection to come')
  await collections.add({
    ...running,
    ...{ id: 'x', slug: 'to-come', title: `To come: ${secret}`, introduction: secret },
    starts: noon.add({ hours: 24 }),
    chosen: [{ storyId: story.id, reason: `Because of ${secret}.` }],
  })
}

async function deskOf({ desk }: Stand, slug: string) {
  const said = { slug, title: `The ${slug}`, kind: 'newspaper', language: 'en' } as const
  const more = { description: 'News from the water.', home: null, timeZone: 'UTC' }
  const cut = { paragraphs: 7, words: null, share: 0.4 }
  const { publication } = await desk.publications.findOrAdd(
    { ...said, ...more, door: 'plan', cut, ...undescribed },
    () => false,
  )
  return async (drafts: readonly Draft[], publishAt: Temporal.Instant | null = null) => {
    const entries = drafts.map((draft) => ({
      entry: { ok: true, draft, remarks: [] } as const,
      from: 'test',
    }))
    const batch = { publication, entries, door: null, publishAt, editionName: '' }
    for await (const { status } of receive(desk, batch)) assert.equal(status, 'accepted')
  }
}
